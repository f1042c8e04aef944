import { useWord } from '#components/ui/use-word.tsx'
import { regionName } from '#lib/format/region-name.ts'

/** What a region is called, by its code: in the reader's language where messages name it, else as the standard does. Not
 *  for the browser, which is not sent five thousand names. */
export function useRegionName(): (code: string) => string {
  const word = useWord(({ initiatives }) => initiatives.region)
  return (code) => word(code) ?? regionName(code)
}
