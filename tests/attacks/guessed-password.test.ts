import { createHash } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { beforeEach, expect, test, vi } from 'vitest'
import { personWithPassword } from '#lib/access/person-with-password.ts'
import { hashPassword } from '#lib/core/passwords.ts'
import { asOwner, insert, newId, rows } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

/** Whoever knows an e-mail tries passwords: he runs out of tries, whichever way he comes, and its owner does not. */

vi.mock('@node-rs/argon2', { spy: true })

const world = withWorld()
const right = 'a long walk by the sea'
let email = ''
let owner = ''
let numbered = 0

beforeEach(async () => {
  email = `${newId()}@example.org`
  owner = await asOwner(async (tx) => {
    const home = { audience_id: world().country.UZ, country_id: world().country.UZ }
    const person_id = await insert(tx, 'people', { ...home, name: 'Owner', email })
    const token_hash = createHash('sha256').update(email).digest()
    const until = new Date(Date.now() + 3_600_000)
    await insert(tx, 'one_time_links', { audience_id: home.audience_id, person_id, token_hash, until })
    return person_id
  })
  await rows('select set_credential($1, $2)', Buffer.from(email), await hashPassword(right))
})

const from = (address: string, password: string, of = email) =>
  personWithPassword({ email: of, password }, { 'x-langar-address': address }).catch(
    ({ message }: Error) => message,
  )
const wrong = (address: string, of = email) => from(address, 'a guess', of)
const many = (size: number, one: (n: number) => Promise<string | undefined>) =>
  Promise.all(Array.from({ length: size }, (_, n) => one(n)))
const refused = (said: (string | undefined)[]) => said.filter((one) => one === 'too-many').length
/** An address in which nothing was tried yet. */
const fresh = () => `10.${(numbered += 1) >> 8}.${numbered & 255}.1`

test('after ten wrong passwords not even the right one is looked at there, elsewhere its owner signs in', async () => {
  const [guesser, home] = [fresh(), fresh()]
  expect(refused(await many(10, () => wrong(guesser)))).toBe(0)
  expect(await from(guesser, right)).toBe('too-many')
  expect(await from(home, right)).toBe(owner)
})

test('a hundred guesses at the same moment are no more than ten', async () => {
  const guesser = fresh()
  expect(refused(await many(100, () => wrong(guesser)))).toBe(90)
})

test('who tries one password with many accounts is stopped, too', async () => {
  const guesser = fresh()
  const said = await many(60, (n) => wrong(guesser, `nobody-${n}@example.org`))
  expect(refused(said)).toBe(10)
})

test('what is refused and how does not tell whether there is such an account', async () => {
  const [one, other] = [fresh(), fresh()]
  const nobody = `${newId()}@example.org`
  expect(await many(11, () => wrong(one, nobody))).toEqual(await many(11, () => wrong(other)))
})

test('nor does its time: for nobody as much is computed as for somebody', async () => {
  vi.mocked(verify).mockClear()
  await wrong(fresh())
  await wrong(fresh(), `${newId()}@example.org`)
  const [somebody, nobody] = vi.mocked(verify).mock.calls.map(([hash]) => String(hash).split('$', 4))
  expect(somebody).toContain('argon2id')
  expect(nobody).toEqual(somebody)
})

test('a whole network of IPv6 is one address, however it is written', async () => {
  const place = (numbered += 1).toString(16)
  const written = [
    `2001:db8:${place}::`,
    `2001:0DB8:${place}:0:ffff:ffff:ffff:ffff`,
    `2001:db8:${place}:0::77%eth0`,
  ]
  for (const address of written) expect(refused(await many(3, () => wrong(address)))).toBe(0)
  expect(refused(await many(2, (n) => wrong(`2001:db8:${place}::a:${n}`)))).toBe(1)
  expect(await from(`2001:db8:${place}:1::`, right)).toBe(owner)
})

test('IPv4 within IPv6 is the address that it means', async () => {
  const guesser = fresh()
  expect(refused(await many(10, (n) => wrong(n % 2 === 0 ? guesser : `::ffff:${guesser}`)))).toBe(0)
  expect(await wrong(guesser)).toBe('too-many')
  expect(await from(`::ffff:${fresh()}`, right)).toBe(owner)
})

test('who has many networks runs out, too; the owner signs in on where he did before', async () => {
  const home = fresh()
  expect(await from(home, right)).toBe(owner)
  for (let network = 0; network < 20; network += 1) {
    const guesser = fresh()
    expect(refused(await many(10, () => wrong(guesser)))).toBe(0)
  }
  expect(await from(fresh(), right)).toBe('too-many')
  expect(await from(home, right)).toBe(owner)
})

test('the right password is no failure, however often', async () => {
  const home = fresh()
  for (let time = 0; time < 12; time += 1) expect(await from(home, right)).toBe(owner)
})

test('zero bytes and half letters are a wrong password, no error that tells of the database', async () => {
  for (const of of [`${email}\0x`, '\0', '\ud800', 'x'.repeat(100_000)])
    expect(await wrong(fresh(), of)).toBeUndefined()
})
