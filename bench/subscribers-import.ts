import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Payload } from 'payload'
import { evidenceSchema } from '../src/audience/imports/evidence.ts'
import { importPath } from '../src/audience/imports/import-files.ts'
import {
  changeImport,
  findImport,
  type ImportState,
  moveImport,
} from '../src/audience/imports/import-store.ts'
import { receiveImport } from '../src/audience/imports/receive-import.ts'
import { runImport } from '../src/audience/imports/run-import.ts'
import { databaseOf, sql } from '../src/database/database.ts'
import { createTestNetwork } from '../src/testing/create-network.ts'
import type { BenchResult } from './run.ts'

const PEOPLE = 1_000_000
const MOST_SECONDS = 300
const MOST_MEBIBYTES = 150
const MEBIBYTE = 1024 ** 2
const languages = ['en', 'fr', 'el', 'ar'] as const

/**
 * Brings a million people in, as a data officer does. The floor is the same rows copied within the database, from the
 * table of rows into that of subscribers and that of subscriptions, in one statement each.
 */
export async function measureImport(payload: Payload, people = PEOPLE): Promise<BenchResult> {
  const database = databaseOf(payload)
  await createTestNetwork(payload, languages)
  const path = importPath(`bench-${randomUUID()}`)
  await writeList(path, people)
  const memory = watchMemory()

  const receiveStart = performance.now()
  const id = await receiveImport(payload, {
    fileName: 'bench.csv',
    body: createReadStream(path),
    actor: randomUUID(),
  })
  const received = performance.now() - receiveStart
  const evidence = evidenceSchema.parse({
    place: 'Form on our former site',
    from: '2024-01-01',
    until: '2024-12-31',
    text: 'I want to get this newsletter.',
    locale: 'en',
    reference: 'Archive',
  })
  await changeImport(id, { evidence }, database)

  const step = async (from: ImportState, to: ImportState): Promise<number> => {
    const start = performance.now()
    await moveImport(id, { from: [from], to }, database)
    await runImport(payload, id)
    return performance.now() - start
  }
  const checked = await step('uploaded', 'checking')
  const applied = await step('checked', 'applying')
  const grown = memory.stop() / MEBIBYTE
  const counts = (await findImport(id, database))?.counts
  if (counts?.outcomes.new !== people) throw new Error(`not everybody came: ${JSON.stringify(counts)}`)
  const floor = await measureFloor(payload, id)
  const undone = await step('applied', 'undoing')
  await rm(path)

  const seconds = (received + checked + applied) / 1000
  return {
    figures: {
      'import, rows': people,
      'import, received in s': Number((received / 1000).toFixed(1)),
      'import, checked in s': Number((checked / 1000).toFixed(1)),
      'import, applied in s': Number((applied / 1000).toFixed(1)),
      'import, rows/s checked': Math.round((people / checked) * 1000),
      'import, rows/s applied': Math.round((people / applied) * 1000),
      'import, rows/s altogether': Math.round(people / seconds),
      'import, undone in s': Number((undone / 1000).toFixed(1)),
      'import, floor: rows copied within the database in s': Number((floor / 1000).toFixed(1)),
      'import, memory grown at most MiB': Math.round(grown),
    },
    goals: {
      'import, altogether in s': `at most ${MOST_SECONDS}`,
      'import, memory grown at most MiB': `at most ${MOST_MEBIBYTES}`,
    },
    met: seconds <= MOST_SECONDS && grown <= MOST_MEBIBYTES,
  }
}

async function writeList(path: string, people: number): Promise<void> {
  const file = createWriteStream(path)
  file.write('email,language,further languages,newsletter,frequency,confirmed at\n')
  for (let person = 0; person < people; person++) {
    const language = languages[person % languages.length]
    const letter = person % 3 === 0 ? 'Practice letter|Policy letter' : 'Practice letter'
    const rhythm = person % 5 === 0 ? 'weekly' : 'every-issue'
    const line = `Person.${person}@mail${person % 1000}.example.org,${language},fr,${letter},${rhythm},2024-05-0${(person % 9) + 1} 10:00\n`
    if (!file.write(line)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

/** Resident memory of this process, in bytes above what it was. Postgres is another process. */
function watchMemory() {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 50)
  return {
    stop(): number {
      clearInterval(timer)
      return most - before
    },
  }
}

async function measureFloor(payload: Payload, id: string): Promise<number> {
  const database = databaseOf(payload)
  for (const table of ['subscribers', 'subscriptions'])
    await database.execute(sql`
      create table ${sql.identifier(`floor_${table}`)} (like ${sql.identifier(table)} including all)
    `)
  const start = performance.now()
  await database.execute(
    sql`insert into floor_subscribers select * from subscribers where import_id = ${id}::uuid`,
  )
  await database.execute(sql`
    insert into floor_subscriptions select tie.* from subscriptions tie
    join subscribers person on person.id = tie.subscriber_id where person.import_id = ${id}::uuid
  `)
  const took = performance.now() - start
  await database.execute(sql`drop table floor_subscribers, floor_subscriptions`)
  return took
}
