import { isIPv4, isIPv6 } from 'node:net'
import { RateLimiterMemory } from 'rate-limiter-flexible'

// Failures in a quarter of an hour. Ten for one account from one network, so that typing somebody's name locks nobody
// out but the one who types; fifty for one network, so that nobody tries many accounts; and two hundred for one account
// from all networks together, for whoever has many. The last counts only where its owner has not signed in lately: he
// is never locked out where he works.
const quarter = { duration: 900 }
const perAccount = new RateLimiterMemory({ ...quarter, points: 10 })
const perNetwork = new RateLimiterMemory({ ...quarter, points: 50 })
const perAccountAnywhere = new RateLimiterMemory({ ...quarter, points: 200 })
const twoWeeks = 14 * 86_400
const places = new RateLimiterMemory({ points: 1, duration: twoWeeks })

/** Takes one try at this account from this address; false when there is none left. Taken before the password is looked
 *  at, so that a hundred tries at once are no more than ten. */
export async function takeTry(email: string, address: string): Promise<boolean> {
  const { here, network } = placeOf(email, address)
  if (!(await isLeft(perAccount, here)) || !(await isLeft(perNetwork, network))) return false
  return (await places.get(here)) !== null || isLeft(perAccountAnywhere, email)
}

/** The password was right: that was no failure, and here its owner is known. */
export async function giveTryBack(email: string, address: string): Promise<void> {
  const { here, network } = placeOf(email, address)
  await perAccount.delete(here)
  await perNetwork.reward(network)
  await perAccountAnywhere.reward(email)
  await places.set(here, 1, twoWeeks)
}

function placeOf(email: string, address: string): { here: string; network: string } {
  const network = networkOf(address)
  return { here: `${email} ${network}`, network }
}

async function isLeft(limit: RateLimiterMemory, key: string): Promise<boolean> {
  return limit.consume(key).then(
    () => true,
    () => false,
  )
}

/** One customer has a whole /64 of IPv6, and takes another address of it whenever he likes. */
function networkOf(address: string): string {
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(address) ?? []
  if (mapped !== undefined && isIPv4(mapped)) return mapped
  if (!isIPv6(address)) return address
  const [before = '', after] = address.replace(/%.*/, '').split('::')
  const first = before === '' ? [] : before.split(':')
  const last = after === undefined || after === '' ? [] : after.split(':')
  const zeros = Array.from({ length: Math.max(8 - first.length - last.length, 0) }, () => '0')
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
