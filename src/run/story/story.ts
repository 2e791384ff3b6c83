import '../load-env-file.ts'

import { setTimeout } from 'node:timers/promises'

import { preparedPractice } from '../../demo/network/prepared-practice.ts'
import { DEMO_PASSWORD, demoUsers } from '../../demo/network/users.ts'
import { toolTexts as say } from '../../i18n/tool-texts.ts'
import { type Arrival, arrivals } from './arrivals.ts'
import { type Editor, signIn } from './editor.ts'
import { readKnown } from './known.ts'
import { sendIssue } from './letter.ts'
import { practiceData, practiceTextsIn } from './practice-data.ts'
import { findProduct } from './product.ts'
import { languageName, line, table } from './say.ts'
import { isSettled, type Told, told } from './told.ts'

const PATIENCE_MS = 90_000

/** Asks until it is so, as a person who reloads a page. */
async function until<Answer>(ask: () => Promise<Answer>, isSo: (answer: Answer) => boolean): Promise<Answer> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const answer = await ask()
    if (isSo(answer) || Date.now() > deadline) return answer
    await setTimeout(300)
  }
}

async function clearEarlier(editor: Editor): Promise<void> {
  const title = preparedPractice.texts.en?.title ?? ''
  const query = `&locale=en&draft=true&where[title][equals]=${encodeURIComponent(title)}`
  for (const { id } of await editor.list('practices', query)) {
    await editor.remove('practices', id)
    const { deliveries } = await until(() => told(editor, id), isSettled)
    line(say('story.cleared', { places: deliveries.filter(({ state }) => state === 'submitted').length }))
  }
}

async function write(editor: Editor, site: string): Promise<string> {
  const known = await readKnown(editor)
  const { sourceLocale, texts } = preparedPractice
  const data = practiceData(preparedPractice, known)
  const id = await editor.create('practices', sourceLocale, { ...data, _status: 'draft' })
  const { status } = await fetch(`${site}/api/practices/${id}?locale=en`)
  line(say('story.written', { title: texts.en?.title ?? '', status }))
  for (const locale of Object.keys(texts) as (keyof typeof texts)[]) {
    const localised = locale === sourceLocale ? {} : practiceTextsIn(preparedPractice, locale)
    await editor.update('practices', id, locale, { ...localised, _status: 'published' })
    line(`  ✓ ${say('story.published', { language: languageName(locale) })}`)
  }
  return id
}

function tellOutbox({ changes }: Told): void {
  for (const { outboxId, kind, locale, occurredAt, plannedAt } of changes) {
    const seconds = ((Date.parse(plannedAt ?? occurredAt) - Date.parse(occurredAt)) / 1000).toFixed(1)
    line(`  ${say('story.change', { id: outboxId, kind, language: languageName(locale), seconds })}`)
  }
}

const marks: ReadonlyMap<string, string> = new Map([
  ['submitted', '✓'],
  ['skipped', '–'],
])

function tellLedger({ deliveries }: Told): void {
  for (const { channelName: channel, locale, state, reason } of deliveries) {
    const language = languageName(locale)
    const mark = marks.get(state) ?? '✗'
    line(
      `  ${mark} ${reason === null ? say('story.delivery', { channel, language, state }) : say('story.deliveryWhy', { channel, language, state, reason })}`,
    )
  }
}

function tellArrivals(rows: readonly Arrival[]): number {
  table(
    ['where', 'language', 'arrived', 'link'].map((column) => say(`story.column.${column}`)),
    rows.map(({ where, language, arrived, link }) => [
      where,
      language,
      say(arrived ? 'story.yes' : 'story.no'),
      link,
    ]),
  )
  return rows.filter(({ arrived }) => !arrived).length
}

const [person] = demoUsers
const email = person?.email ?? ''
const product = await findProduct(() => line(say('story.starting')))
const { places } = product
line(`\n${say('story.title')}\n`)
line(say('story.running', { url: places.site }))
const editor = await signIn(places.site, { email, password: DEMO_PASSWORD })
line(say('story.signedIn', { email }))
await clearEarlier(editor)

line(`\n${say('story.chapter.write')}`)
const practiceId = await write(editor, places.site)
line(`\n${say('story.chapter.outbox')}`)
tellOutbox(
  await until(
    () => told(editor, practiceId),
    ({ changes }) => changes.every(({ plannedAt }) => plannedAt !== null),
  ),
)
line(`\n${say('story.chapter.ledger')}`)
const report = await until(() => told(editor, practiceId), isSettled)
tellLedger(report)
line(`\n${say('story.chapter.issue')}`)
const letter = await sendIssue(editor, practiceId, until)

line(`\n${say('story.chapter.arrived')}\n`)
const missing = tellArrivals(await arrivals({ places, practiceId, report, letter }))
line(`\n${missing === 0 ? say('story.end.all') : say('story.end.missing', { count: missing })}`)
if (product.isOurs) line(say('story.kept'))
await product.leave()
process.exit(missing === 0 ? 0 : 1)
