import type { Payload } from 'payload'

import type { Role } from '../access/roles.ts'
import { databaseOf, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { remember } from '../translation/memory/remember.ts'
import { saveTarget } from '../translation/targets/save-target.ts'
import { createSurroundings, practiceFacts } from './create-practice.ts'

export const PASSWORD = 'one door for everyone'
/** Before and after the source changed. */
const CHALLENGE = 'Newcomers with a good plan are often refused credit because they have no credit history.'
const CHANGED =
  'Newcomers with years of experience are often refused credit because they have no credit history. Advisers rarely speak their language.'
export const GOALS =
  'Give every participant one mentor, one plan and one contact at a bank within six months.'

/** What the practice says in Arabic once it is translated. */
export const arabic = {
  title: 'إرشاد القادمين الجدد خطوة بخطوة',
  summary: 'ثلاثة برامج تجمع كل قادم جديد بشخص سبق أن أسّس مشروعًا في المدينة نفسها.',
  challenge:
    'كثيرًا ما يُرفض طلب الائتمان المقدَّم من قادمين جدد لديهم خطة جيدة، لأنهم بلا سجل ائتماني في البلد.',
  goals: 'منح كل مشارك مرشدًا واحدًا وخطة واحدة وجهة اتصال واحدة في بنك خلال ستة أشهر.',
  first: 'يلتقي المرشدون بالمستفيدين كل أسبوعين، ويُعقد اللقاء الأول في مكان عمل المرشد.',
  second: 'اطلبوا دليل المرشد قبل أن تبدؤوا.',
  lessons: 'ينجح ذلك حيث تعرف الغرفة التجارية أعضاءها.',
  indicator: 'من وجدوا مرشدًا',
} as const

/**
 * A practice in English that changed after much of it was translated into Arabic, a glossary, and three people: Nadia
 * translates into Arabic and Greek, Eleni into Greek, Ioanna is an editor. Answers its id.
 */
export async function createHalfTranslated(payload: Payload): Promise<string> {
  const people: readonly [string, string, readonly Role[], readonly Locale[]][] = [
    ['nadia', 'Nadia Haddad', ['translator'], ['ar', 'el']],
    ['eleni', 'Eleni Papadaki', ['translator'], ['el']],
    ['ioanna', 'Ioanna Markou', ['editor'], []],
  ]
  for (const [name, full, roles, locales] of people)
    await payload.create({
      collection: 'users',
      data: {
        email: `${name}@example.org`,
        password: PASSWORD,
        name: full,
        roles: [...roles],
        locales: [...locales],
      },
    })
  const surroundings = await createSurroundings(payload, ['en', 'fr', 'el', 'ar'])
  await payload.updateGlobal({ slug: 'network', data: { postalAddress: 'Sample street 1, 1000 Brussels' } })
  await createGlossary(payload)
  const source = {
    ...practiceFacts(surroundings),
    title: 'Mentoring newcomers step by step',
    summary: 'Three schemes pair a newcomer with someone who has already opened a business in the same town.',
    challenge: CHALLENGE,
    goals: GOALS,
    howItWorks: howItWorks(),
    transferability: 'It works where the chamber of commerce knows its members.',
    results: [{ indicator: 'People who found a mentor', value: 40, unit: 'people' as const }],
  }
  const { id } = await payload.create({
    collection: 'practices',
    locale: 'en',
    data: { ...source, _status: 'published' },
  })
  const practiceId = String(id)
  await translateBefore(payload, practiceId)
  await payload.update({
    collection: 'practices',
    id,
    locale: 'en',
    data: { challenge: CHANGED, _status: 'published' },
  })
  return practiceId
}

/** Two paragraphs, the second with something bold and a link. */
function howItWorks() {
  const words = (text: string, format = 0) => ({
    type: 'text',
    text,
    version: 1,
    format,
    mode: 'normal',
    style: '',
    detail: 0,
  })
  const block = (...children: object[]) => ({
    type: 'paragraph',
    version: 1,
    format: '' as const,
    indent: 0,
    direction: null,
    children,
  })
  const link = {
    type: 'link',
    version: 3,
    format: '',
    indent: 0,
    direction: null,
    fields: { linkType: 'custom', url: 'https://example.org/guide', newTab: false },
    children: [words('the mentor’s guide')],
  }
  return {
    root: {
      type: 'root',
      version: 1,
      format: '' as const,
      indent: 0,
      direction: null,
      children: [
        block(
          words(
            'Mentors meet their mentee every two weeks; the first meeting takes place at the mentor’s own workplace.',
          ),
        ),
        block(words('Ask for '), link, words(' '), words('before', 1), words(' you start.')),
      ],
    },
  }
}

async function createGlossary(payload: Payload): Promise<void> {
  const term = (data: object) =>
    payload.create({ collection: 'glossary', locale: 'ar', data: { sourceLocale: 'en', ...data } as never })
  await term({ term: 'credit history', translation: 'سجل ائتماني' })
  await term({ term: 'credit', translation: 'ائتمان', avoid: 'قرض', note: 'A loan is one form of credit.' })
}

/** What stood in Arabic before the source changed, what a machine left, and what the memory knows. */
async function translateBefore(payload: Payload, practiceId: string): Promise<void> {
  const database = databaseOf(payload)
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: 'ioanna@example.org' } },
  })
  const author = { id: String(docs[0]?.id), mayApprove: true }
  const item = { collection: 'practices', id: practiceId } as const
  for (const key of ['title', 'summary', 'challenge'] as const)
    await saveTarget(
      item,
      'ar',
      { key, text: arabic[key], version: 0, verdict: 'approved', origin: 'person' },
      author,
      database,
    )
  await database.execute(sql`
    insert into translation_targets (collection, item_id, locale, key, text, state, source_hash, source_text, source_revision, origin, engine)
    select collection, item_id, 'ar', key, 'ينجح ذلك حيث تعرف الغرفة أعضاءها.', 'machine', hash, text, revision, 'engine', 'pseudo'
    from translation_segments where item_id = ${practiceId}::uuid and key = 'transferability'
  `)
  await remember(
    [
      {
        sourceLocale: 'en',
        targetLocale: 'ar',
        sourceText: GOALS,
        targetText: arabic.goals,
        context: '',
        field: 'practices.goals',
        provenance: 'A bank that says yes',
        authorId: null,
        at: new Date('2026-09-03T10:00:00Z'),
      },
    ],
    database,
  )
}
