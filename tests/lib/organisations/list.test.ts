import { expect, test } from 'vitest'
import { organisationList } from '#lib/organisations/list.ts'
import { organisationPage } from '#lib/organisations/organisation.ts'
import { withProgramme } from '#tests/programme.ts'

const programme = withProgramme()

const listed = async (address: Record<string, string> = {}) => {
  const found = await organisationList.ask(programme().observer, { partnership: 'UZ-KR', ...address }, 'en')
  if (!found) throw new Error('there is no such partnership')
  return found
}

test('the bodies of both countries, and the others that the programme names', async () => {
  const { total, organisations, countries, kinds } = await listed()
  expect([total, organisations.length]).toEqual([152, 152])
  expect(countries.reduce((sum, { size }) => sum + size, 0)).toBe(152)
  expect(kinds.reduce((sum, { size }) => sum + size, 0)).toBe(152)
  const joint = await listed({ country: 'joint' })
  expect(joint.organisations.map(({ countries: both }) => both)).toEqual([
    ['UZ', 'KR'],
    ['UZ', 'KR'],
  ])
})

test('a body has its name in every language, each with what it is', async () => {
  const asked = { partnership: 'UZ-KR', organisation: 'UZ-TMK' }
  const body = await organisationPage.ask(programme().observer, asked, 'ko')
  expect(body?.names.map(({ language, standing }) => [language, standing])).toEqual([
    ['ko', 'translation'],
    ['en', 'authentic'],
    ['uz', 'translation'],
    ['ru', 'translation'],
  ])
  expect(body).toMatchObject({ acronym: 'UzTMK', kind: 'state_company', countries: ['UZ'] })
  expect(body?.initiatives.map(({ code, role }) => [code, role])).toEqual([
    ['UZ-KR-CM-01', 'lead'],
    ['UZ-KR-CM-06', 'partner'],
  ])
  expect(body?.answersFor).toEqual({ all: 11, completed: 8 })
})

test('a joint venture leads for both sides', async () => {
  const asked = { partnership: 'UZ-KR', organisation: 'JV-UKT' }
  const body = await organisationPage.ask(programme().observer, asked, 'en')
  expect(body?.initiatives[0]?.sides).toEqual(['KR', 'UZ'])
})
