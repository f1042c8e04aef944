import { CircleAlert } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import type { ShownProblem } from './post.tsx'

/** What happened and what to do, in sentences: in place of what could not be shown or done. */
export function Problem({
  text,
  ref,
  children,
}: {
  text: ReactNode
  ref?: Ref<HTMLDivElement>
  children?: ReactNode
}) {
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="flex gap-2.5 rounded-card border border-alarm/40 bg-alarm-soft px-3.5 py-3 text-alarm"
    >
      <CircleAlert className="mt-px size-4.5" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{text}</p>
        {children}
      </div>
    </div>
  )
}

/** A form's problem above its fields, each sentence leading to its field; below, what can be done about it. */
export function ProblemSummary({
  problem,
  fieldId,
  ref,
  children,
}: {
  problem: ShownProblem
  fieldId: (name: string) => string
  ref: Ref<HTMLDivElement>
  children: ReactNode
}) {
  const fields = Object.entries(problem.fields ?? {})
  return (
    <Problem text={problem.text} ref={ref}>
      {fields.length > 0 && (
        <ul className="mt-1 flex flex-col gap-1">
          {fields.map(([name, sentence]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`} className="underline underline-offset-2">
                {sentence}
              </a>
            </li>
          ))}
        </ul>
      )}
      {children}
    </Problem>
  )
}
