import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import { locales } from '../i18n/locales.ts'
import { openToken, sealToken } from '../secrets/sealed-token.ts'
import { canonicalAddress } from './canonical-address.ts'
import { type Choices, frequencies } from './choices.ts'
import { followSchema } from './follow.ts'

const PURPOSE = 'confirm-subscription'

/** Hours that a confirmation link works. The mail and the pages say so. */
export const CONFIRMATION_HOURS = 48

/** Short names: the whole of it stands in a link. */
const sealed = z.object({
  /** Identifies the link in the proof, without opening anything. */
  i: z.uuid(),
  a: z.string(),
  l: z.enum(locales),
  f: z.array(z.enum(locales)),
  n: z.array(z.uuid()),
  /** Unset in links of before there was anything to follow. */
  w: z.array(followSchema).default([]),
  p: z
    .object({ t: z.array(z.uuid()), c: z.array(z.uuid()), f: z.enum(frequencies) })
    .nullable()
    .default(null),
})

/** What a confirmation link carries. It is stored nowhere else: until it comes back there is nothing about the person. */
export interface Confirmation {
  readonly tokenId: string
  readonly choices: Choices
}

export function confirmationToken(
  { address, locale, furtherLocales, newsletterIds, follows, interests }: Choices,
  now: Date,
): string {
  const payload: z.input<typeof sealed> = {
    i: randomUUID(),
    a: address.address,
    l: locale,
    f: [...furtherLocales],
    n: [...newsletterIds],
    w: [...follows],
    p: interests && { t: [...interests.topics], c: [...interests.countries], f: interests.frequency },
  }
  return sealToken(PURPOSE, payload, new Date(now.getTime() + CONFIRMATION_HOURS * 3_600_000))
}

export type OpenedConfirmation = Confirmation | 'expired' | 'invalid'

export function openConfirmation(token: string, now: Date): OpenedConfirmation {
  const opened = openToken(PURPOSE, token, now)
  if (opened.state !== 'valid') return opened.state
  const payload = sealed.safeParse(opened.payload)
  if (!payload.success) return 'invalid'
  const { i, a, l, f, n, w, p } = payload.data
  const address = canonicalAddress(a)
  if (address === null) return 'invalid'
  const interests = p && { topics: p.t, countries: p.c, frequency: p.f }
  return {
    tokenId: i,
    choices: { address, locale: l, furtherLocales: f, newsletterIds: n, follows: w, interests },
  }
}
