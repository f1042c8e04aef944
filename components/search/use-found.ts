import { useEffect, useState } from 'react'
import { searchLength } from '#lib/rules/limits.ts'
import type { SearchResult, SearchResults } from '#lib/search/results.ts'

/** Milliseconds without a key before it looks. */
const pause = 120
const shown = 12

/** What is found for the words that stand in a field, looked for while they are typed. Until the next answer is there the
 *  last one stays. */
export function useFound(words: string): {
  results: readonly SearchResult[]
  isLooking: boolean
  hasFailed: boolean
} {
  const asked = words.trim()
  const isAsked = asked.length >= searchLength.min
  const [answer, setAnswer] = useState<{ to: string; results: readonly SearchResult[] | null }>()

  useEffect(() => {
    if (!isAsked) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/v1/search?${new URLSearchParams({ words: asked })}`, {
          signal: stop.signal,
        })
        const found: SearchResults | null = response.ok ? await response.json() : null
        setAnswer({ to: asked, results: found?.results.slice(0, shown) ?? null })
      } catch {
        if (!stop.signal.aborted) setAnswer({ to: asked, results: null })
      }
    }, pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [asked, isAsked])

  const isLooking = isAsked && answer?.to !== asked
  return {
    results: isAsked ? (answer?.results ?? []) : [],
    isLooking,
    hasFailed: isAsked && !isLooking && answer?.results === null,
  }
}
