import { openToken, sealToken } from '../secrets/sealed-token.ts'

const PURPOSE = 'sign-up-form'

/** No person fills in the form faster. */
const SHORTEST_MS = 2_000
/** A form may stay open for a day. */
export const FORM_MS = 24 * 3_600_000

/** Stands hidden in a form and says when it was handed out. */
export const formToken = (now: Date): string =>
  sealToken(PURPOSE, now.getTime(), new Date(now.getTime() + FORM_MS))

/** `hasty`: filled in by a program. `stale`: the page was open for over a day, or the field is missing or forged. */
export type FormAge = 'fine' | 'hasty' | 'stale'

export function ageOf(token: string, now: Date): FormAge {
  const opened = openToken(PURPOSE, token, now)
  if (opened.state !== 'valid' || typeof opened.payload !== 'number') return 'stale'
  return now.getTime() - opened.payload < SHORTEST_MS ? 'hasty' : 'fine'
}
