import { type Database, sql } from '../../database/database.ts'
import { chooseLocale } from '../../i18n/choose-locale.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import type { PersonalItem } from '../../ledger/personal-mails.ts'
import type { DigestOffer } from './digest-offer.ts'
import type { DigestRound } from './digest-rounds.ts'
import { hadItems } from './had-items.ts'
import { cutDigest, type DigestReader, matchDigests } from './match-digests.ts'

/** People of a round, in the order of their ids. */
export interface DigestBatch {
  /** Up to and with this one. */
  readonly through: string
  /** Those who are to be considered now: not paused, not suppressed, with a newsletter. */
  readonly readers: readonly DigestReader[]
}

/** Where nobody said, a person is owed what became public after they confirmed. */
const cursorOf = sql`coalesce(person.digest_cursor, (
  select max(item.position) from digest_items item where item.at <= person.confirmed_at
), 0)`

interface PersonRow extends Record<string, unknown> {
  readonly id: string
  readonly locale: Locale
  readonly further_locales: readonly string[]
  readonly topics: readonly string[]
  readonly countries: readonly string[]
  readonly cursor: string
  readonly is_due: boolean
}

/**
 * Takes the next people of the round, whose choices then stay as they are until the transaction ends. Null: none is left.
 */
export async function takeBatch(
  { rhythm, plannedThrough }: DigestRound,
  { limit, now }: { readonly limit: number; readonly now: Date },
  transaction: Database,
): Promise<DigestBatch | null> {
  const at = sql`${now.toISOString()}::timestamptz`
  const { rows } = await transaction.execute<PersonRow>(sql`
    with batch as (
      select person.* from subscribers person
      where person.status = 'active' and person.frequency = ${rhythm}
        and person.id > coalesce(${plannedThrough}::uuid, '00000000-0000-0000-0000-000000000000')
      order by person.id limit ${limit} for no key update
    )
    select person.id, person.locale, person.further_locales, to_jsonb(person.topics) as topics,
      to_jsonb(person.countries) as countries, ${cursorOf} as cursor,
      (person.paused_until is null or person.paused_until <= ${at})
      and not exists (select from suppressions s where s.address_key = person.address_key and s.scope = 'global')
      and exists (
        select from subscriptions tie
        where tie.subscriber_id = person.id and tie.state = 'confirmed'
          and (tie.paused_until is null or tie.paused_until <= ${at})
          and not exists (select from suppressions s
                          where s.address_key = person.address_key and s.scope = tie.newsletter_id::text)
      ) as is_due
    from batch as person order by person.id
  `)
  const last = rows.at(-1)
  if (last === undefined) return null
  const readers = rows
    .filter(({ is_due }) => is_due)
    .map(({ id, locale, further_locales, topics, countries, cursor }) => ({
      id,
      languages: [locale, ...further_locales.filter(isLocale)],
      topics,
      countries,
      cursor: Number(cursor),
    }))
  return { through: last.id, readers }
}

interface Planning {
  readonly round: DigestRound
  readonly offer: DigestOffer
  /** Languages that the network speaks, and the one for whoever reads none of them. */
  readonly enabled: readonly Locale[]
  readonly fallback: Locale
}

/**
 * Plans the digests of a batch and moves its people's cursors, in the transaction that took it: for good or not at all.
 *
 * **Which items a person's digest holds.** A publication is an item becoming public in one language; publications are
 * numbered in the order of their commits. A digest holds an item if and only if, at the moment that it is planned,
 *
 * 1. one of the item's publications lies after the person's cursor and not after the round's head, in a language that the
 *    person reads, and still stands: the item is public in that language now, and is no event that is over;
 * 2. that publication's topics meet the person's, and its countries theirs. Who chose no topics or no countries takes all;
 *    an item without countries is for all countries, one without topics for those who chose none;
 * 3. the person has not had the item: it stands in none of their digests and in no edition that was planned for them, but
 *    for mails that were skipped or failed. A digest's row holds what it really held, so what was withdrawn before the
 *    mail was made has not been had;
 * 4. fewer than twenty of their items with an earlier such publication are in it already.
 *
 * The cursor then moves to the head, or where 4 left items over, to the last publication that went in. It never moves
 * while the person is paused, suppressed or without a newsletter. So no item comes twice, and none is lost that matches
 * the choices that hold when its round is planned and stays public: each publication lies in front of the cursor until
 * a round has decided on it. With nothing new there is no mail.
 */
export async function planBatch(
  { readers }: DigestBatch,
  { round, offer, enabled, fallback }: Planning,
  transaction: Database,
): Promise<{ readonly people: number; readonly mails: number }> {
  const groups = matchDigests(readers, offer)
  const had = await hadItems(groups, offer, transaction)
  const cursors = new Map<number, string[]>()
  const digests: PlannedDigest[] = []
  for (const { ids, matches, languages } of groups) {
    const untouched = ids.filter((id) => !had.has(id))
    const apart = ids.filter((id) => had.has(id)).map((id) => [id])
    for (const people of [untouched, ...apart]) {
      const [first] = people
      if (first === undefined) continue
      const { items, last } = cutDigest(matches, had.get(first))
      const cursor = last ?? round.head
      const movedThere = cursors.get(cursor) ?? []
      movedThere.push(...people)
      cursors.set(cursor, movedThere)
      if (items.length > 0) digests.push({ ids: people, items, ...tongueOf(languages, enabled, fallback) })
    }
  }
  await moveCursors(cursors, transaction)
  return { people: readers.length, mails: await enterDigests(round.period, digests, transaction) }
}

interface PlannedDigest {
  readonly ids: readonly string[]
  readonly items: readonly PersonalItem[]
  readonly locale: Locale
  readonly reason: 'first-language' | 'further-language' | 'fallback-edition'
}

/** The language in which the network writes to readers of these. */
function tongueOf(
  languages: readonly Locale[],
  enabled: readonly Locale[],
  fallback: Locale,
): Pick<PlannedDigest, 'locale' | 'reason'> {
  for (const [rank, language] of languages.entries()) {
    const { locale } = chooseLocale([language], enabled, { whenNone: 'skip' })
    if (locale !== null) return { locale, reason: rank === 0 ? 'first-language' : 'further-language' }
  }
  return { locale: fallback, reason: 'fallback-edition' }
}

/** A digest that many get is handed over once. */
async function enterDigests(
  period: string,
  digests: readonly PlannedDigest[],
  transaction: Database,
): Promise<number> {
  if (digests.length === 0) return 0
  const { rows } = await transaction.execute<{ mails: number }>(sql`
    with planned as (
      insert into personal_mails (id, subscriber_id, kind, key, items, locale, locale_reason, state)
      select gen_random_uuid(), member.id::uuid, 'digest', ${period}, digest.items, digest.locale, digest.reason, 'planned'
      from jsonb_to_recordset(${JSON.stringify(digests)}::jsonb)
        as digest (ids jsonb, items jsonb, locale text, reason text)
      cross join lateral jsonb_array_elements_text(digest.ids) as member (id)
      returning 1
    )
    select count(*)::int as mails from planned
  `)
  return rows[0]?.mails ?? 0
}

async function moveCursors(
  cursors: ReadonlyMap<number, readonly string[]>,
  transaction: Database,
): Promise<void> {
  const given = [...cursors].map(([cursor, ids]) => ({ cursor, ids }))
  if (given.length === 0) return
  await transaction.execute(sql`
    update subscribers person set digest_cursor = greatest(person.digest_cursor, given.cursor)
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (cursor bigint, ids jsonb)
    cross join lateral jsonb_array_elements_text(given.ids) as member (id)
    where person.id = member.id::uuid
  `)
}
