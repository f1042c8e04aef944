'use client'
import { Camera, Link2, Paperclip } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { type DragEvent, type ReactNode, useState, useSyncExternalStore } from 'react'
import { formatFileSize } from '#lib/format/file-size.ts'
import { maxFileBytes } from '#lib/rules/limits.ts'
import { evidenceOf } from './evidence-item.ts'
import { FileRow, LinkRow } from './evidence-rows.tsx'
import { HintAndError } from './field.tsx'
import { useField } from './form-state.tsx'
import { useEvidence } from './use-evidence.ts'

/** Files, and links, as evidence. With JavaScript each file goes up at once, one after another, with its
 *  progress shown, and the form sends `evidence[]`, one JSON a file ({ kind, name, sha256, size }) or link
 *  ({ kind, url, name }). Without, it is a plain field for files (`files`) and one for links (`links`, one
 *  a line); what an earlier try has stored comes back as ticks. */
export function FileField({
  label,
  hasLinks = false,
  accept,
  isOptional = false,
}: {
  label: ReactNode
  hasLinks?: boolean
  accept?: string
  isOptional?: boolean
}) {
  const name = 'evidence[]'
  const t = useTranslations('ui')
  const language = useLocale()
  const { id, error } = useField(name, { hint: true })
  const links = useField('links', { hint: false })
  const { items, sent, isBusy, addFiles, addLink, put, remove } = useEvidence(name)
  const [isOver, setOver] = useState(false)
  const hasScript = useSyncExternalStore(
    noChange,
    () => true,
    () => false,
  )
  const limit = formatFileSize(maxFileBytes, language)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    addFiles(event.dataTransfer.files)
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
          addFiles(currentTarget.files ?? [])
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
      <HintAndError id={id} hint={t('file.limit', { limit })} error={error} />
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
            <HintAndError id={links.id} error={links.error} />
            <textarea {...links.wiring} rows={2} defaultValue={links.shown} className="field" />
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
            <button type="button" className="button" onClick={addLink}>
              <Link2 />
              {t('file.link')}
            </button>
          )}
          <span className="hidden text-ink-2 md:inline">{t('file.drop')}</span>
        </div>
        {hasScript && sent.map((value) => <input key={value} type="hidden" name={name} value={value} />)}
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
          {isBusy ? t('file.sending') : sent.length > 0 ? t('file.count', { count: sent.length }) : ''}
        </p>
      </div>
    </fieldset>
  )
}

const noChange = () => () => {}
