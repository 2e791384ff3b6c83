import type { Endpoint, PayloadRequest } from 'payload'
import { readsEveryDraft } from '../../access/roles.ts'
import { firstSentences } from '../../content/first-sentences.ts'
import { isTranslatable, type TranslatableReference } from '../../content/translatable.ts'
import { databaseOf } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { answer } from '../../translation/answers.ts'
import { isOpen } from '../../translation/matrix/cell-state.ts'
import { changedPieces } from '../../translation/matrix/changed-pieces.ts'
import type { MatrixCell } from '../../translation/matrix/matrix-cells.ts'
import type { MatrixItem } from '../../translation/matrix/matrix-page.ts'
import { itemWithCell } from '../../translation/matrix/matrix-page.ts'
import { isUuid } from '../../translation/matrix/matrix-query.ts'
import { type MatrixContext, matrixContext } from './matrix-context.ts'

/** What the sheet of a cell says, in the interface language of whoever asks. */
export interface CellStory {
  readonly sentences: readonly string[]
  /** Pieces of the source that the translation does not follow yet, as they are now; at most two, cut short. */
  readonly changed: readonly string[]
  /** Who answers for it and until when. Null: there is nothing left to answer for. */
  readonly owner: string | null
  readonly isLate: boolean
  /** Of the button that leads to the editor. */
  readonly open: string
}

const MAX_PIECES = 2
const MAX_CHARACTERS = 160

/** `GET /api/translation/matrix/:collection/:id/:locale`, for those who read drafts. */
export const cellEndpoint: Endpoint = {
  path: '/translation/matrix/:collection/:id/:locale',
  method: 'get',
  handler: async (req) => {
    const { routeParams, user } = req
    if (!readsEveryDraft(user)) return answer(user === null ? 401 : 403, { error: 'staff-only' })
    const { collection, id, locale } = routeParams ?? {}
    if (!isTranslatable(collection) || !isUuid(id) || !isLocale(locale))
      return answer(404, { error: 'no-such-translation' })
    const story = await cellStory(req, { collection, id }, locale)
    return story === null ? answer(404, { error: 'no-such-translation' }) : answer(200, story)
  },
}

async function cellStory(
  req: PayloadRequest,
  reference: TranslatableReference,
  locale: Locale,
): Promise<CellStory | null> {
  const database = databaseOf(req.payload)
  const item = await itemWithCell(reference, locale, database)
  const cell = item?.cells[0]
  if (item === null || cell === undefined) return null
  const pieces = await changedPieces(reference, locale, MAX_PIECES, database)
  const context = await matrixContext(req)
  const now = new Date()
  return {
    sentences: sentencesOf(item, cell, context),
    changed: pieces.map((text) => firstSentences(text, MAX_CHARACTERS, item.sourceLocale)),
    owner: isOpen(cell.state) ? ownerOf(cell, context) : null,
    isLate: isOpen(cell.state) && cell.deadline !== null && cell.deadline < now,
    open: openText(cell, context),
  }
}

function sentencesOf(item: MatrixItem, cell: MatrixCell, context: MatrixContext): string[] {
  const { t } = context
  if (cell.state === 'unwanted') return [t('matrix.sheet.unwanted')]
  return [...changeOf(item, cell, context), readersOf(item, cell, context)]
}

function changeOf(item: MatrixItem, cell: MatrixCell, { t, number, day, list }: MatrixContext): string[] {
  if (cell.state === 'outdated' || cell.state === 'withdrawn')
    return [
      t('matrix.sheet.changed', { when: day(item.changedAt) }),
      t('matrix.sheet.kept', {
        count: item.segments,
        kept: number(cell.current),
        number: number(item.segments),
      }),
    ]
  const parts = (['missing', 'machine', 'inTranslation', 'needsReview', 'outdated'] as const)
    .filter((part) => cell[part] > 0)
    .map((part) => t(`matrix.sheet.parts.${part}`, { count: cell[part], number: number(cell[part]) }))
  return [parts.length === 0 ? t('matrix.sheet.parts.none') : `${list(parts)}.`]
}

function readersOf(item: MatrixItem, cell: MatrixCell, { t }: MatrixContext): string {
  if (cell.state === 'withdrawn') return t('matrix.sheet.readers.withdrawn')
  if (!cell.isPublic) return t('matrix.sheet.readers.nothing')
  const isBehind = cell.servedRevision === null || cell.servedRevision < item.revision
  return t(isBehind ? 'matrix.sheet.readers.earlier' : 'matrix.sheet.readers.current')
}

function ownerOf({ ownerName, deadline }: MatrixCell, { t, day }: MatrixContext): string {
  const key = ownerName === null ? 'matrix.sheet.nobody' : 'matrix.sheet.owner'
  return deadline === null
    ? t(`${key}.free`, { name: ownerName })
    : t(key, { name: ownerName, when: day(deadline) })
}

function openText(cell: MatrixCell, { t, number }: MatrixContext): string {
  const open = cell.missing + cell.machine + cell.inTranslation + cell.needsReview + cell.outdated
  return open === 0
    ? t('matrix.sheet.open.all')
    : t('matrix.sheet.open', { count: open, number: number(open) })
}
