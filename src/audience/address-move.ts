import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import { siteUrl } from '../content/site-url.ts'
import { openToken, sealToken } from '../secrets/sealed-token.ts'
import { type CanonicalAddress, canonicalAddress } from './canonical-address.ts'
import type { Subscriber } from './subscriber.ts'

/** Hours that each of the two links works. */
export const MOVE_HOURS = 48

/** Where the link was sent: first to the address that is left, then to the new one. */
export type MoveStep = 'old-address' | 'new-address'

/** A person who wants their mail at another address. It travels in the two links and is stored nowhere until both came back. */
export interface AddressMove {
  /** Identifies the move in the proof. */
  readonly tokenId: string
  readonly subscriberId: string
  /** Key of the address that is left. */
  readonly from: string
  readonly to: CanonicalAddress
}

const sealed = z.object({ i: z.uuid(), s: z.uuid(), k: z.string(), a: z.string() })

export const newMove = ({ id, addressKey }: Subscriber, to: CanonicalAddress): AddressMove => ({
  tokenId: randomUUID(),
  subscriberId: id,
  from: addressKey,
  to,
})

/** Absolute. */
export function moveUrl({ tokenId, subscriberId, from, to }: AddressMove, step: MoveStep, now: Date): string {
  const payload: z.input<typeof sealed> = { i: tokenId, s: subscriberId, k: from, a: to.address }
  const token = sealToken(purposeOf(step), payload, new Date(now.getTime() + MOVE_HOURS * 3_600_000))
  return siteUrl(`/change-address/${token}`)
}

/** Null when the token is not ours, for something else, or too old. */
export function openMove(token: string, step: MoveStep, now: Date): AddressMove | null {
  const opened = openToken(purposeOf(step), token, now)
  if (opened.state !== 'valid') return null
  const read = sealed.safeParse(opened.payload).data
  const to = read === undefined ? null : canonicalAddress(read.a)
  return read === undefined || to === null
    ? null
    : { tokenId: read.i, subscriberId: read.s, from: read.k, to }
}

const purposeOf = (step: MoveStep): string => `change-address ${step}`
