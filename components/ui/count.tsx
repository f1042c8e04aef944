/** A number beside a name, quieter than the name. */
export function Count({ of }: { of: number }) {
  return <span className="text-small font-normal text-ink-3">{of}</span>
}
