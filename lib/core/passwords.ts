import { hash, verify } from '@node-rs/argon2'

// argon2id with the parameters that OWASP's Password Storage Cheat Sheet names first (19 MiB, two passes).
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/** Takes as long for an account that does not exist: how long a refusal takes must not tell which do. */
export async function passwordMatches(kept: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(kept ?? (await hashOfNobody), password.normalize('NFKC'))
  return kept !== undefined && matches
}

const hashOfNobody = hashPassword(crypto.randomUUID())
