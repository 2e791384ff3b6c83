import type { Endpoint } from 'payload'
import { z } from 'zod'

import { databaseOf } from '../../database/database.ts'
import { answer, type OfficerAsk, officersOnly } from '../officers-only.ts'
import { FileFault } from './file-fault.ts'
import type { WrongField } from './import-changes.ts'
import { type AudienceImport, findImport } from './import-store.ts'
import { problemText } from './shown-import.ts'

export const wrong = (field: WrongField): Response => answer(422, { error: 'invalid', ...field })

/** What was asked cannot be done to an import in its state. */
export const refused = (t: OfficerAsk['t']): Response =>
  answer(409, { error: 'wrong-state', message: t('imports.refused.state') })

/** A file that has to be mended is an answer; anything else goes up. */
export function faultAnswer(error: unknown, t: OfficerAsk['t']): Response {
  if (!(error instanceof FileFault)) throw error
  const { reason, line } = error
  return answer(422, { error: reason, field: 'file', line, message: problemText({ reason, line }, t) })
}

/** Finds the import that the path names. */
export const withImport = (
  work: (ask: OfficerAsk, list: AudienceImport) => Promise<Response>,
): Endpoint['handler'] =>
  officersOnly(async (ask) => {
    const { req, t } = ask
    const id = z.uuid().safeParse(req.routeParams?.id)
    const found = id.success ? await findImport(id.data, databaseOf(req.payload)) : null
    if (found === null) return answer(404, { error: 'no-such-import', message: t('imports.refused.gone') })
    return work(ask, found)
  })
