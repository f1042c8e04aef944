'use client'
import { useTranslations } from 'next-intl'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { v4 as timelessId } from 'uuid'
import { DialogFrame } from '#components/ui/dialog-frame.tsx'
import { Form } from '#components/ui/form.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Select } from '#components/ui/select.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { BoardCard } from '#lib/milestones/board-cards.ts'
import { maxLength } from '#lib/rules/limits.ts'
import { blockCauses } from '#lib/rules/milestone-status.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { doors, type WordyAct } from './acts.ts'

/** Asks for the words of an act, over the board. The card goes once they are sent. `isAlone`: nobody else has to agree that
 *  the milestone is cancelled or restored. */
export function ActForm({
  card,
  act,
  isAlone,
  shownCode,
  onSent,
  onClose,
}: {
  card: BoardCard
  act: WordyAct
  isAlone: boolean
  shownCode: string
  onSent: () => void
  onClose: () => void
}) {
  const t = useTranslations('milestones')
  const decides = isAlone && (act === 'cancel' || act === 'restore')
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [id] = useState(() => timelessId())
  const [here] = useState(() => location.pathname + location.search)
  useLayoutEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('select, textarea')?.focus()
  }, [])
  return (
    <DialogFrame
      dialog={dialog}
      titleId={titleId}
      onClose={onClose}
      head={
        <div>
          <p className="code">{shownCode}</p>
          <h2 id={titleId} className="text-title font-strong">
            {t(decides ? `${act}.button-alone` : `${act}.title`)}
          </h2>
          <p className="mt-1 text-ink-2">
            <RecordText text={card.title} />
          </p>
        </div>
      }
    >
      <Form
        action={`/api/v1/milestones/${card.code}/${doors[act]}`}
        hidden={{ id, version: card.version }}
        draft={`milestones.${doors[act]}:${card.code}`}
        next={here}
        onSent={onSent}
        className="flex flex-col gap-4"
      >
        <ChangedMeanwhile />
        {act === 'block' ? (
          <>
            <Select
              name="cause"
              label={t('block.cause')}
              none={t('block.choose')}
              options={blockCauses.map((value) => ({ value, label: t(`block-cause.${value}`) }))}
            />
            <TextArea
              name="words"
              label={t('block.words')}
              hint={t('block.hint')}
              maxLength={maxLength.reason}
            />
          </>
        ) : (
          <TextArea
            name="reason"
            label={t(`${act}.reason`)}
            hint={t(decides ? `${act}.hint-alone` : `${act}.hint`)}
            maxLength={maxLength.reason}
          />
        )}
        <div className="flex flex-wrap items-center gap-2">
          <Submit kind={act === 'dispute' || act === 'cancel' ? 'danger' : 'main'}>
            {t(decides ? `${act}.button-alone` : `${act}.button`)}
          </Submit>
        </div>
      </Form>
    </DialogFrame>
  )
}
