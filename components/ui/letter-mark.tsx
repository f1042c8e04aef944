/** The key that presses a button, on it; none where it has none. */
export function LetterMark({ letter }: { letter: string | undefined }) {
  if (letter === undefined) return null
  return (
    <kbd
      aria-hidden
      className="hidden rounded-small border border-current/40 px-1 font-sans text-tiny uppercase md:inline"
    >
      {letter}
    </kbd>
  )
}
