import { idOf } from '../prisma/seed/rows.ts'

/** Somebody who asks the running program without a browser: keeps cookies as a browser does, follows nothing. */
export class Asker {
  readonly address: string
  readonly cookies = new Map<string, string>()

  constructor(address: string) {
    this.address = address
  }

  async ask(path: string, sent: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(new URL(path, this.address), {
      redirect: 'manual',
      ...sent,
      headers: { cookie, ...sent.headers },
    })
    for (const [, name = '', value = ''] of answer.headers
      .getSetCookie()
      .map((line) => /^([^=]+)=([^;]*)/.exec(line) ?? []))
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    return answer
  }

  /** A form as a page of ours sends it. */
  async post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
    const ours = { origin: this.address, 'sec-fetch-site': 'same-origin', accept: 'text/html', ...headers }
    return this.ask(path, { method: 'POST', body: new URLSearchParams(form), headers: ours })
  }

  /** With one click, as in demo mode. `who`: a demo account as its mail address has it. */
  async signIn(who: string, more: { callbackUrl?: string; headers?: Record<string, string> } = {}) {
    const { callbackUrl = '/', headers } = more
    const form = { post: idOf('post', `${who}@example.org`), callbackUrl }
    return this.post('/api/auth/callback/demo', form, headers)
  }

  get session(): string | undefined {
    return this.cookies.get('langar-session')
  }
}
