import type { Payload } from 'payload'

import { siteUrl } from '../../content/site-url.ts'
import { databaseOf } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { isReadable, type ReadableCollection, readableCollections } from '../contract/document.ts'
import { freshen } from '../documents/freshen.ts'
import { cursorAt, readCursor } from './change-cursor.ts'
import { type DocumentChange, readChanges } from './read-changes.ts'

/** One page of the change feed. */
export interface ChangesAnswer {
  readonly data: readonly Omit<DocumentChange, 'seq'>[]
  /** To be kept, and asked with as `since` the next time. */
  readonly cursor: string
  /** Address of the next page. Null: there is nothing more now. */
  readonly next: string | null
}

/** What is wrong with one parameter. */
export interface ParameterFault {
  readonly field: 'since' | 'collection' | 'locale' | 'limit'
  readonly problem: 'unreadable' | 'unknown' | 'out-of-range'
  /** What it may be. */
  readonly expected: string
}

const DEFAULT_LIMIT = 100
export const MAX_CHANGES = 500

/** What changed since a cursor, for whoever mirrors us. Without one: everything there is, then what changes. */
export async function answerChanges(
  payload: Payload,
  query: URLSearchParams,
): Promise<ChangesAnswer | { readonly faults: readonly ParameterFault[] }> {
  const faults: ParameterFault[] = []
  const since = readSince(query.get('since'), faults)
  const limit = readLimit(query.get('limit'), faults)
  const collections = listed<ReadableCollection>(
    query,
    'collection',
    isReadable,
    faults,
    readableCollections.join(', '),
  )
  const locales = listed<Locale>(query, 'locale', isLocale, faults, 'en, fr, el …')
  if (faults.length > 0) return { faults }

  await freshen(payload)
  const changes = await readChanges({ since, limit, collections, locales }, databaseOf(payload))
  const cursor = cursorAt(changes.at(-1)?.seq ?? since)
  const following = new URLSearchParams(query)
  following.set('since', cursor)
  return {
    data: changes.map(({ seq: _, ...change }) => change),
    cursor,
    next: changes.length < limit ? null : siteUrl(`/v1/changes?${following}`),
  }
}

function readSince(value: string | null, faults: ParameterFault[]): number {
  if (value === null || value === '') return 0
  const seq = readCursor(value)
  if (seq === null)
    faults.push({
      field: 'since',
      problem: 'unreadable',
      expected: 'the cursor of an earlier answer, or nothing',
    })
  return seq ?? 0
}

function readLimit(value: string | null, faults: ParameterFault[]): number {
  if (value === null) return DEFAULT_LIMIT
  const limit = Number(value)
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_CHANGES) return limit
  faults.push({ field: 'limit', problem: 'out-of-range', expected: `1 to ${MAX_CHANGES}` })
  return DEFAULT_LIMIT
}

function listed<Value extends string>(
  query: URLSearchParams,
  field: 'collection' | 'locale',
  isKnown: (value: unknown) => value is Value,
  faults: ParameterFault[],
  expected: string,
): Value[] {
  const values = query
    .getAll(field)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '')
  if (!values.every((value) => isKnown(value))) faults.push({ field, problem: 'unknown', expected })
  return values.filter(isKnown)
}
