import { isSentFile, type SentFile } from './send-file.tsx'

/** A file on its way, or a link, in the field for evidence. `share`: of the bytes, 0 to 1. */
export type EvidenceItem =
  | { key: string; state: 'waiting'; file: File }
  | { key: string; state: 'sending'; file: File; share: number }
  | { key: string; state: 'sent'; sent: SentFile }
  | { key: string; state: 'refused'; file: File; reason: string; mayTryAgain: boolean }
  | { key: string; state: 'link'; url: string; title: string }

/** What people type without a scheme is meant as https. */
export function withScheme(url: string) {
  const trimmed = url.trim()
  return trimmed === '' || /^[a-z]+:/i.test(trimmed) ? trimmed : `https://${trimmed}`
}

/** What the form sends of it; null while there is nothing to send. */
export function evidenceOf(item: EvidenceItem): string | null {
  if (item.state === 'sent') return JSON.stringify(item.sent)
  if (item.state !== 'link' || item.url.trim() === '') return null
  const url = withScheme(item.url)
  return JSON.stringify({ kind: 'link', url, name: item.title.trim() || url })
}

/** What came back, as a draft or after a refusal. */
export function itemOf(value: string, at: number): EvidenceItem {
  const key = `kept-${at}`
  const kept = parsed(value)
  if (isSentFile(kept)) return { key, state: 'sent', sent: kept }
  const url = textIn(kept, 'url')
  const title = textIn(kept, 'name')
  return { key, state: 'link', url, title: title === url ? '' : title }
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return null
  }
}

function textIn(kept: unknown, name: string) {
  const value =
    typeof kept === 'object' && kept !== null
      ? Object.entries(kept).find(([key]) => key === name)?.[1]
      : undefined
  return typeof value === 'string' ? value : ''
}
