import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { problem } from '../v1/problem.ts'
import { addressIn, admitWeight } from './admit-reader.ts'
import { type Consumer, findConsumer, KEY_START } from './keys.ts'
import type { Scope } from './scopes.ts'
import { admitConsumer } from './usage.ts'

/** Who reads. */
export interface Reader {
  /** Null: the public. */
  readonly consumer: Consumer | null
  /** What is told of limits with the answer. */
  readonly headers: Readonly<Record<string, string>>
}

interface Wanted {
  readonly scope: Scope
  /** Under which it is counted. */
  readonly route: string
  readonly now: Date
  /** How many requests it counts as. @default 1 */
  readonly weight?: number
}

const publicReader: Reader = { consumer: null, headers: {} }

/** Single requests of theirs were counted before any cache. */
function withoutKey({ headers }: Request, { weight = 1, now }: Wanted): Reader | Response {
  const address = addressIn(headers.get('X-Forwarded-For'))
  const admission = weight === 1 ? null : admitWeight({ address, weight, now: now.getTime() })
  if (admission === null) return publicReader
  return admission.isAdmitted
    ? { consumer: null, headers: admission.headers }
    : problem('rate', { headers: admission.headers })
}

/** The key in a request. Null: it brings none of ours. */
export const keyIn = ({ headers }: { readonly headers: Headers }): string | null => {
  const [scheme, key = ''] = (headers.get('Authorization') ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' && key.startsWith(KEY_START) ? key : null
}

/**
 * Who reads, or a refusal. Whoever brings credentials that are not right is refused and never read as the public: they
 * would not learn that their key has ended until their limits did.
 */
export async function readerOf(
  payload: Payload,
  request: Request,
  wanted: Wanted,
): Promise<Reader | Response> {
  if (!request.headers.has('Authorization')) return withoutKey(request, wanted)
  const key = keyIn(request)
  const consumer = key === null ? null : await findConsumer(key, databaseOf(payload))
  if (consumer === null)
    return problem('key', { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } })
  if (!consumer.scopes.includes(wanted.scope)) return withoutKey(request, wanted)
  const { refusal, headers } = await admitConsumer(payload, consumer, wanted)
  return refusal === null ? { consumer, headers } : problem(refusal, { headers })
}
