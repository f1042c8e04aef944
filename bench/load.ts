import { Agent, request } from 'node:http'
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

/** A request that the load sends again and again; what changes something is another one each time. */
export type Sent = {
  path: string
  headers?: Record<string, string>
  /** Posted, when there is one. */
  body?: string | Buffer
}

/** The next request; undefined: there is nothing left to do. What a source awaits is not part of the request's time. */
export type Source = () => Sent | undefined | Promise<Sent | undefined>

/** `encoding`: in which the body came. */
export type Answer = { status: number; body: Buffer; etag: string | undefined; encoding: string | undefined }

/** Of few answers in a round p95 would be the slowest. But no round takes longer than this for them. */
const least = 40
const atMost = 5000

/** Connections that stay open, each sending its next request when the last was answered. */
export class Load {
  readonly #agent: Agent
  readonly #address: string
  readonly #connections: number
  readonly #latencies = createHistogram()
  readonly #p95s: number[] = []
  #seconds = 0
  #requests = 0
  #bytes = 0

  constructor(address: string, connections: number) {
    this.#address = address
    this.#connections = connections
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  /** Sends for a while, and longer where there are few answers, and counts. One that is none ends the bench: what fails is fast. */
  async run(source: Source, milliseconds: number): Promise<void> {
    const began = performance.now()
    const round = createHistogram()
    const isOver = () => {
      const past = performance.now() - began
      return past >= milliseconds && (past >= atMost || round.count >= least)
    }
    await Promise.all(Array.from({ length: this.#connections }, () => this.#work(source, isOver, round)))
    this.#seconds += (performance.now() - began) / 1000
    this.#latencies.add(round)
    if (round.count > 0) this.#p95s.push(round.percentile(95) / 1e6)
  }

  async #work(source: Source, isOver: () => boolean, round: RecordableHistogram): Promise<void> {
    while (!isOver()) {
      const sent = await source()
      if (!sent) return
      const began = process.hrtime.bigint()
      const { status, body } = await send(this.#address, sent, this.#agent)
      round.record(process.hrtime.bigint() - began)
      if (status >= 400) throw new Error(`${sent.path}: ${status} ${body.toString().slice(0, 500)}`)
      this.#requests += 1
      this.#bytes += body.length
    }
  }

  end(): Measured {
    this.#agent.destroy()
    return {
      p50: this.#latencies.percentile(50) / 1e6,
      p95: median(this.#p95s),
      perSecond: this.#requests / this.#seconds,
      bytes: this.#bytes / this.#requests,
      requests: this.#requests,
    }
  }
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN

/** Milliseconds, p95 the median of the rounds': what the machine did in one of them does not count. Bytes of one answer's body, as
 *  it came over the wire. */
export type Measured = { p50: number; p95: number; perSecond: number; bytes: number; requests: number }

export function send(address: string, { path, headers = {}, body }: Sent, agent?: Agent): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const sent = request(
    address + path,
    {
      ...(agent && { agent }),
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...headers,
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      },
    },
    (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: pieces.length === 1 ? (pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(pieces),
          etag: answer.headers.etag,
          encoding: answer.headers['content-encoding'],
        }),
      )
      answer.on('error', reject)
    },
  )
  sent.on('error', reject)
  sent.end(body)
  return promise
}

/** Two addresses in turn, so that whatever else the machine does meets both alike. */
export async function inTurn(
  measured: readonly { load: Load; source: Source }[],
  { rounds, milliseconds }: { rounds: number; milliseconds: number },
): Promise<void> {
  for (let round = 0; round < rounds; round++)
    for (const { load, source } of measured) {
      await load.run(source, milliseconds)
      await sleep(50)
    }
}
