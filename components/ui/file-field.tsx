'use client'
import { Camera, FileCheck2, FileClock, FileX2, Link2, Paperclip, RotateCw, Trash2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import {
  type DragEvent,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { formatFileSize } from '#lib/format/file-size.ts'
import { formatPercent } from '#lib/format/percent.ts'
import { maxFileBytes } from '#lib/rules/limits.ts'
import { HintAndError } from './field.tsx'
import { FormState, useField } from './form-state.tsx'
import { isSentFile, sendFile, type Sending, type SentFile } from './send-file.tsx'

type Item =
  | { key: string; state: 'waiting'; file: File }
  | { key: string; state: 'sending'; file: File; share: number }
  | { key: string; state: 'sent'; sent: SentFile }
  | { key: string; state: 'refused'; file: File; reason: string; mayTryAgain: boolean }
  | { key: string; state: 'link'; url: string; title: string }

/** Files, and links, as evidence. With JavaScript each file goes up at once, one after another, with its
 *  progress shown, and the form sends `evidence[]`, one JSON a file ({ kind, name, sha256, size }) or link
 *  ({ kind, url, name }). Without, it is a plain field for files (`files`) and one for links (`links`, one
 *  a line); what an earlier try has stored comes back as ticks. */
export function FileField({
  label,
  hint,
  hasLinks = false,
  accept,
  isOptional = false,
}: {
  label: ReactNode
  hint?: ReactNode
  hasLinks?: boolean
  accept?: string
  isOptional?: boolean
}) {
  const name = 'evidence[]'
  const t = useTranslations('ui')
  const language = useLocale()
  const { typed, changed, hold } = useContext(FormState)
  const { id, error } = useField(name, { hint: true })
  const hasScript = useSyncExternalStore(
    noChange,
    () => true,
    () => false,
  )
  const [items, setItems] = useState<readonly Item[]>(() => (typed[name] ?? []).map(itemOf))
  const [isOver, setOver] = useState(false)
  const sending = useRef(new Map<string, Sending>())
  const limit = formatFileSize(maxFileBytes, language)

  const isBusy = items.some(({ state }) => state === 'waiting' || state === 'sending')
  const evidence = items.map(evidenceOf).filter((one) => one !== null)
  const evidenceNow = evidence.join('\n')

  const isRefused = items.some(({ state }) => state === 'refused')
  useEffect(() => hold(name, isBusy ? 'busy' : isRefused ? t('file.settle') : null))
  const before = useRef(evidenceNow)
  useEffect(() => {
    if (before.current === evidenceNow) return
    before.current = evidenceNow
    changed()
  })
  useEffect(() => {
    const next = items.find((item) => item.state === 'waiting')
    if (!next || items.some(({ state }) => state === 'sending')) return
    put({ key: next.key, state: 'sending', file: next.file, share: 0 })
    const going = sendFile(next.file, (share) =>
      put({ key: next.key, state: 'sending', file: next.file, share }),
    )
    sending.current.set(next.key, going)
    void going.answer.then((answer) => {
      sending.current.delete(next.key)
      if ('sha256' in answer) put({ key: next.key, state: 'sent', sent: answer })
      else {
        const reason = answer.refusal ?? t('file.unreachable')
        put({
          key: next.key,
          state: 'refused',
          file: next.file,
          reason,
          mayTryAgain: answer.refusal === null,
        })
      }
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
  function put(item: Item) {
    setItems((now) => now.map((one) => (one.key === item.key ? item : one)))
  }

  function add(files: Iterable<File>) {
    const added = [...files].map((file): Item => {
      const key = crypto.getRandomValues(new Uint32Array(2)).join('-')
      return file.size > maxFileBytes
        ? { key, state: 'refused', file, reason: t('file.too-large', { limit }), mayTryAgain: false }
        : { key, state: 'waiting', file }
    })
    setItems((now) => [...now, ...added])
  }

  function remove(key: string) {
    sending.current.get(key)?.stop()
    setItems((now) => now.filter((item) => item.key !== key))
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    add(event.dataTransfer.files)
  }

  const choose = (
    icon: ReactNode,
    word: string,
    more: { capture?: 'environment'; accept?: string | undefined; className?: string },
  ) => (
    <label
      className={`button has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${more.className ?? ''}`}
    >
      <input
        type="file"
        multiple
        accept={more.accept}
        capture={more.capture}
        aria-describedby={`${id}-hint`}
        className="sr-only"
        onChange={({ currentTarget }) => {
          add(currentTarget.files ?? [])
          currentTarget.value = ''
        }}
      />
      {icon}
      {word}
    </label>
  )

  return (
    <fieldset className="flex min-w-0 flex-col gap-1" id={id} tabIndex={-1}>
      <legend className="mb-1 font-medium">
        {label}
        {isOptional && <span className="font-normal text-ink-3"> {t('field.optional')}</span>}
      </legend>
      <HintAndError id={id} hint={hint ?? t('file.limit', { limit })} error={error} />
      <noscript>
        {items.map((item) => {
          const value = evidenceOf(item)
          return (
            value !== null && (
              <label key={item.key} className="tap flex items-center gap-2.5 py-1">
                <input type="checkbox" name={name} value={value} defaultChecked className="size-4" />
                {item.state === 'sent' ? item.sent.name : item.state === 'link' ? item.url : ''}
              </label>
            )
          )
        })}
        <input
          type="file"
          name="files"
          multiple
          accept={accept}
          aria-label={t('file.choose')}
          className="field mt-1"
        />
        {hasLinks && (
          <label className="mt-3 flex flex-col gap-1">
            {t('file.links')}
            <textarea name="links" rows={2} defaultValue={typed['links']?.[0]} className="field" />
          </label>
        )}
      </noscript>
      <div className={`mt-1 flex min-h-15 flex-col gap-2 ${hasScript ? '' : 'invisible'} noscript:hidden`}>
        <div
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
          className={`flex flex-wrap items-center gap-2 rounded-card md:border md:border-dashed md:p-3 ${isOver ? 'border-accent bg-accent-soft' : 'border-line-3'}`}
        >
          {choose(<Camera />, t('file.photo'), {
            accept: 'image/*',
            capture: 'environment',
            className: 'md:hidden',
          })}
          {choose(<Paperclip />, t('file.file'), { accept })}
          {hasLinks && (
            <button
              type="button"
              className="button"
              onClick={() =>
                setItems((now) => [...now, { key: `link-${Date.now()}`, state: 'link', url: '', title: '' }])
              }
            >
              <Link2 />
              {t('file.link')}
            </button>
          )}
          <span className="hidden text-ink-2 md:inline">{t('file.drop')}</span>
        </div>
        {hasScript && evidence.map((value) => <input key={value} type="hidden" name={name} value={value} />)}
        <ul className="flex flex-col gap-2">
          {items.map((item) =>
            item.state === 'link' ? (
              <LinkRow key={item.key} item={item} onChange={put} onRemove={() => remove(item.key)} />
            ) : (
              <FileRow key={item.key} item={item} onChange={put} onRemove={() => remove(item.key)} />
            ),
          )}
        </ul>
        <p role="status" className="sr-only">
          {isBusy
            ? t('file.sending')
            : evidence.length > 0
              ? t('file.count', { count: evidence.length })
              : ''}
        </p>
      </div>
    </fieldset>
  )
}

const noChange = () => () => {}

function FileRow({
  item,
  onChange,
  onRemove,
}: {
  item: Exclude<Item, { state: 'link' }>
  onChange: (item: Item) => void
  onRemove: () => void
}) {
  const t = useTranslations('ui.file')
  const language = useLocale()
  const { name, size } = item.state === 'sent' ? item.sent : item.file
  const percent = item.state === 'sending' ? Math.round(item.share * 100) : 0
  const words = {
    waiting: t('waiting'),
    sending: t('sending-percent', { percent: formatPercent(percent, language) }),
    sent: t('sent'),
    refused: t('refused'),
  }
  const isRefused = item.state === 'refused'
  const Sign = isRefused ? FileX2 : item.state === 'sent' ? FileCheck2 : FileClock
  return (
    <li className={`rounded-field border bg-surface ${isRefused ? 'border-alarm/50' : 'border-line'}`}>
      <div className="flex items-center gap-2 py-1 pr-1 pl-2.5">
        <Sign
          className={isRefused ? 'text-alarm' : item.state === 'sent' ? 'text-completed' : 'text-ink-3'}
        />
        <span className="min-w-0 flex-1 py-1">
          <span className="font-medium wrap-anywhere">{name}</span>{' '}
          <span className="whitespace-nowrap text-ink-2">
            {formatFileSize(size, language)} · {words[item.state]}
          </span>
          {isRefused && <span className="block text-alarm">{item.reason}</span>}
        </span>
        {isRefused && item.mayTryAgain && (
          <button
            type="button"
            className="button"
            data-kind="quiet"
            onClick={() => onChange({ key: item.key, state: 'waiting', file: item.file })}
          >
            <RotateCw />
            {t('again')}
          </button>
        )}
        <RemoveButton name={name} onPress={onRemove} />
      </div>
      {item.state === 'sending' && (
        <div
          role="progressbar"
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          className="h-0.75 overflow-hidden rounded-b-field bg-line"
        >
          <div className="h-full bg-accent transition-[width]" style={{ width: `${percent}%` }} />
        </div>
      )}
    </li>
  )
}

function LinkRow({
  item,
  onChange,
  onRemove,
}: {
  item: Extract<Item, { state: 'link' }>
  onChange: (item: Item) => void
  onRemove: () => void
}) {
  const t = useTranslations('ui.file')
  return (
    <li className="flex items-start gap-1 rounded-field border border-line bg-surface p-2 pr-1">
      <div className="grid min-w-0 flex-1 gap-2 md:grid-cols-2">
        <input
          type="url"
          autoFocus={item.url === ''}
          value={item.url}
          placeholder="https://"
          aria-label={t('address')}
          onChange={({ currentTarget: { value } }) => onChange({ ...item, url: value })}
          onBlur={() => onChange({ ...item, url: withScheme(item.url) })}
          className="field"
        />
        <input
          value={item.title}
          placeholder={t('title')}
          aria-label={t('title')}
          onChange={({ currentTarget: { value } }) => onChange({ ...item, title: value })}
          className="field"
        />
      </div>
      <RemoveButton name={item.title || item.url} onPress={onRemove} />
    </li>
  )
}

function RemoveButton({ name, onPress }: { name: string; onPress: () => void }) {
  const t = useTranslations('ui.file')
  return (
    <button
      type="button"
      className="button min-w-(--control) px-1"
      data-kind="quiet"
      aria-label={t('remove', { name })}
      onClick={onPress}
    >
      <Trash2 />
    </button>
  )
}

function withScheme(url: string) {
  const trimmed = url.trim()
  return trimmed === '' || /^[a-z]+:/i.test(trimmed) ? trimmed : `https://${trimmed}`
}

/** What the form sends of it; null while there is nothing to send. */
function evidenceOf(item: Item): string | null {
  if (item.state === 'sent') return JSON.stringify(item.sent)
  if (item.state !== 'link' || item.url.trim() === '') return null
  const url = withScheme(item.url)
  return JSON.stringify({ kind: 'link', url, name: item.title.trim() || url })
}

/** What came back, as a draft or after a refusal. */
function itemOf(value: string, at: number): Item {
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
