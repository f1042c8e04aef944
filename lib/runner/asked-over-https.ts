/** Did the browser come over HTTPS, as the proxy that it met says? Each proxy behind that one adds its own word to the list. */
export function askedOverHttps(headers: Pick<Headers, 'get'>): boolean {
  return headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
}
