import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { z } from 'zod'

import { databaseOf, inTransaction } from '../../database/database.ts'
import { adminLocaleOf } from '../../i18n/admin-languages.ts'
import { enqueue } from '../../queue/queue.ts'
import { answer, type OfficerAsk, officersOnly } from '../officers-only.ts'
import { streamedFile } from '../streamed-file.ts'
import { evidenceSchema, withoutAddresses } from './evidence.ts'
import { FileFault } from './file-fault.ts'
import { areDefaultsKnown, readChanges, realChanges, type WrongField } from './import-changes.ts'
import { removeFile } from './import-files.ts'
import { reportLines } from './import-report.ts'
import { pageOfRows } from './import-rows.ts'
import {
  type AudienceImport,
  changeImport,
  deleteImport,
  findImport,
  type ImportState,
  listImports,
  moveImport,
  rowOutcomes,
} from './import-store.ts'
import { networkLocales } from './network-locales.ts'
import { receiveImport } from './receive-import.ts'
import { openedImport, problemText, shownImport } from './shown-import.ts'

const LISTED = 100
const LONGEST_NAME = 200

const wrong = (field: WrongField): Response => answer(422, { error: 'invalid', ...field })

const refused = (t: OfficerAsk['t']): Response =>
  answer(409, { error: 'wrong-state', message: t('imports.refused.state') })

/** A file that has to be mended is an answer; anything else goes up. */
function faultAnswer(error: unknown, t: OfficerAsk['t']): Response {
  if (!(error instanceof FileFault)) throw error
  const { reason, line } = error
  return answer(422, { error: reason, field: 'file', line, message: problemText({ reason, line }, t) })
}

const upload = officersOnly(async ({ req, userId, t }) => {
  const { name } = req.query
  // Kept with who looked: it must not hold what an erasure would have to find.
  const fileName = withoutAddresses(typeof name === 'string' ? name.trim() : '').slice(0, LONGEST_NAME)
  try {
    const id = await receiveImport(req.payload, {
      fileName: fileName === '' ? 'list.csv' : fileName,
      body: req.body === null || req.body === undefined ? nothing() : chunksOf(req.body),
      actor: userId,
    })
    return answer(201, { id })
  } catch (error) {
    return faultAnswer(error, t)
  }
})

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  let isRead = false
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) {
        isRead = true
        return
      }
      yield value
    }
  } finally {
    // Whoever sends more than is taken need not send the rest.
    if (!isRead) await reader.cancel()
  }
}

const list = officersOnly(async ({ req, t }) => {
  const imports = await listImports(LISTED, databaseOf(req.payload))
  return answer(200, { imports: imports.map((each) => shownImport(each, t)) })
})

/** Finds the import that the path names. */
const withImport = (
  work: (ask: OfficerAsk, list: AudienceImport) => Promise<Response>,
): Endpoint['handler'] =>
  officersOnly(async (ask) => {
    const { req, t } = ask
    const id = z.uuid().safeParse(req.routeParams?.id)
    const found = id.success ? await findImport(id.data, databaseOf(req.payload)) : null
    if (found === null) return answer(404, { error: 'no-such-import', message: t('imports.refused.gone') })
    return work(ask, found)
  })

const show = withImport(async ({ t }, found) => answer(200, await openedImport(found, t)))

const change = withImport(async ({ req, t }, found) => {
  await addDataAndFileToRequest(req)
  const sent = readChanges(req.data ?? {}, t)
  if ('wrong' in sent) return wrong(sent.wrong)
  const database = databaseOf(req.payload)
  const { mapping } = sent
  if (
    mapping !== undefined &&
    !(await areDefaultsKnown(mapping, await networkLocales(req.payload), database))
  )
    return wrong({ field: 'mapping.defaults', message: t('imports.wrong.defaults') })
  try {
    if (!(await changeImport(found.id, await realChanges(found, sent), database))) return refused(t)
  } catch (error) {
    return faultAnswer(error, t)
  }
  const changed = await findImport(found.id, database)
  return changed === null ? refused(t) : answer(200, await openedImport(changed, t))
})

/** Hands an import to a worker. */
async function begin(
  { req, t }: OfficerAsk,
  importId: string,
  move: { readonly from: readonly ImportState[]; readonly to: ImportState },
): Promise<Response> {
  const isMoved = await inTransaction(req.payload, async (transaction) => {
    if (!(await moveImport(importId, move, transaction))) return false
    await enqueue(req.payload, 'run-audience-import', [{ importId }], transaction)
    return true
  })
  return isMoved ? answer(202, { state: move.to }) : refused(t)
}

const check = withImport(async (ask, { id, mapping }) => {
  if (mapping === null || !mapping.columns.includes('email'))
    return wrong({ field: 'mapping.columns', message: ask.t('imports.fault.no-address-column') })
  return begin(ask, id, { from: ['uploaded', 'checked'], to: 'checking' })
})

const apply = withImport(async (ask, { id, brings, evidence }) => {
  if (brings === 'people' && evidence === null) {
    const fields = Object.keys(evidenceSchema.shape)
    return answer(422, {
      error: 'no-evidence',
      field: 'evidence',
      fields,
      message: evidenceMissing(fields, ask),
    })
  }
  return begin(ask, id, { from: ['checked'], to: 'applying' })
})

/** Fields by what their labels say. */
function evidenceMissing(fields: readonly string[], { req, t }: OfficerAsk): string {
  const names = fields.map((field) =>
    field === 'from' || field === 'until' ? t(`officer.${field}`) : t(`imports.evidence.${field}`),
  )
  const language = adminLocaleOf(req.i18n.language)
  const list = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' })
  return t('imports.evidence.missing', { fields: list.format(names) })
}

const undo = withImport((ask, { id }) => begin(ask, id, { from: ['applied'], to: 'undoing' }))

const discard = withImport(async ({ req, t }, { id }) => {
  if (!(await deleteImport(id, databaseOf(req.payload)))) return refused(t)
  await removeFile(id)
  return answer(200, { discarded: true })
})

const rowsQuery = z.object({
  outcome: z.enum(rowOutcomes).nullable().catch(null),
  reason: z.string().min(1).nullable().catch(null),
  after: z.coerce.number().int().min(0).max(2_147_483_647).catch(0),
})

const problems = withImport(async ({ req }, { id }) =>
  answer(200, await pageOfRows(id, rowsQuery.parse(req.query), databaseOf(req.payload))),
)

const report = withImport(async ({ req, t }, { id }) =>
  streamedFile({
    name: 'import-report.csv',
    contentType: 'text/csv; charset=utf-8',
    text: reportLines(id, t, databaseOf(req.payload)),
  }),
)

/**
 * Below `/api/audience/imports`, for data officers. `POST ?name=` takes a file as its body. `GET` lists, `GET /:id` shows one
 * with the beginning of its file, addresses masked. `PATCH /:id` takes `{format?, mapping?, brings?, evidence?}`. `POST
 * /:id/check`, `/apply` and `/undo` have a worker do it, `/discard` removes what was not applied. `GET /:id/problems` takes
 * `outcome`, `reason` and `after`, a line; `GET /:id/report.csv` answers every row without addresses.
 */
export const importEndpoints: Endpoint[] = [
  { path: '/audience/imports', method: 'post', handler: upload },
  { path: '/audience/imports', method: 'get', handler: list },
  { path: '/audience/imports/:id', method: 'get', handler: show },
  { path: '/audience/imports/:id', method: 'patch', handler: change },
  { path: '/audience/imports/:id/check', method: 'post', handler: check },
  { path: '/audience/imports/:id/apply', method: 'post', handler: apply },
  { path: '/audience/imports/:id/undo', method: 'post', handler: undo },
  { path: '/audience/imports/:id/discard', method: 'post', handler: discard },
  { path: '/audience/imports/:id/problems', method: 'get', handler: problems },
  { path: '/audience/imports/:id/report.csv', method: 'get', handler: report },
]
