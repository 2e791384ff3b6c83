import { randomInt } from 'node:crypto'

import { type Challenge, createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'

import { type Keyring, ownKeyring, type RingKey } from '../secrets/keyring.ts'
import { FORM_MS } from './form-token.ts'

/** Iterations of one try: a browser makes a thousand tries a second or so. */
const COST = 1_000

/** Tries until the solution: a blink for one person, hours of a processor for a flood. */
const TRIES = { least: 200, most: 400 } as const

const ALGORITHM = 'PBKDF2/SHA-256'

/** What a browser hands back, as JSON. Anything that we did not sign is refused by its signature. */
const proof = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal(ALGORITHM),
      nonce: z.string().regex(/^[0-9a-f]{32}$/),
      salt: z.string().regex(/^[0-9a-f]{32}$/),
      cost: z.literal(COST),
      keyLength: z.literal(32),
      keyPrefix: z.string().max(64),
      keySignature: z.string().max(64),
      data: z.object({ until: z.int() }),
    }),
    signature: z.string().max(64),
  }),
  solution: z.object({ counter: z.int(), derivedKey: z.string().max(64) }),
})

/** A small piece of work for a browser, signed by us, good for as long as the form that it comes with. */
export const newChallenge = (now: Date, ring: Keyring = ownKeyring()): Promise<Challenge> =>
  createChallenge({
    algorithm: ALGORITHM,
    cost: COST,
    counter: randomInt(TRIES.least, TRIES.most),
    deriveKey,
    data: { until: now.getTime() + FORM_MS },
    ...signing(ring[0]),
  })

/** Id of the challenge that was solved. Null when nothing was, it was not ours, or it is too old. */
export async function solvedChallenge(
  text: string,
  now: Date,
  ring: Keyring = ownKeyring(),
): Promise<string | null> {
  const given = proof.safeParse(parsed(text))
  if (!given.success) return null
  const { challenge, solution } = given.data
  if (challenge.parameters.data.until <= now.getTime()) return null
  for (const key of ring) {
    const { verified } = await verifySolution({ challenge, solution, deriveKey, ...signing(key) })
    if (verified) return challenge.parameters.nonce
  }
  return null
}

const signing = ({ keys }: RingKey) => {
  const secret = keys['proof-of-work'].export().toString('base64url')
  return { hmacSignatureSecret: secret, hmacKeySignatureSecret: `${secret}/key` }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
