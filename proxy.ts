import { type NextRequest, NextResponse } from 'next/server'
import { newNonce } from '#lib/core/nonce.ts'

/** Content-Security-Policy with a nonce a request, and nothing else: who may see what is decided behind
 *  the wall. */
export function proxy(request: NextRequest) {
  const nonce = newNonce()
  const policy = policyWith(nonce)

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy) // Next.js reads the nonce for its own scripts from here

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

// A nonce never covers a style attribute, and charts and progress bars are drawn with them: hence
// style-src-attr. In development React reports errors through eval, and the tools of Next.js add styles
// without the nonce.
function policyWith(nonce: string) {
  const isDevelopment = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ')
}

// All of /api/ is left out: where a proxy matches, Next.js cuts request bodies at 10 MB, and evidence is
// larger.
export const config = {
  matcher: ['/((?!api/|_next/static|_next/image|flags/|icon\\.svg|manifest\\.webmanifest).*)'],
}
