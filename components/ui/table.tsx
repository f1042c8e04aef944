import type { ReactNode } from 'react'

/** A table that may be wider than the page: then it scrolls by itself, by keyboard too. `name`: what it
 *  shows. The rows are plain <tr>, <th scope="row"> and <td>; numbers are aligned with data-align="end". */
export function Table({
  name,
  head,
  children,
}: {
  name: string
  head: readonly Column[]
  children: ReactNode
}) {
  return (
    <div
      role="region"
      aria-label={name}
      tabIndex={0}
      // What is read aloud alone is placed absolutely, and would else widen the page from outside the part that scrolls.
      className="sideways relative -mx-2.5 px-2.5 focus-visible:-outline-offset-2"
    >
      <table className="table">
        <thead>
          <tr>
            {head.map(({ key, name: title, align, width, isQuiet }) => (
              <th
                key={key}
                scope="col"
                data-align={align}
                style={width === undefined ? undefined : { width }}
              >
                {isQuiet ? <span className="sr-only">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

/** isQuiet: the title is only for readers of the screen. */
export type Column = { key: string; name: string; align?: 'end'; width?: string; isQuiet?: boolean }
