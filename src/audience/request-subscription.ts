import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { addressKey } from '../secrets/address-key.ts'
import type { Choices } from './choices.ts'
import { confirmationToken } from './confirmation-token.ts'
import { confirmUrl, preferencesUrl } from './links.ts'
import { alreadyTold, isFirst, isWithinLimit, perAddress } from './rate-limit.ts'
import { isBarred, mayAskOnce } from './suppression.ts'

/** The one mail that answers a sign-up, in the language that was chosen. */
export interface SubscriptionMail {
  readonly kind: 'confirm' | 'already-subscribed'
  readonly to: string
  readonly locale: Locale
  readonly newsletterIds: readonly string[]
  /** Absolute: where to confirm, or one's own settings. */
  readonly link: string
}

interface Sender {
  readonly database: Database
  readonly now: Date
  /** Hands the mail to the transport. */
  send(mail: SubscriptionMail): Promise<void>
}

/**
 * Answers a sign-up by mail, and only by mail: whoever filled in the form learns nothing about the address. Stores
 * nothing about the person; what they chose travels sealed in the link.
 */
export async function requestSubscription(choices: Choices, { database, now, send }: Sender): Promise<void> {
  const { address, locale, newsletterIds } = choices
  const key = addressKey(address.canonical)
  if (!(await isWithinLimit(perAddress(address.canonical), now, database))) return
  if ((await isBarred(key, now, database)) && !(await mayAskOnce(key, now, database))) return

  const known = await subscriberWithAll(key, newsletterIds, database)
  if (known !== null && !(await isFirst(alreadyTold(address.canonical), now, database))) return
  await send(
    known === null
      ? {
          kind: 'confirm',
          to: address.address,
          locale,
          newsletterIds,
          link: confirmUrl(locale, confirmationToken(choices, now)),
        }
      : {
          kind: 'already-subscribed',
          to: known.email,
          locale,
          newsletterIds,
          link: preferencesUrl(known.id),
        },
  )
}

/**
 * The person behind the address, if all the newsletters reach them already; else there is something to confirm. Following
 * is always confirmed: done again it does no harm, and then holds with what was chosen last.
 */
async function subscriberWithAll(
  key: string,
  newsletterIds: readonly string[],
  database: Database,
): Promise<{ id: string; email: string } | null> {
  if (newsletterIds.length === 0) return null
  const { rows } = await database.execute<{ id: string; email: string }>(sql`
    select person.id, person.email from subscribers person
    where person.address_key = ${key} and not exists (
      select from jsonb_array_elements_text(${JSON.stringify(newsletterIds)}::jsonb) as wanted (id)
      where not exists (
        select from subscriptions tie
        where tie.subscriber_id = person.id and tie.newsletter_id = wanted.id::uuid and tie.state = 'confirmed'
      )
    )
  `)
  return rows[0] ?? null
}
