import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { z } from 'zod'

import { databaseOf } from '../../database/database.ts'
import { answer, officersOnly } from '../officers-only.ts'
import { streamedFile } from '../streamed-file.ts'
import { faultAnswer, refused, withImport, wrong } from './import-answers.ts'
import { areDefaultsKnown, readChanges, realChanges } from './import-changes.ts'
import { reportLines } from './import-report.ts'
import { pageOfRows } from './import-rows.ts'
import { apply, check, discard, undo } from './import-steps.ts'
import { changeImport, findImport, listImports, rowOutcomes } from './import-store.ts'
import { networkLocales } from './network-locales.ts'
import { openedImport, shownImport } from './shown-import.ts'
import { uploadImport } from './upload-import.ts'

const LISTED = 100

const list = officersOnly(async ({ req, t }) => {
  const imports = await listImports(LISTED, databaseOf(req.payload))
  return answer(200, { imports: imports.map((each) => shownImport(each, t)) })
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
  { path: '/audience/imports', method: 'post', handler: uploadImport },
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
