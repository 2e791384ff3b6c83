import type { CollectionSlug, Payload } from 'payload'

import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { createRequests } from '../../translation/requests/create-requests.ts'
import { planRequests, type Wish } from '../../translation/requests/plan-requests.ts'
import { demoGlossary } from '../network/glossary.ts'
import { demoLocales } from '../network/shapes.ts'
import { demoUsers } from '../network/users.ts'
import type { ItemIds } from './items.ts'
import { keepRow } from './keep-row.ts'
import { eachInTurn, type OnProgress } from './progress.ts'

const DAY_MS = 24 * 3600 * 1000
const DAYS_TO_TRANSLATE = 9

/** Drafts of the source that nobody has published yet, so that their translations have something to catch up with. */
const revisions = [
  {
    name: 'practices/athens-permit-desk',
    field: 'goals',
    text: '- Bring the time from first visit to licence below three months.\n- Have three files out of four accepted at first submission.\n- Make the paid go-between unnecessary.',
  },
] as const

/** A glossary, a source that moved on, and requests for what is missing: one to a person, one to the pseudo engine. */
export async function loadTranslations(
  payload: Payload,
  items: ItemIds,
  onProgress: OnProgress,
): Promise<void> {
  await eachInTurn('translations', demoGlossary, onProgress, async ({ term, translation }) => {
    const place = { collection: 'glossary', where: { term: { equals: term } } } as const
    await keepRow(payload, place, {
      term,
      sourceLocale: 'en',
      doNotTranslate: translation === null,
      ...(translation !== null && { translation }),
    })
  })
  for (const { name, field, text } of revisions) {
    const [collection = '', id = items.get(name)] = [name.split('/')[0]]
    if (id !== undefined)
      await payload.update({
        collection: collection as CollectionSlug,
        id,
        locale: 'en',
        draft: true,
        depth: 0,
        data: { [field]: text, _status: 'draft' } as never,
      })
  }
  await request(payload, items, {
    engine: null,
    locales: ['fr', 'ar'],
    names: ['practices/athens-permit-desk'],
  })
  await request(payload, items, {
    engine: 'pseudo',
    locales: ['en', 'de', 'uk'],
    names: ['practices/thessaloniki-books-evening'],
  })
}

interface DemoRequest {
  readonly engine: Wish['engine']
  readonly locales: readonly Locale[]
  readonly names: readonly string[]
}

/** Asked for once: an open request for the same item and language stays. */
async function request(
  payload: Payload,
  items: ItemIds,
  { engine, locales, names }: DemoRequest,
): Promise<void> {
  const database = databaseOf(payload)
  const { rows: open } = await database.execute<{ item_id: string }>(
    sql`select item_id from translation_requests`,
  )
  const wanted = names.flatMap((name) => {
    const id = items.get(name)
    return id === undefined || open.some(({ item_id }) => item_id === id)
      ? []
      : [{ collection: 'practices' as const, id }]
  })
  const wish: Wish = { items: wanted, locales, engine }
  const { requests } = await planRequests(wish, { enabledLocales: demoLocales, capabilities: null }, database)
  const [editor, translator] = await Promise.all(
    ['editor', 'translator'].map((role) => userOf(payload, role)),
  )
  await createRequests(payload, requests, {
    engine,
    assigneeId: engine === null ? (translator ?? null) : null,
    requestedBy: editor ?? null,
    deadline: new Date(Date.now() + DAYS_TO_TRANSLATE * DAY_MS),
  })
}

async function userOf(payload: Payload, role: string): Promise<string | undefined> {
  const email = demoUsers.find((user) => user.role === role)?.email
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email } },
    limit: 1,
    depth: 0,
  })
  return docs[0]?.id
}
