import { type Language, languages } from '#lib/format/language.ts'

export const languageCookie = 'langar-language'

/** 'ko' for 'ko', undefined for whatever the interface does not speak. */
export function languageOf(sent: unknown): Language | undefined {
  return languages.find((language) => language === sent)
}

/** What was chosen; else the first language of Accept-Language that the interface speaks ('ru-RU;q=0.8'
 *  counts as ru); else English. */
export function languageFrom(chosen: string | undefined, acceptLanguage: string | null): Language {
  return languageOf(chosen) ?? accepted(acceptLanguage ?? '') ?? 'en'
}

function accepted(header: string) {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.trim().split(';')
      const quality = settings
        .map((setting) => /^\s*q=([\d.]+)\s*$/.exec(setting)?.[1])
        .find((value) => value)
      return { language: languageOf(tag.toLowerCase().split('-')[0]), quality: Number(quality ?? 1) }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .find(({ language }) => language !== undefined)?.language
}

/** What next-intl asks once a request (named in next.config.js). Imports Next.js only when asked, so that
 *  scripts can read this file too. */
export default async function requestLanguage({ locale }: { locale?: string }) {
  const language = languageOf(locale) ?? (await languageOfRequest())
  return { locale: language, messages: await messagesIn(language), timeZone: 'UTC' }
}

async function languageOfRequest() {
  const { cookies, headers } = await import('next/headers')
  return languageFrom((await cookies()).get(languageCookie)?.value, (await headers()).get('accept-language'))
}

/** All words of the interface. */
export async function messagesIn(language: Language) {
  const { default: messages } = await import(`../../messages/${language}.json`, { with: { type: 'json' } })
  return messages
}
