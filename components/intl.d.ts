import type { Language } from '#lib/format/language.ts'
import type messages from '../messages/en.json'

// Keys of messages, their arguments and the language are checked by the compiler.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Language
    Messages: typeof messages
  }
}
