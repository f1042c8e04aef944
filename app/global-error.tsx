'use client'
import './globals.css'
import { type Language, languages } from '#lib/format/language.ts'

// Here the layout itself has failed, and the messages with it; so these sentences stand beside it.
const sentences: Record<Language, { title: string; advice: string; again: string }> = {
  en: {
    title: 'Something went wrong on our side',
    advice:
      'Nothing that was saved is lost. Try again; if it happens once more, tell your administrator when it happened.',
    again: 'Try again',
  },
  uz: {
    title: 'Tizimda xatolik yuz berdi',
    advice:
      'Saqlangan maʼlumotlar yoʻqolmagan. Qayta urinib koʻring; takrorlansa, vaqtini administratorga ayting.',
    again: 'Qayta urinish',
  },
  ru: {
    title: 'На нашей стороне произошла ошибка',
    advice:
      'Сохранённые данные не потеряны. Повторите попытку; если ошибка повторится, сообщите администратору её время.',
    again: 'Повторить',
  },
  ko: {
    title: '시스템에 문제가 발생했습니다',
    advice:
      '저장된 내용은 그대로 있습니다. 다시 시도해 주십시오. 문제가 계속되면 발생 시각을 관리자에게 알려 주십시오.',
    again: '다시 시도',
  },
}

export default function GlobalError({ reset }: { reset: () => void }) {
  const language = languageHere()
  const { title, advice, again } = sentences[language]
  return (
    <html lang={language}>
      <body>
        <title>{title}</title>
        <main className="mx-auto flex min-h-dvh max-w-120 flex-col items-start justify-center gap-4 p-(--gutter)">
          <h1 className="text-head font-strong">{title}</h1>
          <p className="text-lead text-ink-2">{advice}</p>
          <button type="button" className="button" data-kind="main" onClick={reset}>
            {again}
          </button>
        </main>
      </body>
    </html>
  )
}

function languageHere(): Language {
  if (typeof document === 'undefined') return 'en'
  const wanted = [document.documentElement.lang, navigator.language.slice(0, 2)]
  return languages.find((language) => wanted.includes(language)) ?? 'en'
}
