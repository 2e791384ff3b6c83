import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { sql, transactionOf } from '../../database/database.ts'
import { audienceText } from '../../i18n/admin-text.ts'

const CONFLICT = 409

/** A segment that an unsent issue names cannot be deleted: without it the issue would go to everybody. */
export const keepUsedSegment: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const transaction = await transactionOf(req)
  // Who is just about to name it in an issue waits for us, or we for them.
  await transaction.execute(sql`select from segments where id = ${String(id)}::uuid for update`)
  const { rows } = await transaction.execute<{ subject: string }>(sql`
    select coalesce(max(named.subject), '#' || issue.number) as subject
    from issues issue left join issues_locales named on named._parent_id = issue.id and named._locale::text = ${req.locale ?? 'en'}
    where issue.segment_id = ${String(id)}::uuid and issue.state not in ('sent', 'cancelled')
    group by issue.id order by issue.number limit 1
  `)
  const [used] = rows
  if (used !== undefined)
    throw new APIError(audienceText(req, 'segment.inUse', { issue: used.subject }), CONFLICT, null, true)
  // Whom they went to is kept with them; the tie alone would keep the segment from going.
  await transaction.execute(sql`update issues set segment_id = null where segment_id = ${String(id)}::uuid`)
}
