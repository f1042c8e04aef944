'use client'
import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

/** A one-time link, whole, to be copied. Which address this site has only the browser knows. */
export function LinkShown({ path }: { path: string }) {
  const t = useTranslations('people.link')
  const [origin, setOrigin] = useState('')
  const [isCopied, setCopied] = useState(false)
  useEffect(() => setOrigin(location.origin), [])
  const address = origin + path
  return (
    <div className="flex flex-wrap items-start gap-2">
      <code className="min-w-0 flex-1 rounded-field border border-line-2 bg-surface px-2.5 py-2 font-mono text-small break-all select-all">
        {address}
      </code>
      {origin !== '' && (
        <button
          type="button"
          className="button"
          onClick={() => navigator.clipboard.writeText(address).then(() => setCopied(true))}
        >
          {isCopied ? <Check /> : <Copy />}
          {t(isCopied ? 'copied' : 'copy')}
        </button>
      )}
    </div>
  )
}
