import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { z } from 'zod'

import { databaseOf } from '../../database/database.ts'
import { isLocale } from '../../i18n/locales.ts'
import { changeHold, decideLanguage, type LanguageDecision } from '../../ledger/issue-languages.ts'
import { enqueue } from '../../queue/queue.ts'
import { type IssueSource, readIssue } from '../issue-source.ts'
import { answer, forEditors, type IssueWork } from '../issue-work.ts'
import { issueReadiness } from './issue-readiness.ts'

const show: IssueWork = async (issue, { payload }) =>
  answer(200, { languages: await issueReadiness(payload, issue) })

const wanted = z.object({
  locale: z.string(),
  rule: z.enum(['hold', 'fallback', 'skip']),
  deadline: z.iso.datetime({ offset: true }).nullable().default(null),
  afterwards: z.enum(['fallback', 'skip']).nullable().default(null),
})

/** What was decided, or the field that is wrong and why. */
function readDecision(
  data: unknown,
  { newsletter }: IssueSource,
  now: Date,
): LanguageDecision | { readonly error: string; readonly field: string } {
  const read = wanted.safeParse(data)
  if (!read.success) return { error: 'invalid', field: read.error.issues[0]?.path.join('.') ?? '' }
  const { locale, rule, afterwards } = read.data
  if (!isLocale(locale) || !newsletter.locales.includes(locale))
    return { error: 'not-a-language-of-the-newsletter', field: 'locale' }
  if (rule !== 'hold') return { locale, rule, deadline: null, afterwards: null }
  const deadline = read.data.deadline === null ? null : new Date(read.data.deadline)
  if (deadline !== null && deadline <= now) return { error: 'past', field: 'deadline' }
  return { locale, rule, deadline, afterwards: afterwards ?? newsletter.notReady.afterwards }
}

const decide: IssueWork = async (issue, req) => {
  await addDataAndFileToRequest(req)
  const decision = readDecision(req.data, issue, new Date())
  if ('error' in decision) return answer(400, decision)
  const database = databaseOf(req.payload)
  const actor = String(req.user?.id)
  const isKept =
    issue.state === 'draft' || issue.state === 'scheduled'
      ? await decideLanguage(issue.id, decision, actor, database)
      : await changeHold(issue.id, asHold(decision, issue, new Date()), actor, database)
  if (!isKept) return answer(409, { error: 'language-has-left', field: 'locale' })
  await enqueue(req.payload, 'release-languages', [{}])
  const languages = await issueReadiness(req.payload, (await readIssue(req.payload, issue.id)) ?? issue)
  return answer(200, { language: languages.find(({ locale }) => locale === decision.locale) ?? null })
}

/** To a language that is held already, falling back and leaving out mean the end of the hold, and holding a new deadline. */
function asHold(decision: LanguageDecision, { newsletter }: IssueSource, now: Date): LanguageDecision {
  if (decision.rule !== 'hold')
    return { ...decision, rule: 'hold', deadline: null, afterwards: decision.rule }
  const byHours = new Date(now.getTime() + newsletter.notReady.hours * 3_600_000)
  return { ...decision, deadline: decision.deadline ?? byHours }
}

/** Below `/api/issues/:id`: how far each language is, and what is done about those that are not ready. */
export const languageEndpoints: Endpoint[] = [
  { path: '/:id/languages', method: 'get', handler: forEditors(show) },
  { path: '/:id/languages', method: 'post', handler: forEditors(decide) },
]
