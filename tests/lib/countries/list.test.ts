import { expect, test } from 'vitest'
import { countryList } from '#lib/countries/list.ts'
import { blankInitiative } from '#lib/initiatives/blank.ts'
import { administeredPartnerships } from '#lib/partnerships/administered.ts'
import { peopleList } from '#lib/people/list.ts'
import { asOwner, insert, texts } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

/** What an admin lists and chooses from stands as a reader looks for it, and is found as people type. */

const world = withWorld()

const russian = ['Егорово', 'Ёлкино', 'Жуково', 'Яшино']

test('people stand in the reader’s alphabet, page by page', async () => {
  const { sideAdmin, country } = world()
  await asOwner(async (tx) => {
    for (const [at, name] of russian.toReversed().entries())
      await insert(tx, 'people', {
        audience_id: country.UZ,
        country_id: country.UZ,
        name,
        email: `in-order-${at}@example.org`,
      })
  })
  const { people = [] } = (await peopleList.ask(sideAdmin, { words: 'in-order' }, 'ru')) ?? {}
  expect(people.map(({ name }) => name)).toEqual(russian)
  const next = await peopleList.ask(sideAdmin, { words: 'in-order', after: people[1]?.id }, 'ru')
  expect(next?.people.map(({ name }) => name)).toEqual(russian.slice(2))
})

test('countries do, in their list and where two of them are chosen; so do the bodies of an initiative', async () => {
  const { admin, staff, country } = world()
  await asOwner(async (tx) => {
    for (const [at, name] of russian.entries())
      await insert(tx, 'countries', {
        code: `X${'ABCD'.charAt(at)}`,
        code3: `XX${'ABCD'.charAt(at)}`,
        numeric_code: `99${at}`,
        name: texts(name),
        official_name: texts(name),
        capital: texts(name),
        time_zone: 'UTC',
        currency: 'EUR',
        languages: ['ru'],
      })
    for (const [at, name] of russian.toReversed().entries())
      await insert(tx, 'organisations', {
        code: `UZ-ORDER-${at}`,
        country_id: country.UZ,
        kind: 'ministry',
        iati_type: '10',
        name: texts(name),
      })
  })
  const among = (names: { name: { text: string } }[] = []) =>
    names.map(({ name }) => name.text).filter((name) => russian.includes(name))
  expect(among((await countryList.ask(admin, {}, 'ru'))?.countries)).toEqual(russian)
  expect(among((await administeredPartnerships.ask(admin, {}, 'ru'))?.countries)).toEqual(russian)
  const blank = await blankInitiative.ask(staff, { partnership: 'UZ-KR' }, 'ru')
  expect(among(blank?.offered.organisations)).toEqual(russian)
})

test('countries and partnerships are found by code and by any part of a name, however its letters are typed', async () => {
  const { admin } = world()
  await asOwner((tx) =>
    tx.query(
      `update countries set name = name || '{"uz": {"text": "Oʻzbekiston", "standing": "authentic"}}' where code = 'UZ'`,
    ),
  )
  const countries = async (words: string) =>
    (await countryList.ask(admin, { words }, 'en'))?.countries.map(({ code }) => code)
  for (const words of ["o'zbek", 'O‘ZBEKISTON', 'Ўзбекистон', 'UZ', 'UZB'])
    expect(await countries(words)).toEqual(['UZ'])
  expect(await countries('елкино')).toEqual(['XB'])
  for (const words of ['%', '_', 'nowhere']) expect(await countries(words)).toEqual([])
  const partnerships = async (words: string) =>
    (await administeredPartnerships.ask(admin, { words }, 'en'))?.partnerships.map(({ code }) => code)
  expect(await partnerships('uz-kr')).toEqual(['UZ-KR'])
  expect(await partnerships('nowhere')).toEqual([])
})
