import { type Database, sql } from '../../database/database.ts'
import type { DigestOffer } from './digest-offer.ts'
import type { MatchedReaders } from './match-digests.ts'

/** Person → items of the offer that stand in mails to them, but for mails that were skipped or failed. */
export type HadItems = ReadonlyMap<string, ReadonlySet<number>>

/**
 * What people have had of what is new to them. Only digests that are younger than an item can hold it, and only issues
 * that do hold one are asked for, so for most people nothing is read at all.
 */
export async function hadItems(
  groups: readonly MatchedReaders[],
  offer: DigestOffer,
  transaction: Database,
): Promise<HadItems> {
  const had = new Map<string, Set<number>>()
  const note = (id: string, item: number | undefined) => {
    if (item !== undefined) had.set(id, (had.get(id) ?? new Set()).add(item))
  }
  await inDigests(groups, offer, note, transaction)
  await inIssues(groups, offer, note, transaction)
  return had
}

type Note = (id: string, item: number | undefined) => void

async function inDigests(
  groups: readonly MatchedReaders[],
  { items }: DigestOffer,
  note: Note,
  transaction: Database,
): Promise<void> {
  const byNumber = new Map(items.map((item) => [item.item, item]))
  const isOld = ({ item }: { readonly item: number }, cursor: number) =>
    (byNumber.get(item)?.first ?? cursor + 1) <= cursor
  const old = groups.filter(({ matches, cursor }) => matches.some((match) => isOld(match, cursor)))
  const ids = old.flatMap((group) => group.ids)
  if (ids.length === 0) return
  const asked = new Set(
    old.flatMap(({ matches, cursor }) =>
      matches.filter((match) => isOld(match, cursor)).map(({ item }) => item),
    ),
  )
  const oldest = items.filter(({ item }) => asked.has(item)).map(({ firstAt }) => firstAt)
  const numberOf = new Map(items.filter(({ item }) => asked.has(item)).map(({ id, item }) => [id, item]))
  const { rows } = await transaction.execute<{ subscriber_id: string; held: string[] }>(sql`
    select mail.subscriber_id, jsonb_path_query_array(mail.items, '$[*].id') as held
    from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as asked (id)
    join personal_mails mail on mail.subscriber_id = asked.id::uuid
    where mail.kind = 'digest' and mail.state not in ('skipped', 'failed')
      and mail.planned_at >= ${oldest.toSorted()[0] ?? null}::timestamptz
  `)
  for (const { subscriber_id, held } of rows) for (const id of held) note(subscriber_id, numberOf.get(id))
}

async function inIssues(
  groups: readonly MatchedReaders[],
  { issued }: DigestOffer,
  note: Note,
  transaction: Database,
): Promise<void> {
  const ids = groups.filter(({ matches }) => matches.length > 0).flatMap((group) => group.ids)
  if (issued.length === 0 || ids.length === 0) return
  const issueIds = [...new Set(issued.map(({ issueId }) => issueId))]
  const { rows } = await transaction.execute<{ subscriber_id: string; edition_id: string }>(sql`
    select d.subscriber_id, d.edition_id
    from jsonb_array_elements_text(${JSON.stringify(issueIds)}::jsonb) as issue (id)
    cross join jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as asked (id)
    join email_deliveries d on d.issue_id = issue.id::uuid and d.subscriber_id = asked.id::uuid
    where d.state not in ('skipped', 'failed')
  `)
  for (const { subscriber_id, edition_id } of rows)
    for (const { editionId, item } of issued) if (editionId === edition_id) note(subscriber_id, item)
}
