import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { languages } from '#lib/format/language.ts'
import { everyCommand } from '#tests/matrix.ts'
import { messagesSaid } from '#tests/message-uses.ts'

type Messages = { [key: string]: string | Messages }

const messagesIn = async (language: string): Promise<Map<string, string>> =>
  flat(JSON.parse(await readFile(join(import.meta.dirname, `../messages/${language}.json`), 'utf8')))

function flat(messages: Messages, before = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[before + key, value] as const] : [...flat(value, `${before}${key}.`)],
    ),
  )
}

/** Names of the placeholders, and the plural forms of each that is counted. */
function partsOf(elements: MessageFormatElement[]): { names: string[]; plurals: string[][] } {
  const names: string[] = []
  const plurals: string[][] = []
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    names.push(element.value)
    if (element.type === TYPE.plural) plurals.push(Object.keys(element.options))
    if (element.type !== TYPE.plural && element.type !== TYPE.select && element.type !== TYPE.tag) continue
    const inner =
      element.type === TYPE.tag
        ? [element.children]
        : Object.values(element.options).map(({ value }) => value)
    for (const part of inner.map(partsOf)) {
      names.push(...part.names)
      plurals.push(...part.plurals)
    }
  }
  return { names: [...new Set(names)].toSorted(), plurals }
}

test.each(languages.filter((language) => language !== 'en'))(
  '%s has every sentence, with the same placeholders',
  async (language) => {
    const [english, other] = [await messagesIn('en'), await messagesIn(language)]
    expect([...other.keys()].toSorted()).toEqual([...english.keys()].toSorted())
    const differing = [...english].filter(
      ([key, text]) =>
        String(partsOf(parse(text)).names) !== String(partsOf(parse(other.get(key) ?? '')).names),
    )
    expect(differing.map(([key]) => key)).toEqual([])
  },
)

test.each(languages)('%s has every plural form that its grammar knows', async (language) => {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const missing = [...(await messagesIn(language))].filter(([, text]) =>
    partsOf(parse(text)).plurals.some(
      (forms) => !forms.includes('other') || needed.some((form) => !forms.includes(form)),
    ),
  )
  expect(missing.map(([key]) => key)).toEqual([])
})

test('no sentence is kept that nothing says', async () => {
  const isSaid = await messagesSaid()
  const unsaid = [...(await messagesIn('en')).keys()].filter((key) => !isSaid(key))
  expect(unsaid).toEqual([])
  expect(isSaid('milestones.board.move.spoken-by-nobody')).toBe(false)
})

test.each(languages)(
  '%s has no sentence that is empty, and none in the letters of another language',
  async (language) => {
    const foreign = { en: /[а-яё가-힣]/i, uz: /[а-яё가-힣]|[oOgG]['`’‘]/i, ru: /[가-힣]/, ko: /[а-яё]/i }[
      language
    ]
    const messages = [...(await messagesIn(language))]
    expect(messages.filter(([, text]) => text.trim() === '' || foreign.test(text))).toEqual([])
    if (language === 'en' || language === 'uz') return
    const english = await messagesIn('en')
    const inEnglish = messages.filter(
      ([key, text]) =>
        text === english.get(key) && /[a-z]{2} [a-z]{2}/i.test(text.replaceAll(/\{\w+\}/g, '')),
    )
    expect(inEnglish).toEqual([])
  },
)

test('the ledger has a name for every act, and for none that is not', async () => {
  const acts = (await everyCommand()).map(({ name }) => name.replace('.', '-'))
  const named = [...(await messagesIn('en')).keys()].flatMap(
    (key) => /^audit-events\.act\.(.*)$/.exec(key)?.[1] ?? [],
  )
  // Loaded and made outside the doors; and a step that was not the last, which the overview tells apart.
  const others = ['import', 'people-create-first-admin', 'passed-on']
  expect(named.toSorted()).toEqual([...acts, ...others].toSorted())
})
