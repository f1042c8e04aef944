import { newId } from './builders.ts'
import { settled } from './settled.ts'
import { send, type Twin } from './worlds.ts'

type Twins = readonly [Twin, Twin]
type Answered = { status: number; headers: Record<string, string>; body: string }

/** Drawn for this request alone: of a page that is kept no second way would ever be seen. */
async function answerOf(twin: Twin, who: string, address: string): Promise<Answered> {
  const response = await send(twin, who, address, { headers: { 'x-only-once': newId() } })
  if (response.status >= 500) throw new Error(`${address} answers ${who} with ${response.status}`)
  const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
  const mask = (text: string) =>
    (nonce === undefined ? text : text.replaceAll(nonce, 'nonce')).replaceAll(twin.site.address, 'site')
  const { date: _, ...headers } = Object.fromEntries(response.headers)
  const body = settled(mask(await response.text()))
  return { status: response.status, headers: JSON.parse(mask(JSON.stringify(headers))), body }
}

const uuids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Ids that a page makes for its forms are other ones each time; those of records are not. */
function withoutFreshIds(one: Answered, again: Answered): Answered {
  const lasting = new Set(again.body.match(uuids))
  return { ...one, body: one.body.replaceAll(uuids, (id) => (lasting.has(id) ? id : 'fresh')) }
}

/** Do the two worlds say the same? A page streams in pieces as they become ready, so that what is one may be cut in several
 *  ways: the worlds are asked again until they have one way in common. A difference of content stays in all of them. */
async function isAlike([first, second]: Twins, who: string, address: string): Promise<boolean> {
  const both = () => Promise.all([answerOf(first, who, address), answerOf(second, who, address)])
  let [one, other] = await both()
  if (JSON.stringify(one) === JSON.stringify(other)) return true
  const ways = [new Set<string>(), new Set<string>()] as const
  for (let again = 0; again < 10; again += 1) {
    const [oneAgain, otherAgain] = await both()
    ways[0].add(JSON.stringify(withoutFreshIds(oneAgain, one)))
    ways[1].add(JSON.stringify(withoutFreshIds(otherAgain, other)))
    if (!ways[0].isDisjointFrom(ways[1])) return true
    ;[one, other] = [oneAgain, otherAgain]
  }
  return false
}

/** The addresses whose answers tell the two apart. */
export async function whichTellApart(twins: Twins, who: string, among: readonly string[]): Promise<string[]> {
  const telling = []
  for (const address of among) if (!(await isAlike(twins, who, address))) telling.push(address)
  return telling
}
