import { type HttpMessageSignaturesSpec, importJwk, signRequest } from '@fedify/fedify/sig'

import type { Answer, Request as Outgoing, Requester } from '../network/request.ts'

/** What a request is signed with. */
export interface Signer {
  /** Where others find the public half. */
  readonly keyId: string
  readonly key: CryptoKey
}

export const signerOf = async (keyId: string, jwk: JsonWebKey): Promise<Signer> => ({
  keyId,
  // WebCrypto names the algorithm when it writes a key down, Node's own export does not.
  key: await importJwk({ ...jwk, alg: 'RS256' }, 'private'),
})

/** The way of signing that all servers understand today, and the standard that replaces it (RFC 9421). */
const first: HttpMessageSignaturesSpec = 'draft-cavage-http-signatures-12'
const second: HttpMessageSignaturesSpec = 'rfc9421'
/** Answers that may mean that a server wants the other way. */
const perhapsUnread = new Set([400, 401, 403])

/** Servers that took the second way. Forgotten with the process: then it is found out anew. */
const takeSecond = new Set<string>()
const MAX_REMEMBERED = 10_000

/**
 * Sends a signed request, and once more signed the other way where the first is refused.
 * https://swicg.github.io/activitypub-http-signature/#how-to-upgrade-supported-versions
 * @throws {NetworkError} when there is no answer.
 */
export async function sendSigned(outgoing: Outgoing, signer: Signer, request: Requester): Promise<Answer> {
  const { origin } = outgoing.url
  const [one, other] = takeSecond.has(origin) ? [second, first] : [first, second]
  const answer = await request(await signed(outgoing, signer, one))
  if (!perhapsUnread.has(answer.status)) return answer
  const repeated = await request(await signed(outgoing, signer, other))
  if (repeated.status >= 300) return answer
  remember(origin, other)
  return repeated
}

function remember(origin: string, spec: HttpMessageSignaturesSpec): void {
  if (takeSecond.size >= MAX_REMEMBERED) takeSecond.clear()
  if (spec === second) takeSecond.add(origin)
  else takeSecond.delete(origin)
}

async function signed(
  outgoing: Outgoing,
  { keyId, key }: Signer,
  spec: HttpMessageSignaturesSpec,
): Promise<Outgoing> {
  const { url, method, headers = {}, body } = outgoing
  const { headers: all } = await signRequest(
    new Request(url, { method, headers, ...(body !== undefined && { body: Buffer.from(body) }) }),
    key,
    new URL(keyId),
    { spec },
  )
  return { ...outgoing, headers: Object.fromEntries(all) }
}
