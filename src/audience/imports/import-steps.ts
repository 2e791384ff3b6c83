import { databaseOf, inTransaction } from '../../database/database.ts'
import { adminLocaleOf } from '../../i18n/admin-languages.ts'
import { enqueue } from '../../queue/queue.ts'
import { answer, type OfficerAsk } from '../officers-only.ts'
import { evidenceSchema } from './evidence.ts'
import { refused, withImport, wrong } from './import-answers.ts'
import { removeFile } from './import-files.ts'
import { deleteImport, type ImportState, moveImport } from './import-store.ts'

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

export const check = withImport(async (ask, { id, mapping }) => {
  if (mapping === null || !mapping.columns.includes('email'))
    return wrong({ field: 'mapping.columns', message: ask.t('imports.fault.no-address-column') })
  return begin(ask, id, { from: ['uploaded', 'checked'], to: 'checking' })
})

/** People are not brought in without evidence: what is missing is named. */
export const apply = withImport(async (ask, { id, brings, evidence }) => {
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

export const undo = withImport((ask, { id }) => begin(ask, id, { from: ['applied'], to: 'undoing' }))

export const discard = withImport(async ({ req, t }, { id }) => {
  if (!(await deleteImport(id, databaseOf(req.payload)))) return refused(t)
  await removeFile(id)
  return answer(200, { discarded: true })
})
