import type { ExchangeFile, ExchangeSegment } from '../translation/exchange/exchange-file.ts'
import type { ImportTerms } from '../translation/exchange/import-terms.ts'
import { codedOf } from '../translation/exchange/inline.ts'
import { exchangeName, planImport } from '../translation/exchange/plan-import.ts'
import type { ReadDocument } from '../translation/exchange/read-document.ts'
import { readXliff } from '../translation/exchange/read-xliff.ts'

export const SAMPLE_ID = '01990000-0000-7000-8000-000000000001'

/** A segment that nobody has translated yet. */
export const sampleSegment = (changes: Partial<ExchangeSegment> = {}): ExchangeSegment => ({
  key: 'title',
  field: 'title',
  label: 'Title',
  source: 'Mentoring starts',
  marks: [],
  sourceHash: 'hash-of-the-source',
  target: '',
  state: 'missing',
  outdated: false,
  maxCharacters: null,
  version: 0,
  ...changes,
})

/** A news item from English into Greek. */
export const sampleFile = (
  segments: readonly ExchangeSegment[],
  changes: Partial<ExchangeFile> = {},
): ExchangeFile => ({
  collection: 'news',
  itemId: SAMPLE_ID,
  title: 'Mentoring starts',
  sourceLocale: 'en',
  targetLocale: 'el',
  sourceRevision: 3,
  segments,
  ...changes,
})

/** An editor who takes whatever is right and asks about the rest. */
const sampleTerms: ImportTerms = {
  mayPublish: true,
  locales: ['el', 'ar', 'fr'],
  conflicts: 'refuse',
  oldSource: 'accept',
  onlyLocale: null,
  onlyItems: null,
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** @throws when the text is refused as a whole. */
export function readSample(text: string): ReadDocument {
  const document = readXliff(bytesOf(text))
  if ('reason' in document) throw new Error(`${document.reason} in line ${document.line}: ${document.detail}`)
  return document
}

/** What comes of a file when the database holds these items. */
export const planSample = (text: string, files: readonly ExchangeFile[], terms: Partial<ImportTerms> = {}) =>
  planImport(
    readSample(text),
    new Map(files.map((file) => [exchangeName(file.collection, file.itemId, file.targetLocale), file])),
    { ...sampleTerms, ...terms },
  )

/** Targets of a file as coded text, by the id of their unit. Null: none. */
export const targetsIn = (text: string): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    readSample(text).files.flatMap(({ units }) =>
      units.map(({ id, target }) => [id, target === null ? null : codedOf(target)]),
    ),
  )
