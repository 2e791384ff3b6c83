import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { rest, signIn } from '../../testing/api.ts'
import { createTestNetwork } from '../../testing/create-network.ts'

let payload: Payload
let editor: string
/** What each list names: nothing else, so that it would be empty without it. */
const named = { topics: '', terms: '', communities: '' }
type Named = keyof typeof named

const lists = [
  ['question-routes', 'topics'],
  ['question-routes', 'terms'],
  ['channels', 'topics'],
  ['channels', 'terms'],
  ['channels', 'communities'],
  ['press-contacts', 'topics'],
  ['newsletters', 'topics'],
  ['newsletters', 'terms'],
  ['newsletters', 'communities'],
] as const satisfies (readonly [string, Named])[]

beforeAll(async () => {
  payload = await getPayload({ config })
  const { newsletterIds } = await createTestNetwork(payload, ['en'])
  const { id: organisation } = await payload.create({ collection: 'organisations', data: { name: 'Bakers' } })
  named.topics = (await payload.create({ collection: 'topics', data: { label: 'Finance' } })).id
  const country = { vocabulary: 'countries', code: 'gr', label: 'Greece' } as const
  named.terms = (await payload.create({ collection: 'terms', data: country })).id
  named.communities = (await payload.create({ collection: 'communities', data: { name: 'Mentors' } })).id
  const narrowed = { topics: [named.topics], countries: [named.terms], communities: [named.communities] }
  const { communities, ...asked } = narrowed
  await payload.create({ collection: 'question-routes', data: { name: 'Money', organisation, ...asked } })
  await payload.create({
    collection: 'channels',
    data: {
      name: 'Partner board',
      service: 'webhook',
      baseUrl: 'https://partner.example/hook',
      locales: ['en'],
      mode: 'off',
      secrets: { signingSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
      ...narrowed,
    },
  })
  await payload.create({
    collection: 'press-contacts',
    data: {
      name: 'Local daily',
      email: 'desk@daily.example',
      locale: 'en',
      consentBasis: 'Asked on 3 March',
      topics: [named.topics],
    },
  })
  await payload.update({ collection: 'newsletters', id: newsletterIds[0], data: { proposals: narrowed } })
  editor = await signIn(payload, { roles: ['editor'] })
})
afterAll(() => payload.destroy())

const table = (slug: string) => sql.identifier(slug.replaceAll('-', '_'))

test.for(lists)(
  'a list of %s does not lose what it names of %s, not even to a statement of SQL',
  async ([owner, tie]) => {
    const rels = table(`${owner}_rels`)
    const column = sql.identifier(`${tie}_id`)
    const count = async () =>
      (await databaseOf(payload).execute(sql`select 1 from ${rels} where ${column} = ${named[tie]}::uuid`))
        .rows.length
    const before = await count()
    // Nothing else holds it but this list.
    const remove = payload.db.drizzle.transaction(async (transaction) => {
      for (const [other, what] of lists.filter(([other, what]) => other !== owner && what === tie))
        await transaction.execute(
          sql`delete from ${table(`${other}_rels`)} where ${sql.identifier(`${what}_id`)} is not null`,
        )
      await transaction.execute(sql`delete from ${sql.identifier(tie)} where id = ${named[tie]}::uuid`)
    })

    await expect(remove).rejects.toMatchObject({
      cause: { code: '23001', constraint: `${owner.replaceAll('-', '_')}_rels_${tie}_fk` },
    })
    expect(before).toBeGreaterThan(0)
    expect(await count()).toBe(before)
  },
)

test.for([
  [
    'topics',
    'Rules for questions: “Money”; Channels: “Partner board”; Press contacts: “Local daily”; Newsletters: “Practice letter”',
  ],
  ['terms', 'Rules for questions: “Money”; Channels: “Partner board”; Newsletters: “Practice letter”'],
  ['communities', 'Channels: “Partner board”; Newsletters: “Practice letter”'],
] as const)('who wants to delete one of %s is told which rules name it', async ([tie, places]) => {
  const message = `Rules name it: ${places}. Without it they might be for everything. Take it out there first.`
  const one = await rest(`/${tie}/${named[tie]}`, { method: 'DELETE', as: editor })
  const many = await rest(`/${tie}?where[id][in]=${named[tie]}`, { method: 'DELETE', as: editor })

  expect([one.status, one.body.errors[0].message]).toEqual([409, message])
  expect(many.body.errors).toMatchObject([{ id: named[tie], message }])
  const { totalDocs } = await payload.count({ collection: tie, where: { id: { equals: named[tie] } } })
  expect(totalDocs).toBe(1)
})

test('what no rule names is deleted as ever, and a rule is with all that it names', async () => {
  const { id } = await payload.create({ collection: 'topics', data: { label: 'Premises' } })
  const { id: organisation } = await payload.create({
    collection: 'organisations',
    data: { name: 'Tailors' },
  })
  const rule = await payload.create({
    collection: 'question-routes',
    data: { name: 'Rooms', organisation, topics: [id] },
  })
  const answers = [
    await rest(`/topics/${id}`, { method: 'DELETE', as: editor }),
    await rest(`/question-routes/${rule.id}`, { method: 'DELETE', as: editor }),
    await rest(`/topics/${id}`, { method: 'DELETE', as: editor }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([409, 200, 200])
})

test('only what describes something loses a topic, a term or a community by itself', async () => {
  const { rows } = await databaseOf(payload).execute<{ owner: string }>(sql`
    select distinct regexp_replace(conrelid::regclass::text, '_rels$', '') as owner from pg_constraint
    where contype = 'f' and confdeltype <> 'r' and conrelid::regclass::text ~ '_rels$' and conname !~ '_parent_fk$'
      and confrelid in ('topics'::regclass, 'terms'::regclass, 'communities'::regclass)
    order by 1
  `)

  expect(rows.map(({ owner }) => owner)).toEqual([
    '_events_v',
    '_faqs_v',
    '_news_v',
    '_practices_v',
    '_publications_v',
    'events',
    'faqs',
    'news',
    'payload_locked_documents',
    'practices',
    'publications',
  ])
})
