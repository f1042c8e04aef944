import { useLocale } from 'next-intl'
import { formatDate } from '#lib/format/date.ts'
import type { ShownPost } from '#lib/people/shown-post.ts'
import { todayIn } from '#lib/rules/due-date.ts'

/** Who did something: the post and its organisation, never the person. `at`: when, ISO 8601, as the date was there. */
export function PostLine({ post, at }: { post: ShownPost; at?: string | null }) {
  const language = useLocale()
  return (
    <span>
      <span lang={post.title.language}>{post.title.text}</span>,{' '}
      <span lang={post.organisation.language}>{post.organisation.text}</span>
      {at && (
        <>
          {'\u00A0· '}
          <time dateTime={at} className="whitespace-nowrap">
            {formatDate(todayIn(post.timeZone, new Date(at)), 'day', language, 'short')}
          </time>
        </>
      )}
    </span>
  )
}
