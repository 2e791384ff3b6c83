import type { Database } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { type FilledCell, fillMatrixItem } from './fill-matrix.ts'

export const matrixColumns = ['de', 'el', 'es', 'fr', 'it', 'pl', 'pt', 'ro', 'tr', 'uk', 'ar', 'fa'] as const

const DAY_MS = 24 * 3600 * 1000
const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS)

const states: Readonly<Record<string, string>> = {
  m: 'missing',
  d: 'machine',
  t: 'in-translation',
  r: 'needs-review',
  c: 'current',
  o: 'outdated',
  w: 'withdrawn',
  u: 'unwanted',
}

/** Cells from one letter for each language; a number behind it counts the segments. */
function cells(letters: string, beside: Partial<FilledCell> = {}): Partial<Record<Locale, FilledCell>> {
  return Object.fromEntries(
    letters.split(' ').flatMap((letter, column) => {
      const locale = matrixColumns[column]
      const state = states[letter[0] ?? ''] ?? 'missing'
      if (locale === undefined || letter === '-') return []
      const segments = letter.length > 1 ? { segments: Number(letter.slice(1)) } : {}
      const cell = state === 'unwanted' ? { state: 'missing', isWanted: false } : { state, ...segments }
      return [[locale, { ...cell, ...beside, isPublic: ['current', 'outdated'].includes(state) }]]
    }),
  )
}

/**
 * Writes a matrix as a network has it that works in many languages: eight items that differ, and as many alike as make a
 * second page. Answers their ids, the last changed first.
 */
export async function fillWholeMatrix(
  database: Database,
  { editorId, translatorId }: { readonly editorId: string; readonly translatorId: string },
): Promise<readonly string[]> {
  const filled: string[] = []
  const add = async (item: Parameters<typeof fillMatrixItem>[1]): Promise<void> => {
    filled.push(await fillMatrixItem(database, item))
  }
  const ago = (days: number): Date => inDays(-days)
  const mine = { ownerId: translatorId, deadline: inDays(4) }
  const late = { ownerId: editorId, deadline: inDays(-1.4) }
  await add({
    collection: 'practices',
    title: 'Mentoring newcomers step by step: TERN, Start-Up Refugees and THSN compared',
    changedAt: ago(1),
    cells: cells('o3 c c t5 c m m m c t r m', mine),
  })
  await add({
    collection: 'pages',
    title: 'Info line: ask in your language',
    changedAt: ago(2),
    cells: cells('o2 o2 c c o2 d d m o2 o2 o2 o2', late),
  })
  await add({
    collection: 'publications',
    title: 'Working note on finance for migrant entrepreneurs',
    changedAt: ago(3),
    cells: cells('c c t m r m m m t r r m'),
  })
  await add({
    collection: 'events',
    title: 'Unlocking diversity: finance in crisis',
    changedAt: ago(4),
    cells: cells('c c c c c c c c c c c c'),
  })
  await add({
    collection: 'publications',
    title: 'Mapping of coaching and mentoring services in the EU and beyond',
    changedAt: ago(5),
    cells: cells('r d d d r d m m d m m m', { ownerId: translatorId }),
  })
  await add({
    collection: 'news',
    title: 'Peer-Review in Berlin: Gastgeber und Peers gesucht',
    sourceLocale: 'de',
    changedAt: ago(6),
    cells: cells('- c c c c t c t c c t t', { deadline: inDays(20) }),
  })
  await add({
    collection: 'practices',
    title: 'قائمة مراجعة التنوع لغرف التجارة',
    sourceLocale: 'ar',
    changedAt: ago(7),
    cells: cells('c o1 c m c m c m c m - m'),
  })
  await add({
    collection: 'events',
    title: 'Munich annual conference, 23–24 April',
    changedAt: ago(8),
    cells: cells('w w w w w w u u w u w u'),
  })
  for (let number = 1; number <= 52; number++)
    await add({
      title: `What lenders ask and why, part ${number}`,
      changedAt: ago(9 + number),
      cells: cells('c c c r c c c r c c c r'),
    })
  return filled
}
