import config from '@payload-config'
import { getPayload } from 'payload'
import { afterAll } from 'vitest'

import { databaseOf } from '../database/database.ts'
import { rest, signIn } from './api.ts'
import { fillMatrixItem } from './fill-matrix.ts'

const DAY_MS = 24 * 3600 * 1000
export const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS)

export const idOf = async (token: string): Promise<string> =>
  (await rest('/users/me', { as: token })).body.user.id

/** For the top of a test file: a network of five languages, and four items that stand differently in three of them. */
export async function matrixNetwork() {
  const payload = await getPayload({ config, disableOnInit: true })
  const database = databaseOf(payload)
  afterAll(() => payload.destroy())
  await payload.updateGlobal({
    slug: 'network',
    locale: 'en',
    data: { name: 'Sample network', enabledLocales: ['en', 'de', 'fr', 'ar', 'el'] },
  })
  const editor = await signIn(payload, { roles: ['editor'] })
  const german = await signIn(payload, { roles: ['translator'], locales: ['de'] })
  const germanId = await idOf(german)
  const editorId = await idOf(editor)
  const mentoring = await fillMatrixItem(database, {
    title: 'Mentoring, 100% of it',
    changedAt: inDays(-1),
    cells: {
      de: { state: 'outdated', segments: 3, isPublic: true, ownerId: germanId, deadline: inDays(-2) },
      fr: { state: 'current' },
      ar: { state: 'needs-review', segments: 4 },
    },
  })
  const loans = await fillMatrixItem(database, {
    collection: 'practices',
    title: 'Äpfel und Kredite',
    sourceLocale: 'de',
    changedAt: inDays(-2),
    cells: { fr: { state: 'missing', deadline: inDays(3) }, ar: { state: 'missing', isWanted: false } },
  })
  const fair = await fillMatrixItem(database, {
    collection: 'events',
    title: 'Zurich fair',
    changedAt: inDays(-3),
    cells: {
      de: { state: 'missing', deadline: inDays(20) },
      fr: { state: 'machine', segments: 20 },
      ar: { state: 'withdrawn' },
    },
  })
  await fillMatrixItem(database, { title: 'Untranslated', changedAt: inDays(-4), cells: {} })

  return { payload, database, editor, editorId, german, germanId, ids: { mentoring, loans, fair } }
}
