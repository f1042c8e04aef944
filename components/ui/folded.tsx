import { ListFilter } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Count } from './count.tsx'

/** Filters: on a phone folded away, for the list is what one came for. `chosen`: how many of them narrow it. A box to tick,
 *  so it unfolds without JavaScript too. */
export function Folded({ name, chosen, children }: { name: string; chosen: number; children: ReactNode }) {
  const id = useId()
  return (
    <div className="no-print">
      <input type="checkbox" id={id} className="peer sr-only md:hidden" />
      <label htmlFor={id} className="button peer-focus-visible:outline-2 peer-checked:mb-2.5 md:hidden">
        <ListFilter />
        {name}
        {chosen > 0 && <Count of={chosen} />}
      </label>
      <div className="hidden peer-checked:block md:block">{children}</div>
    </div>
  )
}
