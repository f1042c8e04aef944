import { Link2, Paperclip } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { formatFileSize } from '#lib/format/file-size.ts'
import type { ShownEvidence } from '#lib/progress-reports/reports-on.ts'

/** What a report rests on: files, to be saved, and links, each with what identifies it. */
export function EvidenceList({ evidence }: { evidence: readonly ShownEvidence[] }) {
  if (evidence.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-2">
      {evidence.map((one) => (
        <li key={one.id} className="min-w-0 max-w-full">
          {one.kind === 'file' ? <File {...one} /> : <WebLink {...one} />}
        </li>
      ))}
    </ul>
  )
}

const chip =
  'tap inline-flex max-w-full min-h-7 items-center gap-x-1.5 rounded-field border border-line-2 bg-surface px-2 py-0.5 hover:border-line-3'

function File({ id, name, size, sha256 }: Extract<ShownEvidence, { kind: 'file' }>) {
  const t = useTranslations('evidence')
  const language = useLocale()
  return (
    <a href={`/api/v1/evidence/${id}`} download className={chip}>
      <Paperclip className="text-ink-3" />
      <span className="min-w-0 wrap-anywhere">{name}</span>
      <span className="whitespace-nowrap text-ink-2">{formatFileSize(size, language)}</span>
      <span className="code" title={`SHA-256 ${sha256}`}>
        <span className="sr-only">{t('fingerprint')} </span>
        {sha256.slice(0, 4)}…{sha256.slice(-4)}
      </span>
    </a>
  )
}

function WebLink({ name, url }: Extract<ShownEvidence, { kind: 'link' }>) {
  return (
    <a href={url} target="_blank" rel="noreferrer" title={url} className={chip}>
      <Link2 className="text-ink-3" />
      <span className="max-w-80 min-w-0 truncate">
        {name === URL.parse(url)?.host ? addressOf(url) : name}
      </span>
    </a>
  )
}

/** A link that nobody named is shown by its address: two of one site would look alike. */
const addressOf = (url: string) => url.replace(/^https?:\/\//, '').replace(/\/$/, '')
