/** A text as people type it: without case, without any apostrophe (oʻ o' o‘ are one letter), ё as е, Hangul in its letters
 *  so that a half-typed syllable is found. The database folds what it keeps in the same way. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[ʻʼ‘’‛′´`']/g, '')
    .normalize('NFKD')
}
