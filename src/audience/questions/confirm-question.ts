import { randomUUID } from 'node:crypto'

import { type Database, sql } from '../../database/database.ts'
import { enterStaffMail } from '../../ledger/question-mails.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { recordConsent } from '../consent-events.ts'
import type { ConsentWording } from '../consent-wording.ts'
import { lockAddress } from '../lock-person.ts'
import { isBarred, liftBounce } from '../suppression.ts'
import { chooseRoute } from './choose-route.ts'
import { noteEvent } from './question-events.ts'
import { questionRoutes } from './question-routes.ts'
import type { AskedByLink } from './question-token.ts'
import { remindAfter } from './remind.ts'

/** `again`: the link had done its work before, so nothing was changed. `barred`: the address must get no mail. */
type ConfirmedQuestion =
  | { readonly state: 'confirmed'; readonly questionId: string }
  | { readonly state: 'again' | 'barred' }

/** What was on the page when the button was pressed. */
interface ConfirmedWith {
  readonly wording: ConsentWording
  readonly source: string
  readonly now: Date
}

/**
 * Stores what somebody asked, gives it to whom the rules say and has them told: all of it or nothing, so it must run in a
 * transaction. A link works once, also after its question was erased.
 */
export async function confirmQuestion(
  { tokenId, asked }: AskedByLink,
  { wording, source, now }: ConfirmedWith,
  transaction: Database,
): Promise<ConfirmedQuestion> {
  const key = addressKey(asked.address.canonical)
  await lockAddress(key, transaction)
  if (await isBarred(key, now, transaction)) return { state: 'barred' }
  const proof = { addressKey: key, kind: 'asked', newsletterIds: [], wording, source, tokenId, now } as const
  if (!(await recordConsent(proof, transaction))) return { state: 'again' }
  await liftBounce(key, now, transaction)

  const questionId = randomUUID()
  const { organisationId, routeId, why } = chooseRoute(asked, await questionRoutes(transaction))
  await transaction.execute(sql`
    insert into questions (id, email, address_key, name, question, locale, further_locales, topic_id, country_id,
      organisation_id, route_id, routed_why, asked_at, remind_at)
    values (${questionId}, ${asked.address.address}, ${key}, ${asked.name}, ${asked.question}, ${asked.locale},
      ${JSON.stringify(asked.furtherLocales)}::jsonb, ${asked.topicId}::uuid, ${asked.countryId}::uuid,
      ${organisationId}::uuid, ${routeId}::uuid, ${why}, ${now.toISOString()}::timestamptz, ${remindAfter(now)})
  `)
  await noteEvent({ questionId, kind: 'asked', now }, transaction)
  const eventId = await noteEvent({ questionId, kind: 'given', organisationId, now }, transaction)
  await enterStaffMail({ questionId, routeId, eventId }, transaction)
  return { state: 'confirmed', questionId }
}
