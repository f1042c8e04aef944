import { readFile } from 'node:fs/promises'
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer, request as httpsRequest } from 'node:https'
import { join } from 'node:path'

const fixtures = join(import.meta.dirname, 'fixtures/proxy')

/** A reverse proxy as operators put one before Langar: ends TLS, keeps the name that was asked for, and says at the end of
 *  X-Forwarded-For whence the request came. `nearest`: that, so that a test can come from anywhere. */
export async function tlsProxyTo(port: number) {
  const [key, cert] = await Promise.all(
    ['key.pem', 'certificate.pem'].map((file) => readFile(join(fixtures, file))),
  )
  let nearest = '203.0.113.5'
  const pass = (request: IncomingMessage, response: ServerResponse) => {
    const before = request.headers['x-forwarded-for']
    const headers = {
      ...request.headers,
      'x-forwarded-for': [before, nearest].filter((one) => one !== undefined).join(', '),
      'x-forwarded-proto': 'https',
      'x-forwarded-host': request.headers.host,
    }
    const onward = httpRequest(
      { host: '127.0.0.1', port, method: request.method, path: request.url, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
        answer.pipe(response)
      },
    )
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  }
  const server = createServer({ key, cert }, pass)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  const address = `https://localhost:${typeof at === 'object' && at ? at.port : 0}`
  return {
    address,
    from: (network: string) => void (nearest = network),
    close: () => server.close(),
    /** Asks as a browser does that knows the certificate. */
    ask: (path: string, sent: Sent = {}) => asked(address + path, cert, sent),
  }
}

type Sent = { form?: Record<string, string>; headers?: Record<string, string> }
export type Told = { status: number; headers: IncomingMessage['headers']; body: string }

function asked(url: string, ca: Buffer | undefined, { form, headers = {} }: Sent): Promise<Told> {
  const { promise, resolve, reject } = Promise.withResolvers<Told>()
  const type = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  httpsRequest(
    url,
    { ca, method: form ? 'POST' : 'GET', headers: { accept: 'text/html', ...(form && type), ...headers } },
    async (answer) => {
      let body = ''
      for await (const piece of answer) body += String(piece)
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body })
    },
  )
    .on('error', reject)
    .end(form && new URLSearchParams(form).toString())
  return promise
}
