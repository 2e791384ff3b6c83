import { siteUrl } from '../content/site-url.ts'
import type { Locale } from '../i18n/locales.ts'
import { signToken, verifyToken } from '../secrets/signed-token.ts'
import type { MailingList } from './mailing-list.ts'

/** Purposes keep one link from being used as another. Changing one breaks every link that was mailed with it. */
const UNSUBSCRIBE = 'unsubscribe'
const PREFERENCES = 'preferences'
const TEST = 'test'

/** A person and what one click leaves. */
export interface Tie {
  readonly subscriberId: string
  readonly list: MailingList
}

/** Absolute. For the `List-Unsubscribe` header and the foot of a letter; it works for as long as letters are kept. */
export const unsubscribeUrl = ({ subscriberId, list }: Tie): string =>
  siteUrl(`/u/${signToken(UNSUBSCRIBE, [subscriberId, list])}`)

/** Null when the token is not ours or for something else. */
export function readUnsubscribeToken(token: string): Tie | null {
  const [subscriberId, list] = verifyToken(UNSUBSCRIBE, token) ?? []
  return subscriberId === undefined || list === undefined ? null : { subscriberId, list }
}

/** Absolute. Where the links of a test to colleagues lead: it has no reader, so it says that it was a test, and changes nothing. */
export const testUrl = (): string => siteUrl(`/u/${signToken(TEST, [])}`)

export const isTestToken = (token: string): boolean => verifyToken(TEST, token) !== null

/** Absolute. Languages, newsletters, pause and erasure of one person. */
export const preferencesUrl = (subscriberId: string): string => siteUrl(preferencesPath(subscriberId))

export const preferencesPath = (subscriberId: string): string =>
  `/preferences/${signToken(PREFERENCES, [subscriberId])}`

/** Id of the subscriber. Null when the token is not ours or for something else. */
export const readPreferencesToken = (token: string): string | null =>
  verifyToken(PREFERENCES, token)?.[0] ?? null

/** Absolute. Where a confirmation mail leads. */
export const confirmUrl = (locale: Locale, token: string): string => siteUrl(`/${locale}/confirm/${token}`)
