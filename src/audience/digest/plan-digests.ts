import { type Database, sql } from '../../database/database.ts'
import { chooseLocale } from '../../i18n/choose-locale.ts'
import { type Locale, locales } from '../../i18n/locales.ts'
import type { DigestOffer } from './digest-offer.ts'
import type { DigestRound } from './digest-rounds.ts'

/** More are too many to read; the rest stands in the next digest. */
export const MAX_ITEMS = 20

/** People of a round, in the order of their ids. */
export interface DigestBatch {
  /** People with ids after this one. Null: from the beginning. */
  readonly after: string | null
  /** Up to and with this one. */
  readonly through: string
  /** Nobody of them has considered less than up to this position. */
  readonly lowestCursor: number
}

/** Where nobody said, a person is owed what became public after they confirmed. */
const cursorOf = sql`coalesce(person.digest_cursor, (
  select max(item.position) from digest_items item where item.at <= person.confirmed_at
), 0)`

/**
 * Takes the next people of the round, whose choices then stay as they are until the transaction ends. Null: none is left.
 */
export async function takeBatch(
  { rhythm, plannedThrough }: DigestRound,
  limit: number,
  transaction: Database,
): Promise<DigestBatch | null> {
  const { rows } = await transaction.execute<{ through: string | null; lowest: string }>(sql`
    with batch as (
      select person.id, ${cursorOf} as cursor from subscribers person
      where person.status = 'active' and person.frequency = ${rhythm}
        and person.id > coalesce(${plannedThrough}::uuid, '00000000-0000-0000-0000-000000000000')
      order by person.id limit ${limit} for no key update
    )
    select (array_agg(id order by id desc))[1] as through, min(cursor) as lowest from batch
  `)
  const [row] = rows
  if (row === undefined || row.through === null) return null
  return { after: plannedThrough, through: row.through, lowestCursor: Number(row.lowest) }
}

interface Planning {
  readonly round: DigestRound
  readonly offer: DigestOffer
  /** Languages that the network speaks, and the one for whoever reads none of them. */
  readonly enabled: readonly Locale[]
  readonly fallback: Locale
  readonly now: Date
}

/**
 * Plans the digests of a batch and moves its people's cursors, in one statement and for good or not at all.
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
 * 4. fewer than `MAX_ITEMS` of their items with an earlier such publication are in it already.
 *
 * The cursor then moves to the head, or where 4 left items over, to the last publication that went in. It never moves
 * while the person is paused, suppressed or without a newsletter. So no item comes twice, and none is lost that matches
 * the choices that hold when its round is planned and stays public: each publication lies in front of the cursor until
 * a round has decided on it. With nothing new there is no mail.
 */
export async function planBatch(
  { after, through }: DigestBatch,
  { round, offer, enabled, fallback, now }: Planning,
  transaction: Database,
): Promise<{ readonly people: number; readonly mails: number }> {
  const at = sql`${now.toISOString()}::timestamptz`
  // A batch's intermediate results are some megabytes, which Postgres would else write to files.
  await transaction.execute(sql`set local work_mem = '64MB'`)
  const { rows } = await transaction.execute<{ people: number; mails: number }>(sql`
    with publication as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(offer.publications)}::jsonb)
        as given (item int, position bigint, reader text, topics uuid[], countries uuid[])
    ), item as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(offer.items)}::jsonb)
        as given (item int, first bigint, "firstAt" timestamptz, marker jsonb)
    ), issued as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(offer.issued)}::jsonb)
        as given (item int, "issueId" uuid, "editionId" uuid)
    ), person as materialized (
      select person.id, person.locale, person.further_locales, person.topics, person.countries, ${cursorOf} as cursor
      from subscribers person
      where person.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000') and person.id <= ${through}::uuid
        and person.status = 'active' and person.frequency = ${round.rhythm}
        and (person.paused_until is null or person.paused_until <= ${at})
        and not exists (select from suppressions s where s.address_key = person.address_key and s.scope = 'global')
        and exists (
          select from subscriptions tie
          where tie.subscriber_id = person.id and tie.state = 'confirmed'
            and (tie.paused_until is null or tie.paused_until <= ${at})
            and not exists (select from suppressions s
                            where s.address_key = person.address_key and s.scope = tie.newsletter_id::text)
        )
    ),
    -- People with the same choices get the same, but for what they have had.
    profile as materialized (
      select row_number() over () as profile, dense_rank() over (order by locale, further_locales) as list,
        locale, further_locales, topics, countries, cursor, array_agg(id) as ids
      from person group by locale, further_locales, topics, countries, cursor
    ), language as materialized (
      select list, locale as language, 0 as rank from profile group by list, locale
      union all
      select list, wanted.language, wanted.rank from (select distinct list, further_locales from profile) as lists
      cross join lateral jsonb_array_elements_text(further_locales) with ordinality as wanted (language, rank)
    ), entry as materialized (
      select distinct on (language.list, given.item) language.list, given.item, given.entry
      from language join jsonb_to_recordset(${JSON.stringify(offer.entries)}::jsonb)
        as given (item int, reader text, entry jsonb) on given.reader = language.language
      order by language.list, given.item, language.rank
    ), tongue as materialized (
      select distinct on (language.list) language.list, given.locale, language.rank
      from language join jsonb_to_recordset(${JSON.stringify(spokenTo(enabled))}::jsonb)
        as given (reader text, locale text) on given.reader = language.language
      order by language.list, language.rank
    ), candidate as materialized (
      select profile.profile, profile.list, publication.item, min(publication.position) as position
      from profile join language on language.list = profile.list
      join publication on publication.reader = language.language and publication.position > profile.cursor
        and (cardinality(profile.topics) = 0 or publication.topics && profile.topics)
        and (cardinality(profile.countries) = 0 or cardinality(publication.countries) = 0
             or publication.countries && profile.countries)
      group by profile.profile, profile.list, publication.item
    ), had as materialized (
      select member.id, candidate.item
      from candidate join item on item.item = candidate.item
      join profile on profile.profile = candidate.profile and item.first <= profile.cursor
      cross join lateral unnest(profile.ids) as member (id)
      where exists (
        select from personal_mails mail
        where mail.subscriber_id = member.id and mail.kind = 'digest' and mail.state not in ('skipped', 'failed')
          and mail.planned_at >= item."firstAt" and mail.items @> item.marker
      )
      union
      select person.id, issued.item
      from (select distinct "issueId" from issued) as issue cross join person
      join email_deliveries d on d.issue_id = issue."issueId" and d.subscriber_id = person.id
        and d.state not in ('skipped', 'failed')
      join issued on issued."editionId" = d.edition_id
    ), picked as (
      select profile, jsonb_agg(entry order by position) filter (where rank <= ${MAX_ITEMS}) as items,
        max(position) filter (where rank <= ${MAX_ITEMS}) as last, bool_or(rank > ${MAX_ITEMS}) as is_cut
      from (
        select candidate.profile, candidate.position, entry.entry,
          row_number() over (partition by candidate.profile order by candidate.position) as rank
        from candidate join entry on entry.list = candidate.list and entry.item = candidate.item
      ) as ranked group by profile
    ),
    -- Those who have had some of it get what is left.
    picked_apart as (
      select id, jsonb_agg(entry order by position) filter (where rank <= ${MAX_ITEMS}) as items,
        max(position) filter (where rank <= ${MAX_ITEMS}) as last, bool_or(rank > ${MAX_ITEMS}) as is_cut
      from (
        select member.id, candidate.position, entry.entry,
          row_number() over (partition by member.id order by candidate.position) as rank
        from profile cross join lateral unnest(profile.ids) as member (id)
        join candidate on candidate.profile = profile.profile
        join entry on entry.list = candidate.list and entry.item = candidate.item
        where member.id in (select id from had)
          and not exists (select from had where had.id = member.id and had.item = candidate.item)
      ) as ranked group by id
    ), digest as materialized (
      select member.id, profile.list,
        case when apart.id is null then picked.items else picked_apart.items end as items,
        case when apart.id is null then picked.last else picked_apart.last end as last,
        case when apart.id is null then picked.is_cut else picked_apart.is_cut end as is_cut
      from profile cross join lateral unnest(profile.ids) as member (id)
      left join (select distinct id from had) as apart on apart.id = member.id
      left join picked on picked.profile = profile.profile
      left join picked_apart on picked_apart.id = member.id
    ), planned as (
      insert into personal_mails (id, subscriber_id, kind, key, items, locale, locale_reason, state)
      select gen_random_uuid(), digest.id, 'digest', ${round.period}, digest.items, coalesce(tongue.locale, ${fallback}),
        case when tongue.rank = 0 then 'first-language' when tongue.rank > 0 then 'further-language'
             else 'fallback-edition' end,
        'planned'
      from digest left join tongue on tongue.list = digest.list
      where digest.items is not null
      returning 1
    ), moved as (
      update subscribers person set digest_cursor = greatest(
        person.digest_cursor, case when digest.is_cut then digest.last else ${round.head}::bigint end
      )
      from digest where person.id = digest.id
      returning 1
    )
    select (select count(*) from moved)::int as people, (select count(*) from planned)::int as mails
  `)
  return rows[0] ?? { people: 0, mails: 0 }
}

/** For each language that a person can choose, the one in which the network writes to them, if there is one. */
const spokenTo = (enabled: readonly Locale[]): readonly { reader: Locale; locale: Locale }[] =>
  locales.flatMap((reader) => {
    const { locale } = chooseLocale([reader], enabled, { whenNone: 'skip' })
    return locale === null ? [] : [{ reader, locale }]
  })
