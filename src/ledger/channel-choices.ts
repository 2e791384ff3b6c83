import type { ContentCollection, ItemReference } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

/** What editors chose for an item on one channel in one language. */
export interface Choice {
  readonly channelId: string
  readonly locale: Locale
  /** Null: as the channel's rules say. */
  readonly wanted: 'yes' | 'no' | null
  /** Instead of what is composed. Null: that. */
  readonly text: string | null
  readonly picture: 'item' | 'none' | 'own'
  /** Of the collection media, for `own`. */
  readonly pictureId: string | null
  /** In the post's language, for `own`. Null: as the picture is described there. */
  readonly alt: string | null
  /** Null: as soon as it may. */
  readonly scheduledFor: Date | null
  /** Null: nobody asked. */
  readonly approval: 'requested' | 'approved' | 'rejected' | null
  /** Of the post as it was when it was approved. Null: it was not, or there was none yet. */
  readonly approvedHash: string | null
  /** Of staff. */
  readonly requestedBy: string | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

/** The cell of a channel in which an item is shown in one language. */
export interface ChoicePlace {
  readonly item: ItemReference
  readonly channelId: string
  readonly locale: Locale
}

interface ChoiceRow extends Record<string, unknown> {
  collection: ContentCollection
  item_id: string
  locale: Locale
  channel_id: string
  wanted: Choice['wanted']
  text: string | null
  picture: Choice['picture']
  picture_id: string | null
  alt: string | null
  scheduled_for: string | Date | null
  approval: Choice['approval']
  approved_hash: string | null
  requested_by: string | null
  decided_by: string | null
  decided_at: string | Date | null
}

const moment = (value: string | Date | null): Date | null => (value === null ? null : new Date(value))

const choiceOf = (row: ChoiceRow): Choice => ({
  channelId: row.channel_id,
  locale: row.locale,
  wanted: row.wanted,
  text: row.text,
  picture: row.picture,
  pictureId: row.picture_id,
  alt: row.alt,
  scheduledFor: moment(row.scheduled_for),
  approval: row.approval,
  approvedHash: row.approved_hash,
  requestedBy: row.requested_by,
  decidedBy: row.decided_by,
  decidedAt: moment(row.decided_at),
})

/** How an item is named as a key. */
export const itemKey = ({ collection, id }: ItemReference): string => `${collection}/${id}`
/** And a cell among those of an item. */
export const cellKey = ({ channelId, locale }: Pick<ChoicePlace, 'channelId' | 'locale'>): string =>
  `${channelId}/${locale}`

/** Choices by item and cell, as far as there are any: `itemKey` → `cellKey` → choice. */
export async function choicesOf(
  items: readonly ItemReference[],
  database: Database,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Choice>>> {
  const { rows } = await database.execute<ChoiceRow>(sql`
    select choice.* from channel_choices choice
    join (select distinct collection, id from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as row (collection text, id uuid)) item
      on item.collection = choice.collection and item.id = choice.item_id
  `)
  const found = new Map<string, Map<string, Choice>>()
  for (const row of rows) {
    const key = itemKey({ collection: row.collection, id: row.item_id })
    const ofItem = found.get(key) ?? new Map<string, Choice>()
    const choice = choiceOf(row)
    ofItem.set(cellKey(choice), choice)
    found.set(key, ofItem)
  }
  return found
}

/** Null: nobody chose anything. */
export async function choiceFor(place: ChoicePlace, database: Database): Promise<Choice | null> {
  const { item, channelId, locale } = place
  const { rows } = await database.execute<ChoiceRow>(sql`
    select * from channel_choices
    where collection = ${item.collection} and item_id = ${item.id} and locale = ${locale} and channel_id = ${channelId}
  `)
  return rows[0] === undefined ? null : choiceOf(rows[0])
}

export type ChosenWords = Pick<
  Choice,
  'wanted' | 'text' | 'picture' | 'pictureId' | 'alt' | 'scheduledFor' | 'approval' | 'approvedHash'
>

/** Writes down what somebody chose; what is not named stays as it is. */
export async function saveChoice(
  { item, channelId, locale }: ChoicePlace,
  chosen: Partial<ChosenWords>,
  by: string,
  database: Database,
): Promise<Choice> {
  const names = {
    wanted: 'wanted',
    text: 'text',
    picture: 'picture',
    pictureId: 'picture_id',
    alt: 'alt',
    scheduledFor: 'scheduled_for',
    approval: 'approval',
    approvedHash: 'approved_hash',
  } as const satisfies Record<keyof ChosenWords, string>
  const kept = (Object.keys(names) as (keyof ChosenWords)[]).filter((name) => chosen[name] !== undefined)
  const row = { ...chosen, picture: chosen.picture ?? 'item' }
  const isRequest = chosen.approval === 'requested'
  const isDecision = chosen.approval === 'approved' || chosen.approval === 'rejected'
  const sets = [
    ...kept.map((name) => sql`${sql.identifier(names[name])} = excluded.${sql.identifier(names[name])}`),
    ...(isRequest ? [sql`requested_by = excluded.requested_by, decided_by = null, decided_at = null`] : []),
    ...(isDecision ? [sql`decided_by = excluded.decided_by, decided_at = excluded.decided_at`] : []),
    sql`updated_by = excluded.updated_by, updated_at = now()`,
  ]
  const { rows } = await database.execute<ChoiceRow>(sql`
    insert into channel_choices as choice (collection, item_id, locale, channel_id, wanted, text, picture, picture_id, alt,
      scheduled_for, approval, approved_hash, requested_by, decided_by, decided_at, updated_by)
    select ${item.collection}, ${item.id}::uuid, ${locale}, ${channelId}::uuid, wanted, text, picture, "pictureId", alt,
      "scheduledFor", approval, "approvedHash", ${isRequest ? by : null}::uuid, ${isDecision ? by : null}::uuid,
      case when ${isDecision} then now() end, ${by}::uuid
    from jsonb_to_record(${JSON.stringify(row)}::jsonb) as row (
      wanted text, text text, picture text, "pictureId" uuid, alt text, "scheduledFor" timestamptz, approval text, "approvedHash" text
    )
    on conflict (collection, item_id, locale, channel_id) do update set ${sql.join(sets, sql`, `)}
    returning *
  `)
  const [saved] = rows
  if (saved === undefined) throw new Error('a choice that was saved is not there')
  return choiceOf(saved)
}
