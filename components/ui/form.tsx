'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import {
  Fragment,
  type ReactNode,
  type SubmitEvent,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from 'react'
import { v7 as newId } from 'uuid'
import type { Attempt } from '#lib/runner/attempts.ts'
import { CloseDialog } from './close-dialog.tsx'
import { DraftOwner, dropDraft, keepDraft, keptDraft } from './draft.tsx'
import { fieldId, FormState, type Values } from './form-state.tsx'
import { post, type ShownProblem } from './post.tsx'
import { ProblemSummary } from './problem.tsx'

/** Fields that the person does not see. `id`: of what is created, chosen by the page; `version`: of the
 *  record as it was seen. */
type Hidden = Readonly<Record<string, string | number>>

type FormProps = {
  /** The door's address. */
  action: string
  hidden?: Hidden
  /** What the page found under ?attempt=: how a refusal comes back without JavaScript. Taken by the form of that door. */
  attempt?: Attempt | undefined
  /** Keeps what is typed in this browser under this name, for this person alone. */
  draft?: string
  /** Where to go once it was sent; else where the door leads. */
  next?: string | undefined
  onSent?: () => void
  className?: string
  children: ReactNode
}

/** The one form. A plain HTML form to a door of /api/v1; with JavaScript it is sent without leaving the
 *  page, an error stands at its field and loses nothing, what was typed survives a closed tab, and a
 *  second press does nothing. */
export function Form(props: FormProps) {
  // Another door is another form: nothing of the old one may be left in it (the review queue, going to its
  // next item).
  return <OneForm key={props.action} {...props} />
}

function OneForm({
  action,
  hidden = {},
  attempt,
  draft: draftName,
  next,
  onSent,
  className,
  children,
}: FormProps) {
  const t = useTranslations('ui.form')
  const router = useRouter()
  const closeDialog = useContext(CloseDialog)
  const owner = useContext(DraftOwner)
  const draftKey = draftName !== undefined && owner !== null ? `${owner}:${draftName}` : null

  const refused = attempt?.door === action ? attempt : undefined

  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const [isPosting, setPosting] = useState(false)
  const [isGoing, go] = useTransition()
  const [isWaiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<ShownProblem | null>(refused?.problem ?? null)
  // Fields are drawn anew, with other values at first, when the round changes: a draft found, a fresh start,
  // a form that was sent.
  const [round, setRound] = useState<{ number: number; typed: Values }>({
    number: 0,
    typed: valuesTyped(refused),
  })
  const [draft, setDraft] = useState<'none' | 'saved' | 'restored'>('none')
  const [rests, setRests] = useState(hidden)
  const isTouched = useRef(false)
  /** The fields as they were when the typing began. */
  const seen = useRef<Values>({})
  /** What was typed into a record that has changed meanwhile, until it stands in the record as it is now. */
  const mine = useRef<'due' | Values | undefined>(undefined)
  const held = useRef(new Map<string, string>())
  const waiting = useRef(false)
  const saving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isSending = isPosting || isGoing
  const sending = useRef(false)

  // Whoever has typed rests on what was seen when the typing began; who has not, on what the page shows now.
  const hiddenNow = JSON.stringify(hidden)
  useEffect(() => {
    if (!isTouched.current) setRests(JSON.parse(hiddenNow))
    else if (problem?.code === 'conflict')
      setRests((before) => ({ ...JSON.parse(hiddenNow), ...only(before, 'id') }))
  }, [hiddenNow, problem])

  // The record as it is now, and in it what this person changed and nothing else: sent as it was typed, it would take
  // back what the other one changed. Its fields are drawn anew, read, and drawn with the person's own words; layout
  // effects, so that nobody sees, or sends, a form of which half is from before.
  useLayoutEffect(() => {
    if (mine.current !== 'due') return
    mine.current = changedSince(seen.current, form.current)
    setRound(({ number }) => ({ number: number + 1, typed: {} }))
  }, [hiddenNow])
  useLayoutEffect(() => {
    if (mine.current === undefined || mine.current === 'due') return
    seen.current = valuesIn(form.current)
    const typed = { ...seen.current, ...mine.current }
    mine.current = undefined
    setRound(({ number }) => ({ number: number + 1, typed }))
    changed()
  }, [round])

  const cameBack = refused !== undefined
  useEffect(() => {
    seen.current = valuesIn(form.current)
    const kept = draftKey === null || cameBack ? null : keptDraft(draftKey)
    if (!kept || isBegun(form.current)) return
    isTouched.current = true
    seen.current = kept.seen
    setRests((now) => ({ ...now, ...only(firsts(kept.values), ...Object.keys(now)) }))
    setRound(({ number }) => ({ number: number + 1, typed: kept.values }))
    setDraft('restored')
  }, [draftKey, cameBack])

  useEffect(() => {
    if (problem) summary.current?.focus()
  }, [problem])

  // A layout effect: when the page is left, the fields are still there to be read.
  useLayoutEffect(() => {
    const saveAtOnce = () => {
      if (saving.current !== undefined) save()
    }
    document.addEventListener('visibilitychange', saveAtOnce)
    return () => {
      saveAtOnce()
      document.removeEventListener('visibilitychange', saveAtOnce)
    }
  })

  function save() {
    clearTimeout(saving.current)
    saving.current = undefined
    if (draftKey === null || !form.current || sending.current) return
    const values = valuesIn(form.current)
    if (JSON.stringify(values) === JSON.stringify(seen.current)) {
      dropDraft(draftKey)
      setDraft('none')
    } else if (keepDraft(draftKey, { at: Date.now(), values, seen: seen.current })) setDraft('saved')
  }

  function changed() {
    isTouched.current = true
    if (draftKey === null) return
    clearTimeout(saving.current)
    saving.current = setTimeout(save, 400)
  }

  function beginAnew() {
    clearTimeout(saving.current)
    saving.current = undefined
    if (draftKey !== null) dropDraft(draftKey)
    isTouched.current = false
    setDraft('none')
    setProblem(null)
    setRests(hidden)
    setRound(({ number }) => ({ number: number + 1, typed: {} }))
  }

  /** What changed has been read: shows the record as it is now, with what was typed still in the form. */
  function goOn() {
    isTouched.current = false
    setProblem(null)
    drawAnew()
  }

  function drawAnew() {
    mine.current = 'due'
    go(() => router.refresh())
  }

  function hold(field: string, why: string | null) {
    if (why === null) held.current.delete(field)
    else held.current.set(field, why)
    if (!waiting.current || isBusy()) return
    waiting.current = false
    setWaiting(false)
    // After this turn, so that the last file's field is drawn and goes along.
    setTimeout(() => form.current?.requestSubmit())
  }

  const isBusy = () => [...held.current.values()].includes('busy')

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (sending.current || isGoing) return
    if (isBusy()) {
      waiting.current = true
      setWaiting(true)
      return
    }
    // What a field refuses is not left behind in silence.
    const [[unready, why] = []] = held.current
    if (unready !== undefined && why !== undefined) {
      setProblem({
        code: 'invalid',
        message: 'ui.form.unready',
        text: t('unready'),
        fields: { [unready]: why },
      })
      return
    }
    sending.current = true
    setPosting(true)
    isTouched.current = true
    const posted = await post(action, new FormData(event.currentTarget), {
      unreachable: t('unreachable'),
      failed: t('failed'),
    })
    sending.current = false
    setPosting(false)
    if ('problem' in posted) {
      setProblem(posted.problem)
      // The id is that of an earlier version, which has arrived though no answer came: this is another one.
      if (posted.problem.message === 'problem.sent-before') setRests((before) => ({ ...before, id: newId() }))
      changed()
      // What is said to have changed is read first: the page as it is now may have no such form any more.
      if (posted.problem.code === 'conflict' && !posted.problem.changed?.length) drawAnew()
      return
    }
    beginAnew()
    onSent?.()
    closeDialog?.()
    go(() => {
      const address = next ?? posted.location
      if (address !== null && address !== addressNow()) router.push(address)
      router.refresh()
    })
  }

  const errors = problem?.fields
  const changedMeanwhile = problem?.changed
  const knowledge = useMemo(
    () => ({
      id,
      isSending,
      isWaiting,
      errors: errors ?? {},
      changedMeanwhile: changedMeanwhile ?? [],
      typed: round.typed,
      draft,
      startOver: beginAnew,
      changed,
      hold,
    }),
    // The functions read refs: what they close over besides is named here.
    [id, isSending, isWaiting, errors, changedMeanwhile, round, draft, draftKey, hiddenNow],
  )

  return (
    <form
      ref={form}
      data-refused={cameBack || undefined}
      method="post"
      action={action}
      encType="multipart/form-data"
      noValidate
      aria-busy={isSending || undefined}
      className={className ?? 'flex flex-col gap-5'}
      onSubmit={send}
      onInput={changed}
    >
      {Object.entries(rests).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormState value={knowledge}>
        {problem && (
          <ProblemSummary ref={summary} problem={problem} fieldId={(name) => fieldId(id, name)}>
            {problem.changed && problem.changed.length > 0 && (
              <button type="button" className="button mt-2.5 noscript:hidden" onClick={goOn}>
                {t('go-on')}
              </button>
            )}
          </ProblemSummary>
        )}
        <Fragment key={round.number}>{children}</Fragment>
        <p role="status" className="sr-only">
          {isSending ? t('sending') : isWaiting ? t('waiting') : ''}
        </p>
      </FormState>
    </form>
  )
}

function valuesTyped(attempt: Attempt | undefined): Values {
  const typed = Object.entries(attempt?.typed ?? {})
  return Object.fromEntries(typed.map(([name, value]) => [name, Array.isArray(value) ? value : [value]]))
}

function valuesIn(form: HTMLFormElement | null): Values {
  const values: Record<string, string[]> = {}
  for (const [name, value] of form ? new FormData(form) : [])
    if (typeof value === 'string') (values[name] ??= []).push(value)
  return values
}

/** The fields that hold something else than before, with what they hold now. */
function changedSince(before: Values, form: HTMLFormElement | null): Values {
  const now = valuesIn(form)
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])]
  const isOther = (name: string) => JSON.stringify(before[name]) !== JSON.stringify(now[name])
  return Object.fromEntries(names.filter(isOther).map((name) => [name, now[name] ?? []]))
}

/** Did somebody type before the script came? Then that stays, and an older draft does not cover it. */
function isBegun(form: HTMLFormElement | null) {
  return [...(form?.elements ?? [])].some(
    (field) =>
      (field instanceof HTMLTextAreaElement && field.value !== field.defaultValue) ||
      (field instanceof HTMLInputElement &&
        (field.value !== field.defaultValue || field.checked !== field.defaultChecked)),
  )
}

const firsts = (values: Values) =>
  Object.fromEntries(Object.entries(values).map(([name, [first = '']]) => [name, first]))

const only = (hidden: Hidden, ...names: string[]) =>
  Object.fromEntries(Object.entries(hidden).filter(([name]) => names.includes(name)))

const addressNow = () => location.pathname + location.search
