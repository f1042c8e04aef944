import { FileCheck2, FileClock, FileX2, RotateCw, Trash2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { formatFileSize } from '#lib/format/file-size.ts'
import { formatPercent } from '#lib/format/percent.ts'
import { type EvidenceItem, withScheme } from './evidence-item.ts'

/** A file with how far it has come, and what can be done about it. */
export function FileRow({
  item,
  onChange,
  onRemove,
}: {
  item: Exclude<EvidenceItem, { state: 'link' }>
  onChange: (item: EvidenceItem) => void
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

/** A link being typed: its address and what to call it. */
export function LinkRow({
  item,
  onChange,
  onRemove,
}: {
  item: Extract<EvidenceItem, { state: 'link' }>
  onChange: (item: EvidenceItem) => void
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
