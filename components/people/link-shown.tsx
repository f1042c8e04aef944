'use client'
import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

/** A one-time link, whole, to be copied: by a button where the browser has a clipboard for it, which it lends to no page
 *  that came unencrypted, else by hand. */
export function LinkShown({ address }: { address: string }) {
  const t = useTranslations('people.link')
  const [canCopy, setCanCopy] = useState(false)
  const [isCopied, setCopied] = useState(false)
  useEffect(() => setCanCopy('clipboard' in navigator), [])
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCanCopy(false),
    )
  return (
    <div className="flex flex-wrap items-start gap-2">
      <code className="min-w-0 flex-1 rounded-field border border-line-2 bg-surface px-2.5 py-2 font-mono text-small break-all select-all">
        {address}
      </code>
      {canCopy && (
        <button type="button" className="button" onClick={copy}>
          {isCopied ? <Check /> : <Copy />}
          {t(isCopied ? 'copied' : 'copy')}
        </button>
      )}
    </div>
  )
}
