import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assertFit } from '#lib/core/database-server.ts'
import { applyMigrations } from '#lib/core/migrations.ts'
import { ask, folderForFile, serverIn, urlOf } from '#tests/own-server.ts'

const folder = folderForFile()

test('says what the administrator of a given server has to do, and what he did is enough', async () => {
  const { ownerUrl } = await serverIn(folder)
  await assertFit(ownerUrl)

  await ask(ownerUrl, `create database ascii encoding 'SQL_ASCII' locale 'C' template template0`)
  await expect(assertFit(urlOf('ascii', ownerUrl))).rejects.toThrow(`create it again with encoding 'UTF8'`)

  await ask(ownerUrl, `create role plain login password 'plain'`)
  await ask(ownerUrl, 'grant plain to langar with set true')
  await ask(ownerUrl, 'create database plain owner plain')
  const plain = new URL(urlOf('plain', ownerUrl))
  plain.username = plain.password = 'plain'
  await expect(assertFit(plain.href)).rejects.toThrow(
    '«create role langar_app nologin; grant langar_app to "plain" with set true, inherit false;»',
  )
  await ask(ownerUrl, 'create role langar_app nologin')
  await expect(assertFit(plain.href)).rejects.toThrow(
    '«grant langar_app to "plain" with set true, inherit false;»',
  )
  await ask(ownerUrl, 'grant langar_app to plain with set true, inherit false')
  await assertFit(plain.href)
  await applyMigrations(plain.href, join(import.meta.dirname, '../../../prisma/migrations'))
  const app = new URL(plain)
  app.searchParams.set('options', '-c role=langar_app')
  expect(await ask(app.href, `select row_security_active('milestones') as stands`)).toEqual([
    { stands: true },
  ])

  plain.pathname = '/langar'
  await expect(assertFit(plain.href)).rejects.toThrow('«alter database "langar" owner to "plain";»')
})

test('says that a server cannot be reached, and where', async () => {
  await expect(assertFit('postgresql://owner:secret@127.0.0.1:1/langar')).rejects.toThrow(
    'The database of DATABASE_URL at 127.0.0.1:1 cannot be opened: connect ECONNREFUSED 127.0.0.1:1.',
  )
})
