import { useLocale, useTranslations } from 'next-intl'
import { useContext, useEffect, useRef, useState } from 'react'
import { formatFileSize } from '#lib/format/file-size.ts'
import { maxFileBytes } from '#lib/rules/limits.ts'
import { type EvidenceItem, evidenceOf, itemOf } from './evidence-item.ts'
import { FormState } from './form-state.tsx'
import { sendFile, type Sending } from './send-file.tsx'

/** The files and links of a field for evidence. Each file goes up at once, one after another; the form is held while one
 *  is on its way or refused, and told when what it would send has changed. `sent`: what it would send, a JSON each. */
export function useEvidence(name: string) {
  const t = useTranslations('ui.file')
  const language = useLocale()
  const { typed, changed, hold } = useContext(FormState)
  const [items, setItems] = useState<readonly EvidenceItem[]>(() => (typed[name] ?? []).map(itemOf))
  const sending = useRef(new Map<string, Sending>())

  const isBusy = items.some(({ state }) => state === 'waiting' || state === 'sending')
  const isRefused = items.some(({ state }) => state === 'refused')
  useEffect(() => hold(name, isBusy ? 'busy' : isRefused ? t('settle') : null))

  const sent = items.map(evidenceOf).filter((one) => one !== null)
  const sentNow = sent.join('\n')
  const before = useRef(sentNow)
  useEffect(() => {
    if (before.current === sentNow) return
    before.current = sentNow
    changed()
  })

  useEffect(() => {
    const next = items.find((item) => item.state === 'waiting')
    if (!next || items.some(({ state }) => state === 'sending')) return
    const { key, file } = next
    put({ key, state: 'sending', file, share: 0 })
    const going = sendFile(file, (share) => put({ key, state: 'sending', file, share }))
    sending.current.set(key, going)
    void going.answer.then((answer) => {
      sending.current.delete(key)
      if ('sha256' in answer) return put({ key, state: 'sent', sent: answer })
      const reason = answer.refusal ?? t('unreachable')
      put({ key, state: 'refused', file, reason, mayTryAgain: answer.refusal === null })
    })
  })
  useEffect(() => {
    const all = sending.current
    return () => {
      all.forEach(({ stop }) => stop())
      hold(name, null)
    }
  }, [])

  // Only what is still in the list: a file may have been taken out while it went up.
  function put(item: EvidenceItem) {
    setItems((now) => now.map((one) => (one.key === item.key ? item : one)))
  }

  function addFiles(files: Iterable<File>) {
    const reason = t('too-large', { limit: formatFileSize(maxFileBytes, language) })
    const added = [...files].map((file): EvidenceItem => {
      const key = crypto.getRandomValues(new Uint32Array(2)).join('-')
      return file.size > maxFileBytes
        ? { key, state: 'refused', file, reason, mayTryAgain: false }
        : { key, state: 'waiting', file }
    })
    setItems((now) => [...now, ...added])
  }

  function addLink() {
    setItems((now) => [...now, { key: `link-${Date.now()}`, state: 'link', url: '', title: '' }])
  }

  function remove(key: string) {
    sending.current.get(key)?.stop()
    setItems((now) => now.filter((item) => item.key !== key))
  }

  return { items, sent, isBusy, addFiles, addLink, put, remove }
}
