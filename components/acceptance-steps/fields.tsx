'use client'
import { useContext } from 'react'
import { useTranslations } from 'next-intl'
import { GroupField } from '#components/ui/group-field.tsx'
import { FormState } from '#components/ui/form-state.tsx'
import type { AcceptanceStepList } from '#lib/acceptance-steps/list.ts'

const places = [1, 2, 3, 4, 5]

/** Five places, of which one at least is filled: a post, or any staff of the side. */
export function StepFields({ chain: { steps, posts } }: { chain: AcceptanceStepList['chains'][number] }) {
  const t = useTranslations('acceptance-steps')
  const { id, typed } = useContext(FormState)
  const shown = typed['steps[]'] ?? steps.map(({ post }) => post?.id ?? 'any-staff')
  const first = shown.length > 0 ? shown : ['any-staff']
  return (
    <GroupField name="steps[]" label={t('change.steps')} hint={t('change.steps-hint')}>
      {places.map((place) => (
        <div key={place} className="flex items-center gap-3">
          <label htmlFor={`${id}step-${place}`} className="w-16 flex-none text-ink-2">
            {t('change.step', { place: String(place) })}
          </label>
          <select
            id={`${id}step-${place}`}
            name="steps[]"
            defaultValue={first[place - 1] ?? ''}
            className="field min-w-0 flex-1"
          >
            <option value="">{t('change.no-step')}</option>
            <option value="any-staff">{t('any-staff')}</option>
            {posts.map((post) => (
              <option key={post.id} value={post.id}>
                {post.title.text} · {post.organisation.text}
              </option>
            ))}
          </select>
        </div>
      ))}
    </GroupField>
  )
}
