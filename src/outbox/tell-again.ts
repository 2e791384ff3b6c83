import type { PayloadRequest } from 'payload'

import { markDocument } from '../content/document-work.ts'
import type { ItemReference } from '../content/published-item.ts'
import { sql, transactionOf } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { enqueue } from '../queue/queue.ts'

/**
 * Has what stands of an item in these languages told once more as revised, in the transaction of the request, because
 * something is to be said about it. A language about which the outbox was told since the correction began is told already.
 */
export async function tellAgain(
  { collection, id }: ItemReference,
  locales: readonly Locale[],
  { correctionId }: { readonly correctionId: string },
  req: PayloadRequest,
): Promise<void> {
  const transaction = await transactionOf(req)
  await markDocument(req.payload, { collection, id }, transaction)
  const { rows } = await transaction.execute<{ id: string }>(sql`
    insert into outbox (collection, item_id, locale, kind, content_hash)
    select collection, item_id, locale, 'revised', content_hash
    from (
      select distinct on (o.locale) o.* from outbox o
      where o.collection = ${collection} and o.item_id = ${id}::uuid
        and o.locale in (select jsonb_array_elements_text(${JSON.stringify(locales)}::jsonb))
      order by o.locale, o.id desc
    ) newest
    where newest.kind <> 'withdrawn'
      and newest.id <= (select after_outbox_id from item_corrections where id = ${correctionId}::uuid)
    returning id
  `)
  await enqueue(
    req.payload,
    'plan-changes',
    rows.map((row) => ({ outboxId: Number(row.id) })),
    transaction,
  )
}
