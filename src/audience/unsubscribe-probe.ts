import { signToken, verifyToken } from '../secrets/signed-token.ts'

const ASKED = 'set-up-check'
const ANSWERED = 'set-up-answer'

/** Names the answer to a probe in the head of a response. */
export const PROBE_HEADER = 'X-Set-Up-Check'

/** Stands in an unsubscribe address where a reader's token would, and means nobody. @param nonce differs each time. */
export const probeToken = (nonce: string): string => signToken(ASKED, [nonce])

/** What only whoever has our keys can say to it. Null: it is no probe of ours. */
export function probeAnswer(token: string): string | null {
  const [nonce] = verifyToken(ASKED, token) ?? []
  return nonce === undefined ? null : signToken(ANSWERED, [nonce])
}

export const isProbeAnswer = (answer: string | null, nonce: string): boolean =>
  answer !== null && verifyToken(ANSWERED, answer)?.[0] === nonce
