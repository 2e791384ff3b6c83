import type { Payload } from 'payload'

import { loadChannels } from './loading/channels.ts'
import { newestEntries } from './loading/entries.ts'
import { loadHistory } from './loading/history.ts'
import { draftItems, publishItem } from './loading/items.ts'
import { loadLetters } from './loading/letters.ts'
import { loadOrganisations } from './loading/organisations.ts'
import { loadPages } from './loading/pages.ts'
import { loadPeerReviews } from './loading/peer-reviews.ts'
import { loadPictures } from './loading/pictures.ts'
import { eachInTurn, type OnProgress } from './loading/progress.ts'
import { loadQuestions } from './loading/questions.ts'
import { loadReaders } from './loading/readers.ts'
import { loadTranslations } from './loading/translations.ts'
import { loadVocabularies } from './loading/vocabularies.ts'

/** Where the loading notes how far it came. */
const MARK = 'demo-network'

interface Mark {
  readonly state: 'loading' | 'loaded'
}

export interface LoadOptions {
  readonly onProgress: OnProgress
  /** Origin of the partners' server, where the demo's channels lead. */
  readonly partnersUrl: string
}

/** `loaded`: by this call. `there`: by an earlier one. `refused`: the database holds something else. */
export type LoadResult = 'loaded' | 'there' | 'refused'

/**
 * Fills an empty database with the demo network. Begun and interrupted, it goes on where it stopped; done once, it never
 * touches anything again, whatever people changed or deleted.
 */
export async function loadDemoNetwork(
  payload: Payload,
  { onProgress, partnersUrl }: LoadOptions,
): Promise<LoadResult> {
  const mark = await payload.kv.get<Mark>(MARK)
  if (mark?.state === 'loaded') return 'there'
  if (mark === null && !(await isEmpty(payload))) return 'refused'
  await setMark(payload, 'loading')

  const vocabularies = await loadVocabularies(payload, onProgress)
  const bodies = await loadOrganisations(payload, vocabularies, onProgress)
  const covers = await loadPictures(payload, vocabularies, onProgress)
  await loadPages(payload, onProgress)
  const items = await draftItems(payload, { vocabularies, bodies }, covers, onProgress)
  await loadHistory(payload, items, onProgress)
  await loadPeerReviews(payload, { vocabularies, bodies }, items, onProgress)
  await loadChannels(payload, partnersUrl, onProgress)
  await eachInTurn('newest', newestEntries, onProgress, (entry) => publishItem(payload, entry, items))
  const newsletters = await loadLetters(payload, { project: bodies.project, items }, onProgress)
  await loadReaders(payload, { newsletters, vocabularies }, onProgress)
  await loadQuestions(payload, { bodies, vocabularies })
  await loadTranslations(payload, items, onProgress)

  await setMark(payload, 'loaded')
  return 'loaded'
}

const setMark = (payload: Payload, state: Mark['state']): Promise<void> =>
  payload.kv.set(MARK, { state } satisfies Mark)

/** Nobody can have done anything where nobody can sign in. */
async function isEmpty(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.count({ collection: 'users' })
  return totalDocs === 0
}
