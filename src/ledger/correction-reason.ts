import { type Database, sql } from '../database/database.ts'

/**
 * Why what a delivery carries out was corrected or withdrawn, in its language: as the newest word about it says that the
 * other side was not told yet, or that belongs to this very change. A reason is told once, with what it is about: neither a
 * later edit nor a later withdrawal says it again. Null: nobody said.
 */
export async function correctionReason(deliveryId: string, database: Database): Promise<string | null> {
  const { rows } = await database.execute<{ reason: string | null }>(sql`
    select nullif(c.reasons->>d.locale, '') as reason
    from channel_deliveries d
    join item_corrections c on c.collection = d.collection and c.item_id = d.item_id
    where d.id = ${deliveryId}
      and c.kind = case d.desired when 'live' then 'corrected' else 'withdrawn' end
      and c.locales @> to_jsonb(d.locale)
      and c.after_outbox_id < d.outbox_id
      and (
        c.after_outbox_id >= coalesce(d.remote_outbox_id, 0)
        or d.outbox_id = (
          select min(o.id) from outbox o
          where o.collection = d.collection and o.item_id = d.item_id and o.locale = d.locale and o.id > c.after_outbox_id
        )
      )
    order by c.at desc, c.id desc limit 1
  `)
  return rows[0]?.reason ?? null
}
