import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { env } from '../../env.ts'
import { hasDueDeliveries } from '../../fediverse/deliveries.ts'
import { placeAt } from '../../fediverse/place.ts'
import { privateHosts } from '../channel-care/private-hosts.ts'

/** Tells the servers of followers what was posted. What signs is large: it is loaded when there is something to tell. */
export async function tellFollowers(payload: Payload, signal: AbortSignal): Promise<void> {
  if (!(await hasDueDeliveries(databaseOf(payload)))) return
  const { deliverDue } = await import('../../fediverse/deliver.ts')
  await deliverDue(placeAt(payload, env.PUBLIC_URL, await privateHosts(payload)), { signal })
}
