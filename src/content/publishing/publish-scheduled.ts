import {
  APIError,
  commitTransaction,
  createLocalReq,
  Forbidden,
  initTransaction,
  killTransaction,
  NotFound,
  type Payload,
  type PayloadRequest,
  ValidationError,
} from 'payload'

import { databaseOf, transactionOf } from '../../database/database.ts'
import { publishLocales } from './publish-locales.ts'
import {
  type ClaimedPublication,
  claimDue,
  type ScheduledReason,
  settleScheduled,
} from './scheduled-publications.ts'

/** After as many claims that ended without an answer it is given up. */
const MAX_ATTEMPTS = 5

/** Carries out everything that is due. Any number of workers may do so side by side, and any of them may be killed. */
export async function publishScheduled(payload: Payload): Promise<void> {
  let claimed = await claimDue(databaseOf(payload))
  while (claimed !== null) {
    await carryOut(payload, claimed)
    claimed = await claimDue(databaseOf(payload))
  }
}

async function carryOut(payload: Payload, scheduled: ClaimedPublication): Promise<void> {
  try {
    await publishAsPlanned(payload, scheduled)
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === null && scheduled.attempts < MAX_ATTEMPTS) throw error
    const { scheduledId, item } = scheduled
    payload.logger.warn({ msg: 'a scheduled publication failed', scheduledId, ...item, err: error })
    await settleScheduled(scheduled, { state: 'failed', reason: reason ?? 'unexpected' }, databaseOf(payload))
  }
}

/** With the rights that the person who planned it has now. Publishing and the note that it was done are one. */
async function publishAsPlanned(payload: Payload, scheduled: ClaimedPublication): Promise<void> {
  const { item, action, locale, createdBy } = scheduled
  const user = await payload.findByID({ collection: 'users', id: createdBy, depth: 0, disableErrors: true })
  const asking = user === null ? null : ({ ...user, collection: 'users' } as PayloadRequest['user'])
  const req = await createLocalReq({ req: { user: asking, context: {} } }, payload)
  await initTransaction(req)
  try {
    const isMine = await settleScheduled(scheduled, { state: 'done', reason: null }, await transactionOf(req))
    if (isMine)
      await publishLocales(payload, { ...item, action, locales: locale === 'all' ? 'all' : [locale] }, req)
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** Null: nobody foresaw it, so it is tried again. */
function reasonOf(error: unknown): string | null {
  const known = (reason: ScheduledReason): string => reason
  if (error instanceof ValidationError)
    return `${known('incomplete')}: ${error.data.errors.map(({ path }) => path).join(', ')}`
  if (error instanceof Forbidden) return known('not-allowed')
  if (error instanceof NotFound) return known('no-such-item')
  return error instanceof APIError && error.status === 400 ? known('nothing-written') : null
}
