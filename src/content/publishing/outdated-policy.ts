import type { PayloadRequest } from 'payload'

import type { TranslatableCollection } from '../translatable.ts'

/** What readers of a language get while its text is older than the source: the last approved text, or nothing. */
export type OutdatedPolicy = 'keep' | 'withdraw'

/** What the network decided for a collection. Before its settings are saved once, readers keep what they have. */
export async function outdatedPolicy(
  collection: TranslatableCollection,
  req: PayloadRequest,
): Promise<OutdatedPolicy> {
  const { whenOutdated } = await req.payload.db.findGlobal<{
    whenOutdated?: Readonly<Partial<Record<TranslatableCollection, unknown>>>
  }>({ slug: 'network', select: { whenOutdated: true }, req })
  return whenOutdated?.[collection] === 'withdraw' ? 'withdraw' : 'keep'
}
