import type { Payload } from 'payload'

import { canonicalAddress } from '../audience/canonical-address.ts'
import {
  addressesToGive,
  beginSync,
  countUntellable,
  endSync,
  entriesToRemove,
  forgetRemoved,
  lesserHere,
  noteGiven,
  noteTheirs,
  type TheirEntry,
} from '../audience/suppression/provider-list.ts'
import { suppress } from '../audience/suppression/suppress.ts'
import { EVERYTHING, type SuppressionReason } from '../audience/suppression/suppression-reasons.ts'
import { type Database, databaseOf, inTransaction } from '../database/database.ts'
import type { Env } from '../env.ts'
import { oweRequest } from '../newsletter/transports/request-pace.ts'
import { resend } from '../newsletter/transports/resend.ts'
import {
  type RemoteSuppression,
  type ResendSuppressions,
  resendSuppressions,
  SuppressionListError,
  type SuppressionListProblem,
} from '../newsletter/transports/resend-suppressions.ts'
import { addressKey } from '../secrets/address-key.ts'

export const RESEND = 'resend'

const BATCH = 100

/** What was done, also where it ended early. */
export interface SyncOutcome {
  /** Theirs that we took over. */
  taken: number
  /** Ours that they took over. */
  given: number
  /** Ours that cannot be told, since nothing but a hash is left of them. */
  untellable: number
  /** Null: nothing went wrong. */
  problem: SuppressionListProblem | null
}

/** Once a day, and when an officer asks for it. Null where mail leaves another way. */
export async function syncOwnSuppressions(
  payload: Payload,
  { RESEND_API_KEY, RESEND_BASE_URL }: Pick<Env, 'RESEND_API_KEY' | 'RESEND_BASE_URL'>,
): Promise<SyncOutcome | null> {
  if (RESEND_API_KEY === undefined) return null
  const settings = { apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL ?? null }
  const service = resend(settings)
  const list = resendSuppressions(settings, undefined, () => oweRequest(service, databaseOf(payload)))
  return syncSuppressions(payload, list)
}

/**
 * Brings our list and the sending service's together: what stands on either bars an address here, and theirs learns of
 * ours where an address is still known. What went from their list is not released here: an officer decides that, and
 * what they released is taken off theirs. Repeating it changes nothing.
 */
export async function syncSuppressions(payload: Payload, list: ResendSuppressions): Promise<SyncOutcome> {
  const database = databaseOf(payload)
  const outcome: SyncOutcome = { taken: 0, given: 0, untellable: 0, problem: null }
  const syncId = await beginSync(RESEND, database)
  try {
    for await (const page of list.pages()) outcome.taken += await takeOver(payload, page)
    await removeReleased(list, database)
    outcome.given = await giveOurs(list, database)
  } catch (error) {
    if (!(error instanceof SuppressionListError)) throw error
    outcome.problem = error.reason
    payload.logger.warn({ msg: 'the suppression list of the sending service is out of reach', err: error })
  }
  outcome.untellable = await countUntellable(RESEND, database)
  await endSync(syncId, outcome, database)
  return outcome
}

const reasons = {
  complaint: 'complaint',
  bounce: 'hard-bounce',
  manual: 'manual',
} as const satisfies Record<RemoteSuppression['origin'], SuppressionReason>

/** One page, in a transaction. Answers how many addresses are barred here that were not, or for a lesser reason. */
async function takeOver(payload: Payload, page: readonly RemoteSuppression[]): Promise<number> {
  const entries = page.flatMap(entryOf)
  return inTransaction(payload, async (transaction) => {
    await noteTheirs(RESEND, entries, transaction)
    const lesser = await lesserHere(RESEND, entries, transaction)
    let taken = 0
    for (const { addressKey: key, reason } of lesser) {
      const barred = { addressKey: key, scope: EVERYTHING, reason, note: null, actor: null }
      const came = await suppress({ ...barred, origin: 'resend', now: new Date() }, transaction)
      if (came === 'suppressed') taken += 1
    }
    return taken
  })
}

/** What they list and no mail could be sent to anyway is left to them. */
function entryOf({ id, email, origin, createdAt }: RemoteSuppression): TheirEntry[] {
  const address = canonicalAddress(email)
  if (address === null) return []
  return [{ addressKey: addressKey(address.canonical), remoteId: id, reason: reasons[origin], createdAt }]
}

async function removeReleased(list: ResendSuppressions, database: Database): Promise<void> {
  const ids = await entriesToRemove(RESEND, database)
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH)
    await list.remove(batch)
    await forgetRemoved(RESEND, batch, database)
  }
}

async function giveOurs(list: ResendSuppressions, database: Database): Promise<number> {
  let given = 0
  let after = ''
  for (;;) {
    const batch = await addressesToGive(RESEND, { after, limit: BATCH }, database)
    const last = batch.at(-1)
    if (last === undefined) return given
    after = last.addressKey
    const remoteIds = await list.add(batch.map(({ address }) => address))
    // Without their ids they are found at the next reading.
    if (remoteIds !== null) await noteGiven(RESEND, batch, remoteIds, database)
    given += batch.length
  }
}
