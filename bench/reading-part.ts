import { getPayload } from 'payload'

import config from '../payload.config.ts'
import { databaseOf, sql } from '../src/database/database.ts'
import { projectWork } from '../src/reading/documents/project-documents.ts'
import { paragraph } from '../src/testing/paragraph.ts'
import { answerOrders } from './sending-orders.ts'

const payload = await getPayload({ config, disableOnInit: true })
const database = databaseOf(payload)
/** Columns of the tables that hold a news item, without those that make it another one. */
const columnsOf = async (table: string): Promise<ReturnType<typeof sql>> => {
  const { rows } = await database.execute<{ name: string }>(sql`
    select column_name as name from information_schema.columns
    where table_name = ${table} and column_name not in ('id', 'date', 'title', 'slug', '_parent_id', 'parent_id')
    order by ordinal_position`)
  return sql.join(
    rows.map(({ name }) => sql.identifier(name)),
    sql`, `,
  )
}

await answerOrders({
  async prepare() {
    await payload.updateGlobal({
      slug: 'network',
      data: {
        name: 'Sample network',
        enabledLocales: ['en'],
        postalAddress: 'Sample street 1, 1000 Brussels',
      },
    })
    const organisation = await payload.create({
      collection: 'organisations',
      data: { name: 'Sample organisation' },
    })
    const licence = await payload.create({
      collection: 'terms',
      data: { vocabulary: 'licences', code: 'cc-by', label: 'CC BY 4.0' },
    })
    const { id } = await payload.create({
      collection: 'news',
      locale: 'en',
      data: {
        title: 'Mentoring starts',
        teaser: 'A six-month programme.',
        body: paragraph('What it is about. '.repeat(20)),
        type: 'announcement',
        date: '2026-11-20T00:00:00.000Z',
        sourceLocale: 'en',
        responsibleOrganisation: organisation.id,
        licence: licence.id,
        _status: 'published',
      },
    })
    await projectWork(payload)
    return { id: String(id) }
  },

  /** Copies the first item until there are so many. */
  async fill({ mails: items }) {
    const [own, texts] = [await columnsOf('news'), await columnsOf('news_locales')]
    await database.execute(sql`
      with first as (select * from news order by created_at limit 1),
      missing as (select generate_series(1, ${items} - (select count(*)::int from news)) as bench_minutes),
      made as (
        insert into news (id, date, ${own})
        select gen_random_uuid(), first.date - missing.bench_minutes * interval '1 minute', ${own} from first, missing
        returning id
      )
      insert into news_locales (_parent_id, title, slug, ${texts})
      select made.id, 'Mentoring starts', 'mentoring-' || made.id, ${texts}
      from made, (select l.* from news_locales l join first on first.id = l._parent_id) stored
    `)
    await database.execute(sql`
      insert into public_documents (
        collection, item_id, locale, document, changed_at, slug, title, published_at, sort_at, facets, refs
      )
      select 'news', news.id, 'en',
        first.document || jsonb_build_object(
          'id', news.id, 'slug', spoken.slug, 'url', replace(first.document ->> 'url', first.slug, spoken.slug),
          'alternates', jsonb_build_object('en', replace(first.document ->> 'url', first.slug, spoken.slug))
        ),
        now(), spoken.slug, spoken.title, now(), news.date, first.facets, first.refs
      from news join news_locales spoken on spoken._parent_id = news.id and spoken._locale = 'en',
        (select * from public_documents where collection = 'news' and locale = 'en' order by seq limit 1) first
      on conflict do nothing
    `)
    await database.execute(sql`analyze`)
    return {}
  },
})
