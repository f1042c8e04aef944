/** Did another site make the browser send this? Route handlers have no such check of their own. Browsers say it in
 *  `Sec-Fetch-Site` and `Origin`; who sends neither is no browser and has no cookie that another site could use. */
export function fromElsewhere(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin'
  const origin = request.headers.get('origin')
  return origin !== null && hostOf(origin) !== request.headers.get('host')
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
