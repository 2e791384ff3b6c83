import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { type Asker, hasRole, mayPublish, readsEveryDraft } from '../../access/roles.ts'
import { enabledLocales } from '../../content/publishing/enabled-locales.ts'
import { databaseOf } from '../../database/database.ts'
import { adminLocaleOf } from '../../i18n/admin-languages.ts'
import { languageName } from '../../i18n/admin-text.ts'
import { translator } from '../../i18n/translator.ts'
import { answer } from '../answers.ts'
import {
  assignCells,
  type CellSelection,
  parseSelection,
  setDeadline,
  setWanted,
  takeCells,
} from './assign-cells.ts'
import type { MatrixScope } from './matrix-conditions.ts'
import { BYTE_ORDER_MARK, csvHead, csvRow } from './matrix-csv.ts'
import { columnsOf, matrixLanguages } from './matrix-languages.ts'
import { itemsOf, matrixPage } from './matrix-page.ts'
import { isUuid, type MatrixQuery, parseMatrixQuery } from './matrix-query.ts'
import { translationPeople } from './people.ts'

/** Items that an export reads at once. */
const EXPORT_STEP = 1000

type Read = (query: MatrixQuery, scope: MatrixScope, req: PayloadRequest) => Promise<Response>

/** For those who read drafts. An address that says something unknown is refused, with the parameter's name. */
const forReaders =
  (read: Read): Endpoint['handler'] =>
  async (req) => {
    if (!readsEveryDraft(req.user)) return answer(req.user === null ? 401 : 403, { error: 'staff-only' })
    const { query, faults } = parseMatrixQuery(req.searchParams)
    if (faults.length > 0) return answer(400, { error: 'unknown-value', field: faults[0], fields: faults })
    const available = await matrixLanguages(await enabledLocales(req), databaseOf(req.payload))
    return read(query, { languages: columnsOf(query.languages, available), userId: userIdOf(req.user) }, req)
  }

const userIdOf = (user: Asker): string | null => (user?.collection === 'users' ? user.id : null)

const page: Read = async (query, scope, { payload }) => {
  const { columns, ...shown } = await matrixPage(query, scope, databaseOf(payload))
  return answer(200, {
    ...shown,
    page: query.page,
    languages: scope.languages,
    columns: Object.fromEntries(columns),
  })
}

const csv: Read = async (query, scope, req) => {
  const { languages } = scope
  const locale = adminLocaleOf(req.i18n.language)
  const terms = translator(locale, 'terms')
  const texts = {
    t: translator(locale, 'translation'),
    kindName: (collection: string) => terms(`kind.${collection}`),
    languageName: (each: (typeof languages)[number]) => languageName(req, each),
  }
  const lines = [BYTE_ORDER_MARK, csvHead(languages, texts)]
  for (let number = 1, more = true; more; number++) {
    const step = await itemsOf({ ...query, page: number }, scope, databaseOf(req.payload), EXPORT_STEP)
    lines.push(...step.items.map((item) => csvRow(item, languages, texts)))
    more = number * EXPORT_STEP < step.total
  }
  return new Response(lines.join(''), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="translations.csv"',
      'Cache-Control': 'no-store',
    },
  })
}

type Write = (
  selection: CellSelection,
  data: Readonly<Record<string, unknown>>,
  req: PayloadRequest,
) => Promise<Response>

const forSelection =
  (holds: (user: Asker) => boolean, write: Write): Endpoint['handler'] =>
  async (req) => {
    if (!holds(req.user)) return answer(req.user === null ? 401 : 403, { error: 'not-allowed' })
    await addDataAndFileToRequest(req)
    const selection = parseSelection(req.data)
    if (typeof selection === 'string') return answer(400, { error: 'wrong-value', field: selection })
    return write(selection, req.data ?? {}, req)
  }

const assign: Write = async (selection, { ownerId }, { payload, user }) => {
  const database = databaseOf(payload)
  if (ownerId !== null && !isUuid(ownerId)) return answer(400, { error: 'wrong-value', field: 'ownerId' })
  if (!mayPublish(user)) return takeOver(selection, ownerId, user, database)
  if (ownerId !== null) {
    const person = (await translationPeople(database)).find(({ id }) => id === ownerId)
    if (person === undefined) return answer(422, { error: 'no-such-person', field: 'ownerId' })
    const foreign = selection.locales.filter((locale) => !(person.locales?.includes(locale) ?? true))
    if (foreign.length > 0)
      return answer(422, { error: 'does-not-translate', field: 'ownerId', locales: foreign })
  }
  return answer(200, { changed: await assignCells(selection, ownerId, database) })
}

/** A translator says of themselves, and of their own languages only, that they do what nobody does yet. */
async function takeOver(
  selection: CellSelection,
  ownerId: string | null,
  user: Asker,
  database: ReturnType<typeof databaseOf>,
): Promise<Response> {
  const own = user?.collection === 'users' ? (user.locales ?? []) : []
  if (ownerId === null || ownerId !== userIdOf(user))
    return answer(403, { error: 'only-oneself', field: 'ownerId' })
  const foreign = selection.locales.filter((locale) => !own.includes(locale))
  if (foreign.length > 0)
    return answer(403, { error: 'not-your-language', field: 'locales', locales: foreign })
  return answer(200, { changed: await takeCells(selection, ownerId, database) })
}

const deadline: Write = async (selection, data, { payload }) => {
  const at = typeof data.deadline === 'string' ? new Date(data.deadline) : null
  if ((at === null && data.deadline !== null) || Number.isNaN(at?.getTime()))
    return answer(400, { error: 'wrong-value', field: 'deadline' })
  return answer(200, { changed: await setDeadline(selection, at, databaseOf(payload)) })
}

const wanted: Write = async (selection, data, { payload }) => {
  if (typeof data.wanted !== 'boolean') return answer(400, { error: 'wrong-value', field: 'wanted' })
  return answer(200, { changed: await setWanted(selection, data.wanted, databaseOf(payload)) })
}

const mayTakeOver = (user: Asker): boolean => mayPublish(user) || hasRole(user, 'translator')

/** Below `/api/translation`. Reading takes the parameters of the matrix's own address. */
export const matrixEndpoints: Endpoint[] = [
  { path: '/translation/matrix', method: 'get', handler: forReaders(page) },
  { path: '/translation/matrix.csv', method: 'get', handler: forReaders(csv) },
  { path: '/translation/matrix/assign', method: 'post', handler: forSelection(mayTakeOver, assign) },
  { path: '/translation/matrix/deadline', method: 'post', handler: forSelection(mayPublish, deadline) },
  { path: '/translation/matrix/wanted', method: 'post', handler: forSelection(mayPublish, wanted) },
]
