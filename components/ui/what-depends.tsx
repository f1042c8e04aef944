/** What depends on a record, shown before it is put away. `lines`: sentences, false for what there is none of. */
export function WhatDepends({
  lines,
  words,
}: {
  lines: readonly (string | false)[]
  words: { title: string; nothing: string; stays: string }
}) {
  const shown = lines.filter((line) => line !== false)
  return (
    <>
      {shown.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <p>{words.title}</p>
          <ul className="mt-1 list-disc pl-5">
            {shown.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-1.5">{words.stays}</p>
    </>
  )
}
