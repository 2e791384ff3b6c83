import config from '@payload-config'
import { copyDataFromLocaleHandler } from '@payloadcms/ui/utilities/copyDataFromLocale'
import fc from 'fast-check'
import { createLocalReq, getPayload, type Payload, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { apiConsumer, type Credentials, rest, signIn } from '../../testing/api.ts'
import { createSurroundings, type Surroundings } from '../../testing/create-practice.ts'
import { paragraph } from '../../testing/paragraph.ts'
import { publishScheduled } from './publish-scheduled.ts'

const locales = ['en', 'fr', 'el'] as const
type Language = (typeof locales)[number]
type Texts = Partial<Record<Language, string>>

/** Who may do what is decided here once more, without the product's own code. */
const people = ['editor', 'translator', 'contributor', 'consumer', 'nobody'] as const
type Someone = (typeof people)[number]
const writes: Readonly<Record<Someone, readonly Language[]>> = {
  editor: locales,
  translator: ['fr'],
  contributor: locales,
  consumer: [],
  nobody: [],
}

const kinds = [
  'save',
  'save',
  'saveShared',
  'saveAndPublish',
  'saveWithoutStatus',
  'publish',
  'publish',
  'publishMany',
  'publishAll',
  'publishAllByPayload',
  'takeBack',
  'takeBackByPayload',
  'takeBackAll',
  'planPublish',
  'planTakeBack',
  'restore',
  'duplicate',
  'copy',
  'translate',
  'translate',
  'publishTranslation',
] as const

interface Step {
  readonly kind: (typeof kinds)[number]
  readonly by: Someone
  readonly locale: Language
  readonly other: Language
  readonly pick: number
}

/** What there should be. */
interface Model {
  readonly id: string
  draft: Texts
  shown: Texts
  /** What all languages share: a date. */
  sharedDraft: string
  sharedShown: string
  readonly copies: string[]
}

let payload: Payload
let around: Surroundings
const as = {} as Record<Someone, Credentials>
let editorId = ''
let written = 0

beforeAll(async () => {
  payload = await getPayload({ config })
  around = await createSurroundings(payload, locales)
  as.editor = await signIn(payload, { roles: ['editor'] })
  as.translator = await signIn(payload, { roles: ['translator'], locales: ['fr'] })
  as.contributor = await signIn(payload, { roles: ['contributor'], organisation: around.organisation })
  as.consumer = await apiConsumer(payload)
  as.nobody = null
  const { docs } = await payload.find({ collection: 'users', where: { roles: { in: ['editor'] } } })
  editorId = String(docs[0]?.id)
})
afterAll(() => payload.destroy())

/** A mark that stands in every text of one save, so that a text of another language or another save is seen. */
const mark = (locale: Language): string => {
  written += 1
  return `${locale} ${written}.`
}
const texts = (word: string) => ({ title: word, teaser: word, body: paragraph(word) })
const day = (): string => {
  written += 1
  return new Date(Date.UTC(2026, 0, 1 + written)).toISOString()
}

async function begin(): Promise<Model> {
  const word = mark('en')
  const date = day()
  const { id } = await payload.create({
    collection: 'news',
    locale: 'en',
    draft: true,
    data: {
      ...texts(word),
      type: 'announcement',
      date,
      sourceLocale: 'en',
      responsibleOrganisation: around.organisation,
      licence: around.terms.licences,
    },
  })
  return { id, draft: { en: word }, shown: {}, sharedDraft: date, sharedShown: date, copies: [] }
}

const patch = ({ id }: Model, by: Someone, query: string, body: object) =>
  rest(`/news/${id}?${query}`, { as: as[by], method: 'PATCH', body })
const order = ({ id }: Model, by: Someone, body: object, path = '') =>
  rest(`/publication/news/${id}${path}`, { as: as[by], method: 'POST', body })

/** What an editor's publishing makes of it, when all of these are written. */
function publishes(model: Model, chosen: readonly Language[]): void {
  if (chosen.length === 0 || !chosen.every((locale) => locale in model.draft)) return
  if (chosen.includes('en') || !('en' in model.shown)) model.sharedShown = model.sharedDraft
  for (const locale of chosen) model.shown[locale] = model.draft[locale] ?? ''
}

const takesBack = (model: Model, chosen: readonly Language[]): void => {
  for (const locale of chosen) delete model.shown[locale]
}

async function plan(model: Model, { by, locale }: Step, action: string): Promise<void> {
  const at = { at: `${new Date().getUTCFullYear() + 1}-12-01T09:00`, timeZone: 'Europe/Athens' }
  await order(model, by, { action, locales: [locale], ...at }, '/schedule')
  await databaseOf(payload).execute(
    sql`update scheduled_publications set due_at = now() where state = 'planned'`,
  )
  await publishScheduled(payload)
}

const steps: Readonly<Record<Step['kind'], (model: Model, step: Step) => Promise<void>>> = {
  save: async (model, { by, locale, pick }) => {
    const word = mark(locale)
    await patch(model, by, `locale=${locale}&draft=true${pick % 2 === 0 ? '' : '&depth=2'}`, texts(word))
    if (writes[by].includes(locale)) model.draft[locale] = word
  },
  saveShared: async (model, { by, locale }) => {
    const date = day()
    await patch(model, by, `locale=${locale}&draft=true`, { date })
    if (by === 'editor' || by === 'contributor') model.sharedDraft = date
  },
  saveAndPublish: async (model, { by, locale }) => {
    const word = mark(locale)
    await patch(model, by, `locale=${locale}`, { ...texts(word), _status: 'published' })
    if (by !== 'editor') return
    model.draft[locale] = word
    publishes(model, [locale])
  },
  saveWithoutStatus: async (model, { by, locale }) => {
    const word = mark(locale)
    await patch(model, by, `locale=${locale}`, texts(word))
    if (writes[by].includes(locale)) model.draft[locale] = word
  },
  publish: async (model, { by, locale }) => {
    await patch(model, by, `locale=${locale}`, { _status: 'published' })
    if (by === 'editor') publishes(model, [locale])
  },
  publishMany: async (model, { by, locale, other }) => {
    await order(model, by, { action: 'publish', locales: [locale, other] })
    if (by === 'editor') publishes(model, [locale, other])
  },
  publishAll: async (model, { by }) => {
    await order(model, by, { action: 'publish', locales: 'all' })
    if (by === 'editor') publishes(model, Object.keys(model.draft) as Language[])
  },
  publishAllByPayload: async (model, { by, locale }) => {
    await patch(model, by, `locale=${locale}&publishAllLocales=true`, { _status: 'published' })
    const isWritten = locale in model.draft
    if (by === 'editor' && isWritten) publishes(model, Object.keys(model.draft) as Language[])
  },
  takeBack: async (model, { by, locale }) => {
    await order(model, by, { action: 'unpublish', locales: [locale] })
    if (by === 'editor') takesBack(model, [locale])
  },
  takeBackByPayload: async (model, { by, locale }) => {
    const { status } = await patch(model, by, `locale=${locale}&draft=false`, { _status: 'draft' })
    if (by === 'editor' && status === 200) takesBack(model, [locale])
  },
  takeBackAll: async (model, { by }) => {
    await order(model, by, { action: 'unpublish', locales: 'all' })
    if (by === 'editor') takesBack(model, locales)
  },
  planPublish: async (model, step) => {
    await plan(model, step, 'publish')
    if (step.by === 'editor') publishes(model, [step.locale])
  },
  planTakeBack: async (model, step) => {
    await plan(model, step, 'unpublish')
    if (step.by === 'editor') takesBack(model, [step.locale])
  },
  restore: async (model, { by, pick }) => {
    const { docs } = await payload.findVersions({
      collection: 'news',
      where: { parent: { equals: model.id } },
      locale: 'all',
      depth: 0,
      limit: 100,
    })
    const version = docs[pick % docs.length]
    const query = pick % 2 === 0 ? 'locale=en' : 'locale=fr&draft=true'
    await rest(`/news/versions/${version?.id}?${query}`, { as: as[by], method: 'POST' })
    if (by !== 'editor') return
    const { title, date } = (version?.version ?? {}) as unknown as { title: Texts; date: string }
    model.draft = Object.fromEntries(Object.entries(title).filter(([, word]) => Boolean(word)))
    model.sharedDraft = new Date(date).toISOString()
  },
  duplicate: async (model, { by, locale, pick }) => {
    const query = `locale=${locale}${pick % 2 === 0 ? '' : '&draft=true'}`
    const { status, body } = await rest(`/news/${model.id}/duplicate?${query}`, {
      as: as[by],
      method: 'POST',
    })
    if (status < 300) model.copies.push(body.doc.id)
  },
  copy: async (model, { locale, other }) => {
    const user = await payload.findByID({ collection: 'users', id: editorId, depth: 0 })
    const req = await createLocalReq(
      { user: { ...user, collection: 'users' } as never, locale: other },
      payload,
    )
    const from = model.draft[locale]
    if (from === undefined) return
    await copyDataFromLocaleHandler({
      collectionSlug: 'news',
      docID: model.id,
      fromLocale: locale,
      toLocale: other,
      overrideData: true,
      req: req as PayloadRequest,
    } as never)
    model.draft[other] = from
  },
  translate: async (model, { by, locale }) => {
    const place = `/translation/items/news/${model.id}/${locale}`
    const word = mark(locale)
    const { body } = await rest(place, { as: as.editor })
    for (const { key, target } of body.segments ?? []) {
      const edit = { key, text: word, version: target?.version ?? 0, verdict: 'in-translation' }
      await rest(place, { as: as[by], method: 'PATCH', body: edit })
    }
    await rest(`${place}/submit`, { as: as[by], method: 'POST' })
    if (translates(by, locale)) model.draft[locale] = word
  },
  publishTranslation: async (model, { by, locale }) => {
    await rest(`/translation/items/news/${model.id}/${locale}/publish`, { as: as[by], method: 'POST' })
    if (by === 'editor' && locale !== 'en') publishes(model, [locale])
  },
}

/** The source is written in the item itself, and contributors write nowhere else. */
const translates = (by: Someone, locale: Language): boolean =>
  locale !== 'en' && (by === 'editor' || (by === 'translator' && writes.translator.includes(locale)))

/** What the public is told of an item in one language. Null: nothing. */
async function told(id: string, query: string) {
  const { status, body } = await rest(`/news/${id}?${query}&depth=0`)
  if (status !== 200) return null
  const { title, teaser, body: text, date, served } = body
  return { title, teaser, text: text.root.children[0].children[0].text, date, locale: served?.locale ?? null }
}

const expected = (model: Model, locale: Language | undefined) => {
  const word = locale === undefined ? undefined : model.shown[locale]
  if (word === undefined) return null
  return { title: word, teaser: word, text: word, date: model.sharedShown, locale }
}

async function check(model: Model): Promise<void> {
  for (const locale of locales)
    expect(await told(model.id, `locale=${locale}`)).toEqual(expected(model, locale))
  const served = (['fr', 'el', 'en'] as const).find((locale) => locale in model.shown)
  expect(await told(model.id, 'locale=fr&fallback=el,en')).toEqual(expected(model, served))
  const all = await rest(`/news/${model.id}?locale=all&depth=0`)
  expect(all.status === 200 ? [all.body.title, all.body.teaser] : [{}, {}]).toEqual([
    model.shown,
    model.shown,
  ])
  const { docs } = await payload.find({
    collection: 'news',
    where: { id: { in: [model.id, ...model.copies] } },
    locale: 'fr',
    draft: true,
    depth: 0,
    overrideAccess: false,
  })
  expect(docs.map(({ title }) => title)).toEqual('fr' in model.shown ? [model.shown.fr] : [])
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  by: fc.oneof({ weight: 3, arbitrary: fc.constant('editor' as const) }, fc.constantFrom(...people)),
  locale: fc.constantFrom(...locales),
  other: fc.constantFrom(...locales),
  pick: fc.nat(40),
})

test('whatever people do, readers see in each language exactly what an editor last published in it', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (sequence) => {
    const model = await begin()
    for (const each of sequence) {
      await steps[each.kind](model, each)
      await check(model)
    }
  })
  await fc.assert(property, { numRuns: 12, interruptAfterTimeLimit: 35_000, endOnFailure: true })
}, 120_000)
