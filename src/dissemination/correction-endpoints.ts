import { addDataAndFileToRequest, type Endpoint } from 'payload'

import { databaseOf } from '../database/database.ts'
import { isLocale } from '../i18n/locales.ts'
import { addCorrection, correctionOf, correctionsOf, MAX_CORRECTION } from '../ledger/edition-corrections.ts'
import { publicLocalesOfIssue } from '../ledger/public-editions.ts'
import { answer, forEditors, type IssueWork } from './issue-work.ts'

/** `{locale, note}`: a word above the web edition, and in the feed. An empty note takes back what stands there. No mail leaves. */
const correct: IssueWork = async ({ id: issueId }, req) => {
  await addDataAndFileToRequest(req)
  const { locale, note } = req.data ?? {}
  const database = databaseOf(req.payload)
  if (!isLocale(locale)) return answer(400, { error: 'unknown-locale', field: 'locale' })
  if (typeof note !== 'string') return answer(400, { error: 'invalid', field: 'note' })
  const words = note.replace(/\r\n?/g, '\n').trim()
  if (words.length > MAX_CORRECTION) return answer(422, { error: 'too-long', field: 'note' })
  if (!(await publicLocalesOfIssue(issueId, database)).includes(locale))
    return answer(422, { error: 'no-edition', field: 'locale' })
  const standing = await correctionOf(issueId, locale, database)
  if ((standing?.note ?? '') === words) return answer(422, { error: 'nothing-new', field: 'note' })
  await addCorrection({ issueId, locale, note: words, actor: String(req.user?.id) }, database)
  return answer(201, { corrections: await correctionsOf(issueId, database) })
}

const list: IssueWork = async ({ id }, { payload }) =>
  answer(200, { corrections: await correctionsOf(id, databaseOf(payload)) })

/** Below `/api/issues/:id`. */
export const correctionEndpoints: Endpoint[] = [
  { path: '/:id/corrections', method: 'post', handler: forEditors(correct) },
  { path: '/:id/corrections', method: 'get', handler: forEditors(list) },
]
