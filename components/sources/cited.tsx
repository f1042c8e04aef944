import { ExternalLink } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Section } from '#components/ui/page.tsx'
import { formatDue } from '#lib/format/due.ts'
import type { CitedSource } from '#lib/sources/cited.ts'

/** The pages on which a record rests, each leading to what Langar knows of it and to the page itself. */
export function Sources({ sources, partnership }: { sources: readonly CitedSource[]; partnership: string }) {
  const t = useTranslations('sources.cited')
  const language = useLocale()
  return (
    <Section title={t('title')} count={sources.length}>
      {sources.length === 0 ? (
        <p className="py-2.5 text-ink-2">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {sources.map((source, at) => (
            <li key={at} className="py-2.5">
              <Link
                href={`/${partnership}/sources/${source.code}`}
                className="quiet-link inline-block min-h-6 content-center"
              >
                {source.title}
              </Link>
              <p className="flex flex-wrap items-center gap-x-2 text-small text-ink-2">
                {source.url === null ? (
                  source.publisher
                ) : (
                  <PageLink url={source.url}>{source.publisher}</PageLink>
                )}
                {source.published && <span>{formatDue(source.published, language)}</span>}
              </p>
              {source.note !== null && (
                <p lang="en" className="text-small text-ink-2">
                  {source.note}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Beside a figure or a sentence: who published it. */
export function SourceLinks({
  sources,
  partnership,
}: {
  sources: readonly CitedSource[]
  partnership: string
}) {
  const t = useTranslations('sources.cited')
  if (sources.length === 0) return null
  // A record may cite one page for several things.
  const once = [...new Map(sources.map((source) => [source.code, source])).values()]
  return (
    <p className="flex flex-wrap gap-x-2 text-small text-ink-2">
      <span className="sr-only">{t('said-by')}</span>
      {once.map(({ code, publisher, title }) => (
        <Link
          key={code}
          href={`/${partnership}/sources/${code}`}
          title={title}
          className="link inline-block min-h-6 content-center decoration-line-2!"
        >
          {publisher}
        </Link>
      ))}
    </p>
  )
}

/** The cited page itself, on somebody else's site: it is not told where the reader came from. */
export function PageLink({ url, children }: { url: string; children: string }) {
  const t = useTranslations('sources.cited')
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="link inline-flex min-h-6 min-w-0 items-center gap-1"
    >
      <span className="min-w-0 wrap-anywhere">{children}</span>
      <ExternalLink className="size-3!" />
      <span className="sr-only">{t('new-tab')}</span>
    </a>
  )
}
