import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import { siteUrl } from '../../content/site-url.ts'
import { locales } from '../../i18n/locales.ts'
import { openToken, sealPackedToken } from '../../secrets/sealed-token.ts'
import { signToken, verifyToken } from '../../secrets/signed-token.ts'
import { canonicalAddress } from '../canonical-address.ts'
import { CONFIRMATION_HOURS } from '../confirmation-token.ts'
import { type Asked, MAX_QUESTION } from './question.ts'

const PURPOSE = 'confirm-question'
const OWN_PAGE = 'question'

/** Longer addresses are cut off by some mail programs and browsers. */
export const MAX_LINK = 2000

/** Short names: the whole of it stands in a link. */
const sealed = z.object({
  /** Identifies the link in the proof, without opening anything. */
  i: z.uuid(),
  a: z.string(),
  n: z.string().nullable(),
  q: z.string().max(MAX_QUESTION * 2),
  l: z.enum(locales),
  f: z.array(z.enum(locales)),
  t: z.uuid().nullable(),
  c: z.uuid().nullable(),
})

/**
 * Absolute. Where the mail leads that asks whether it was really them; the whole question travels in it, and is stored
 * nowhere until it comes back. Null: it is too long for a link, as a text that does not pack can be.
 */
export function questionLink(asked: Asked, now: Date): string | null {
  const payload: z.input<typeof sealed> = {
    i: randomUUID(),
    a: asked.address.address,
    n: asked.name,
    q: asked.question,
    l: asked.locale,
    f: [...asked.furtherLocales],
    t: asked.topicId,
    c: asked.countryId,
  }
  const until = new Date(now.getTime() + CONFIRMATION_HOURS * 3_600_000)
  const link = siteUrl(`/${asked.locale}/ask/confirm/${sealPackedToken(PURPOSE, payload, until)}`)
  return link.length > MAX_LINK ? null : link
}

/** What a confirmation link carries. */
export interface AskedByLink {
  readonly tokenId: string
  readonly asked: Asked
}

export function openQuestion(token: string, now: Date): AskedByLink | 'expired' | 'invalid' {
  const opened = openToken(PURPOSE, token, now)
  if (opened.state !== 'valid') return opened.state
  const read = sealed.safeParse(opened.payload)
  if (!read.success) return 'invalid'
  const { i, a, n, q, l, f, t, c } = read.data
  const address = canonicalAddress(a)
  if (address === null) return 'invalid'
  return {
    tokenId: i,
    asked: { address, name: n, question: q, locale: l, furtherLocales: f, topicId: t, countryId: c },
  }
}

/** Path of the asker's own page about one question, which works for as long as the question is kept. */
export const ownQuestionPath = (questionId: string): string =>
  `/question/${signToken(OWN_PAGE, [questionId])}`

export const ownQuestionUrl = (questionId: string): string => siteUrl(ownQuestionPath(questionId))

/** Id of the question. Null when the token is not ours or for something else. */
export const readOwnQuestionToken = (token: string): string | null =>
  verifyToken(OWN_PAGE, token)?.[0] ?? null
