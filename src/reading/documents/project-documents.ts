import type { Payload } from 'payload'

import { networkLanguages } from '../../content/network-languages.ts'
import { type Database, inTransaction, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { type DocumentReference, isReadable } from '../contract/document.ts'
import { addToFacetTotals, facetsBefore } from '../search/facet-totals.ts'
import { keepSearchTexts, prepareSearchTexts } from '../search/keep-search-texts.ts'
import { type BuiltDocument, buildDocument, type NetworkWords } from './build-document.ts'
import { publicPlaces } from './public-places.ts'

/** One at a time gives places in the feed: a greater one then never commits before a lesser one. */
const SEQUENCE_LOCK = 7_202_611

interface Limits {
  /** Documents, each in all its languages. */
  readonly limit: number
  /** Takes no further one after this. Unset: however long it takes. */
  readonly budgetMs?: number
}

/**
 * Makes anew what waits to be made, one document at a time, each in a transaction of its own that also removes the
 * marks: a worker that is killed leaves them. Any number may run at once. Answers how many documents it made.
 */
export async function projectDocuments(payload: Payload, { limit, budgetMs }: Limits): Promise<number> {
  const startedAt = performance.now()
  let made = 0
  while (made < limit && (budgetMs === undefined || performance.now() - startedAt < budgetMs)) {
    if (!(await projectNext(payload))) break
    made++
  }
  return made
}

async function projectNext(payload: Payload): Promise<boolean> {
  return inTransaction(payload, async (transaction) => {
    const reference = await takeWork(transaction)
    if (reference === null) return false
    const { collection, id } = reference
    if (!isReadable(collection)) return true
    // A save of the same document waits for us or we for it: what we read is what stands when we write.
    await lockDocument({ collection, id }, transaction)
    await writeDocument(payload, { collection, id }, transaction)
    return true
  })
}

/** Makes one document anew before its turn, for a reader who stands before it. */
export async function projectDocument(payload: Payload, reference: DocumentReference): Promise<void> {
  await inTransaction(payload, async (transaction) => {
    await lockDocument(reference, transaction)
    await writeDocument(payload, reference, transaction)
  })
}

/** To be held by whoever writes a document, and by whoever takes one from its readers. Until the transaction ends. */
export async function lockDocument(
  { collection, id }: { readonly collection: string; readonly id: string },
  transaction: Database,
): Promise<void> {
  await transaction.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${collection}/${id}`}, 72026))`,
  )
}

async function takeWork(
  transaction: Database,
): Promise<{ readonly collection: string; readonly id: string } | null> {
  const { rows } = await transaction.execute<{ collection: string; id: string }>(sql`
    with next as (
      select collection, item_id from document_work order by id limit 1 for update skip locked
    ), marks as (
      select work.id from document_work work join next using (collection, item_id) for update of work skip locked
    ), taken as (
      delete from document_work work using marks where work.id = marks.id
    )
    select collection, item_id as id from next
  `)
  return rows[0] ?? null
}

async function writeDocument(
  payload: Payload,
  reference: DocumentReference,
  transaction: Database,
): Promise<void> {
  const { enabled } = await networkLanguages(payload)
  const network = await networkWords(payload)
  const places = await publicPlaces(reference, enabled, transaction)
  const built: [Locale, BuiltDocument][] = []
  for (const locale of places.keys()) {
    const words = network(locale)
    const document = await buildDocument(payload, reference, locale, { places, network: await words })
    if (document !== null) built.push([locale, document])
  }
  await store(reference, built, transaction)
}

async function networkWords(payload: Payload): Promise<(locale: Locale) => Promise<NetworkWords>> {
  const { name: anyName } = await payload.findGlobal({ slug: 'network', depth: 0, select: { name: true } })
  return async (locale) => {
    const { name, contactEmail } = await payload.findGlobal({
      slug: 'network',
      locale,
      fallbackLocale: false,
      depth: 0,
      select: { name: true, contactEmail: true },
    })
    return { name: name || anyName || '', contactEmail: contactEmail ?? null }
  }
}

/**
 * What did not change keeps its place in the feed. What is gone keeps its facets: whoever follows a topic hears of it.
 */
async function store(
  { collection, id }: DocumentReference,
  built: readonly (readonly [Locale, BuiltDocument])[],
  transaction: Database,
): Promise<void> {
  const rows = built.map(([locale, { document, sortAt, endsAt, facets, refs }]) => ({
    locale,
    document,
    slug: document.slug,
    title: document.title,
    published_at: document.publishedAt,
    sort_at: sortAt,
    ends_at: endsAt,
    facets,
    refs,
  }))
  const searched = await prepareSearchTexts(
    built.map(([, each]) => each),
    transaction,
  )
  await transaction.execute(sql`select pg_advisory_xact_lock(${SEQUENCE_LOCK})`)
  const before = await facetsBefore({ collection, id }, transaction)
  await transaction.execute(sql`
    with present as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
        locale text, document jsonb, slug text, title text, published_at timestamptz, sort_at timestamptz,
        ends_at timestamptz, facets text[], refs uuid[]
      )
    ), written as (
      insert into public_documents as stored (
        collection, item_id, locale, document, hidden, seq, changed_at, gone, slug, title, published_at, sort_at,
        ends_at, facets, refs
      )
      select ${collection}, ${id}::uuid, locale, document, false, nextval('public_documents_seq_seq'),
        clock_timestamp(), null, slug, title, published_at, sort_at, ends_at, facets, refs
      from present
      on conflict (collection, item_id, locale) do update set
        document = excluded.document, hidden = false, gone = null,
        seq = case when stored.document = excluded.document and not stored.hidden then stored.seq else excluded.seq end,
        changed_at = case when stored.document = excluded.document and not stored.hidden
          then stored.changed_at else excluded.changed_at end,
        slug = excluded.slug, title = excluded.title, published_at = excluded.published_at, sort_at = excluded.sort_at,
        ends_at = excluded.ends_at, facets = excluded.facets, refs = excluded.refs
      where stored.document is distinct from excluded.document or stored.hidden or stored.refs <> excluded.refs
      returning stored.locale
    ), buried as (
      update public_documents stored set
        document = null, hidden = false, seq = nextval('public_documents_seq_seq'), changed_at = clock_timestamp(),
        gone = case when exists (
          select from ${sql.identifier(collection.replaceAll('-', '_'))} item where item.id = ${id}::uuid
        ) then 'withdrawn' else 'deleted' end,
        refs = '{}'
      where stored.collection = ${collection} and stored.item_id = ${id}::uuid and stored.document is not null
        and stored.locale not in (select locale from present)
      returning stored.locale
    ), changed as (
      select locale from written union all select locale from buried
    )
    select pg_notify('public_content', concat_ws(',', ${collection}::text, ${`${collection}/${id}`}::text, ${collection}::text || ':' || locale))
    from changed
  `)
  await keepSearchTexts({ collection, id }, searched, transaction)
  await addToFacetTotals(collection, { before, documents: built.map(([, each]) => each) }, transaction)
}

export async function hasDocumentWork(database: Database): Promise<boolean> {
  const { rows } = await database.execute(sql`select from document_work limit 1`)
  return rows.length > 0
}

/** Works until nothing waits. */
export async function projectWork(payload: Payload): Promise<void> {
  while ((await projectDocuments(payload, { limit: 100 })) > 0);
}
