import { Children, Fragment, type ReactNode } from 'react'

/** Short pieces in one line, with a dot between them; where the line breaks, the dot stays with what it follows. What is
 *  null or false is left out. */
export function Dotted({ children }: { children: ReactNode }) {
  return Children.toArray(children).map((piece, at) => (
    <Fragment key={at}>
      {at > 0 && '\u00A0· '}
      {piece}
    </Fragment>
  ))
}
