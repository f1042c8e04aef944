/** A number beside a name, quieter than the name. Its alarm is a word beside it, never the colour alone. */
export function Count({ of, tone = 'quiet' }: { of: number | string; tone?: 'quiet' | 'alarm' | 'warn' }) {
  const colours = { quiet: 'text-ink-3', alarm: 'text-alarm', warn: 'text-warn' }
  return <span className={`text-small font-normal ${colours[tone]}`}>{of}</span>
}
