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
import { v4 as timelessId } from 'uuid'
import type { Attempt } from '#lib/runner/attempts.ts'
import { CloseDialog } from './close-dialog.tsx'
import { DraftOwner, dropDraft, keepDraft, keptDraft } from './draft.tsx'
import { fieldId, FormState, type Values } from './form-state.tsx'
import { begunIn, changedFrom, valuesIn } from './form-values.ts'
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
  // a form that was sent, a record that has changed.
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
  /** The id of what had the focus when the fields were last drawn anew. */
  const left = useRef<string | undefined>(undefined)
  const held = useRef(new Map<string, string>())
  const waiting = useRef(false)
  const saving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isSending = isPosting || isGoing
  const sending = useRef(false)

  // Whoever has typed rests on what was seen when the typing began; who has not, on what the page shows now, for which the
  // fields are drawn anew: they do not follow by themselves. Once it was read what changed, the form shows the record as it
  // is now, and in it what this person changed and nothing else: sent as it was typed, it would take back what the other
  // one changed. So its fields are drawn anew, read, and drawn with the person's own words; layout effects, so that nobody
  // sees, or sends, a form of which half is from before.
  const hiddenNow = JSON.stringify(hidden)
  useLayoutEffect(() => {
    const now: Hidden = JSON.parse(hiddenNow)
    const isDue = mine.current === 'due'
    if (isTouched.current && !isDue) return
    if (isDue) mine.current = changedFrom(seen.current, valuesIn(form.current))
    setRests((before) => (isDue ? { ...now, ...only(before, 'id') } : now))
    if (isDue || now['version'] !== rests['version']) draw({})
  }, [hiddenNow])
  useLayoutEffect(() => {
    stay()
    if (Object.keys(round.typed).length > 0) return
    seen.current = valuesIn(form.current)
    const words = mine.current
    if (words === undefined || words === 'due') return
    mine.current = undefined
    draw({ ...seen.current, ...words })
    changed()
  }, [round])

  const cameBack = refused !== undefined
  useEffect(() => {
    // What came back, or was typed before the script came, stays: an older draft does not cover it.
    const begun = begunIn(form.current)
    const isBegun = cameBack || begun.length > 0
    const kept = draftKey === null || isBegun ? null : keptDraft(draftKey)
    if (!isBegun && !kept) return
    isTouched.current = true
    seen.current = kept ? kept.seen : except(seen.current, begun)
    if (!kept) return
    setRests((now) => ({ ...now, ...only(firsts(kept.values), ...Object.keys(now)) }))
    draw(kept.values)
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
    if (Object.keys(changedFrom(seen.current, values)).every((name) => name in hidden)) {
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
    mine.current = undefined
    setDraft('none')
    setProblem(null)
    setRests(hidden)
    draw({})
  }

  /** What changed has been read: shows the record as it is now, with what was typed still in the form. */
  function goOn() {
    form.current?.focus()
    setProblem(null)
    readAnew()
  }

  function readAnew() {
    mine.current = 'due'
    go(() => router.refresh())
  }

  function draw(typed: Values) {
    const focused = document.activeElement
    left.current = form.current?.contains(focused) ? focused?.id : undefined
    setRound(({ number }) => ({ number: number + 1, typed }))
  }

  /** Whoever was in a field that was drawn anew is in it again, or at least in the form. */
  function stay() {
    const id = left.current
    left.current = undefined
    if (id === undefined || document.activeElement !== document.body) return
    ;(document.getElementById(id) ?? form.current)?.focus()
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
      if (posted.problem.message === 'problem.sent-before')
        setRests((before) => ({ ...before, id: timelessId() }))
      changed()
      // What is said to have changed is read first: the page as it is now may have no such form any more.
      if (posted.problem.code === 'conflict' && !posted.problem.changed?.length) readAnew()
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
      tabIndex={-1}
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

const firsts = (values: Values) =>
  Object.fromEntries(Object.entries(values).map(([name, [first = '']]) => [name, first]))

const only = (hidden: Hidden, ...names: string[]) =>
  Object.fromEntries(Object.entries(hidden).filter(([name]) => names.includes(name)))

const except = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))

const addressNow = () => location.pathname + location.search
