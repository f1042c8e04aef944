import { RateLimiterMemory } from 'rate-limiter-flexible'

// Ten failures a quarter of an hour for one account from one address, and fifty for one address: so nobody can lock
// another person out by typing his name, and nobody can try many accounts.
const perAccount = new RateLimiterMemory({ points: 10, duration: 900 })
const perAddress = new RateLimiterMemory({ points: 50, duration: 900 })

/** May somebody at this address try this account now? */
export async function mayTrySignIn(email: string, address: string): Promise<boolean> {
  const [account, all] = await Promise.all([perAccount.get(`${email} ${address}`), perAddress.get(address)])
  return (account?.remainingPoints ?? 1) > 0 && (all?.remainingPoints ?? 1) > 0
}

export async function countFailedSignIn(email: string, address: string): Promise<void> {
  await Promise.allSettled([perAccount.consume(`${email} ${address}`), perAddress.consume(address)])
}
