/** Does `Accept-Encoding` name gzip, and not with `q=0`? */
export function takesGzip(accepted: string | null | undefined): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted ?? '')
}
