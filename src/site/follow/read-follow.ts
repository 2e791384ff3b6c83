import { type CanonicalAddress, canonicalAddress } from '../../audience/canonical-address.ts'
import type { Choices } from '../../audience/choices.ts'
import type { Follow } from '../../audience/follow.ts'
import type { Locale } from '../../i18n/locales.ts'
import { textOf, textsOf } from '../subscriber/read-form.ts'
import type { Followable } from './load-followable.ts'

/** The form as it was sent. */
export interface FollowFields {
  readonly email: string
  readonly reminder: boolean
  /** Ids of topics. */
  readonly topics: readonly string[]
  readonly consent: boolean
}

export const noFields: FollowFields = { email: '', reminder: false, topics: [], consent: false }

export const followFieldsOf = (form: FormData): FollowFields => ({
  email: textOf(form, 'email'),
  reminder: textOf(form, 'reminder') === 'yes',
  topics: textsOf(form, 'topics'),
  consent: textOf(form, 'consent') === 'yes',
})

export type FollowField = 'email' | 'consent'

/** What is wrong, in the order of the form; or what was chosen. A topic that the item lost meanwhile is left out. */
export function readFollow(
  { email, reminder, topics, consent }: FollowFields,
  item: Followable,
  locale: Locale,
): { readonly choices: Choices } | { readonly wrong: readonly FollowField[] } {
  const address = canonicalAddress(email)
  const wrong: FollowField[] = [
    ...(address === null ? ['email' as const] : []),
    ...(consent ? [] : ['consent' as const]),
  ]
  if (address === null || wrong.length > 0) return { wrong }
  const { collection, id } = item.reference
  const follows: Follow[] = [
    { target: collection, targetId: id, reminder: reminder && item.canRemind },
    ...item.topics
      .filter((topic) => topics.includes(topic.id))
      .map((topic) => ({ target: 'topics' as const, targetId: topic.id, reminder: false })),
  ]
  return { choices: choicesOf(address, locale, follows) }
}

const choicesOf = (address: CanonicalAddress, locale: Locale, follows: readonly Follow[]): Choices => ({
  address,
  locale,
  furtherLocales: [],
  newsletterIds: [],
  follows,
  interests: null,
})
