import type { Subscriber } from '../../audience/subscriber.ts'
import { loadSite } from '../load-site.ts'
import type { SiteContext } from '../site-context.ts'
import { contextFor, type Visit } from '../visit.ts'

/** Pages behind a person's link speak their language; where we do not know them, that of their browser. */
export async function contextOf(visit: Visit, subscriber: Subscriber | null): Promise<SiteContext> {
  const own = subscriber === null ? null : await loadSite(visit.payload, subscriber.locale)
  const context = own ?? (await contextFor(visit))
  if (context === null) throw new Error('the network has no language enabled')
  return context
}
