import { Words } from '#components/ui/words.tsx'
import { WhatChanged } from './what-changed.tsx'

/** In a form that rests on what was seen: what somebody else changed in the record meanwhile. Draws nothing before that
 *  happened. */
export function ChangedMeanwhile() {
  return (
    <Words of={['audit-events', 'people.role', 'organisations.kind', 'organisations.iati-type']}>
      <WhatChanged />
    </Words>
  )
}
