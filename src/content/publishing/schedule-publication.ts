import { Forbidden, NotFound, type Payload, type PayloadRequest, ValidationError } from 'payload'

import { mayPublish } from '../../access/roles.ts'
import { inTransaction } from '../../database/database.ts'
import { translationText } from '../../i18n/admin-text.ts'
import type { Locale } from '../../i18n/locales.ts'
import { enqueue } from '../../queue/queue.ts'
import type { PublicationOrder } from './publish-locales.ts'
import { enterPlan, type ScheduledPublication, scheduledOf } from './scheduled-publications.ts'
import { isTimeZone, momentAt } from './wall-clock.ts'

export interface ScheduleOrder extends PublicationOrder {
  /** What the clocks of `timeZone` show then: `2026-12-01T09:00`. */
  readonly at: string
  /** IANA name. */
  readonly timeZone: string
}

/** Beyond that it is a slip of the pen. */
const MAX_YEARS = 5

/**
 * Plans that an item is published or taken back in one, several or all languages at a moment. Each language is carried
 * out by itself, the source first: one that is not complete by then does not hold up the others. Whoever plans it must
 * still be allowed to publish when the moment comes.
 * @throws {Forbidden} they may not publish.
 * @throws {NotFound} there is no such item.
 * @throws {ValidationError} the moment is past or none, or there is no such zone.
 */
export async function schedulePublication(
  payload: Payload,
  order: ScheduleOrder,
  req: PayloadRequest,
  now = new Date(),
): Promise<readonly ScheduledPublication[]> {
  const { user } = req
  if (!mayPublish(user) || user === null) throw new Forbidden(req.t)
  const { collection, id, action, timeZone } = order
  const dueAt = checkedMoment(order, req, now)
  const source = await sourceLocaleOf(payload, order)
  if (source === null) throw new NotFound(req.t)
  const item = { collection, id }
  const locales = order.locales === 'all' ? ['all' as const] : sourceFirst(order.locales, source)
  return inTransaction(payload, async (transaction) => {
    await enterPlan({ item, action, locales, dueAt, timeZone, createdBy: String(user.id) }, transaction)
    await enqueue(payload, 'publish-scheduled', [{}], transaction, dueAt)
    return scheduledOf(item, transaction)
  })
}

function checkedMoment({ at, timeZone }: ScheduleOrder, req: PayloadRequest, now: Date): Date {
  const refuse = (path: 'at' | 'timeZone', key: string): never => {
    const message = translationText(req, key)
    throw new ValidationError({ errors: [{ path, message }], req }, req.t)
  }
  if (!isTimeZone(timeZone)) return refuse('timeZone', 'publication.error.timeZone')
  const moment = momentAt(at, timeZone)
  if (moment === null) return refuse('at', 'publication.error.moment')
  if (moment <= now) return refuse('at', 'publication.error.past')
  if (moment.getUTCFullYear() > now.getUTCFullYear() + MAX_YEARS) return refuse('at', 'publication.error.far')
  return moment
}

async function sourceLocaleOf(payload: Payload, { collection, id }: ScheduleOrder): Promise<string | null> {
  const row = await payload.db.findOne<{ id: string; sourceLocale?: string }>({
    collection,
    where: { id: { equals: id } },
    select: { sourceLocale: true },
  })
  return row === null ? null : (row.sourceLocale ?? '')
}

const sourceFirst = (locales: readonly Locale[], source: string): readonly Locale[] =>
  [...new Set(locales)].sort((one, other) => Number(other === source) - Number(one === source))
