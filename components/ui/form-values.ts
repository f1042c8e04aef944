import type { Values } from './form-state.tsx'

/** Each field's values by its name. */
export function valuesIn(form: HTMLFormElement | null): Values {
  const values: Record<string, string[]> = {}
  for (const [name, value] of form ? new FormData(form) : [])
    if (typeof value === 'string') (values[name] ??= []).push(value)
  return values
}

/** The fields that hold something else than before, with what they hold now. */
export function changedFrom(before: Values, now: Values): Values {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])]
  const isOther = (name: string) => JSON.stringify(before[name]) !== JSON.stringify(now[name])
  return Object.fromEntries(names.filter(isOther).map((name) => [name, now[name] ?? []]))
}

/** The fields into which somebody typed before the script came. */
export function begunIn(form: HTMLFormElement | null): string[] {
  return [...(form?.elements ?? [])].flatMap((field) =>
    (field instanceof HTMLTextAreaElement && field.value !== field.defaultValue) ||
    (field instanceof HTMLInputElement &&
      (field.value !== field.defaultValue || field.checked !== field.defaultChecked))
      ? [field.name]
      : [],
  )
}
