import type { Follow } from './follow.ts'
import type { Subscriber } from './subscriber.ts'

/**
 * What one mail belongs to, and one click leaves (RFC 8058): a newsletter, named by its id; `digest`, which stands for all
 * newsletters of a person; `notices`, which stand for everything that they follow; `press`, where the person is a contact
 * of the press list.
 */
export type MailingList = string

export const DIGEST: MailingList = 'digest'
export const NOTICES: MailingList = 'notices'
export const PRESS: MailingList = 'press'

/** What somebody agreed to and can leave. */
export interface Agreed {
  readonly newsletterIds: readonly string[]
  readonly follows: readonly Follow[]
}

/** What leaving the list takes from this person. Nothing where they had left before. */
export function onList(list: MailingList, { newsletterIds, follows }: Subscriber): Agreed {
  if (list === DIGEST) return { newsletterIds, follows: [] }
  if (list === NOTICES) return { newsletterIds: [], follows }
  return { newsletterIds: newsletterIds.filter((id) => id === list), follows: [] }
}
