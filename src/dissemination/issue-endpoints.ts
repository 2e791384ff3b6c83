import { addDataAndFileToRequest, type Endpoint, type Payload, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { isWithinLimit } from '../audience/rate-limit.ts'
import { databaseOf } from '../database/database.ts'
import { isLocale, type Locale } from '../i18n/locales.ts'
import { issueCounts } from '../ledger/issue-report.ts'
import { hasReadableSegment } from './enter-issue-audience.ts'
import { forecastAudience } from './forecast-audience.ts'
import { deadLinksOf, inspectEdition } from './inspect-edition.ts'
import { fieldOf, hindranceOf } from './issue-hindrance.ts'
import type { IssueSource } from './issue-source.ts'
import { answer, forEditors, type IssueWork as Work } from './issue-work.ts'
import { previewIssue } from './preview-issue.ts'
import { languageStandings } from './readiness/language-standings.ts'
import { editionsNow } from './render-issue.ts'
import { requestSend } from './request-send.ts'
import { seedsIn, seedsOf } from './seeds.ts'
import { sendTest, sendTestToAll } from './send-test.ts'
import { cancelIssue, decideIssueMails, pauseIssue, resumeIssue } from './steer-issue.ts'

const editions: Work = async (issue, { payload }) =>
  answer(200, { editions: await editionsNow(payload, issue) })

const preview: Work = async (issue, { payload, query }) => {
  const { locale } = query
  if (!isLocale(locale)) return answer(400, { error: 'unknown-locale', field: 'locale' })
  const shown = await inspectEdition(payload, issue, locale)
  if (shown === 'no-edition') return answer(422, { error: shown, field: 'locale' })
  return 'refusedFor' in shown
    ? answer(422, { error: 'edition-refused', field: 'locale', findings: shown.refusedFor })
    : answer(200, shown)
}

/** Apart from the preview, because it asks other servers and may take seconds. */
const links: Work = async (issue, { payload, query }) => {
  const { locale } = query
  if (!isLocale(locale)) return answer(400, { error: 'unknown-locale', field: 'locale' })
  const shown = await previewIssue(payload, issue, locale)
  if (typeof shown === 'string') return answer(422, { error: shown, field: 'locale' })
  return answer(200, { findings: await deadLinksOf(issue, shown) })
}

const test: Work = async (issue, req) => {
  await addDataAndFileToRequest(req)
  const locale = req.data?.locale
  if (isLocale(locale) && req.data?.to === 'seeds') return testSeeds(issue, locale, req.payload)
  const to = req.user?.collection === 'users' ? req.user.email : null
  if (!isLocale(locale) || !to) return answer(400, { error: 'unknown-locale', field: 'locale' })
  const outcome = await sendTest(req.payload, issue, { locale, to })
  return answer(outcome === 'submitted' ? 200 : 422, { outcome })
}

/** The newsletter's colleagues, each told by name what became of theirs. */
async function testSeeds(issue: IssueSource, locale: Locale, payload: Payload): Promise<Response> {
  const to = seedsIn(await seedsOf(payload, issue), locale)
  if (to.length === 0) return answer(422, { error: 'no-seeds', field: 'to' })
  const limit = { key: `seeds:${issue.id}:${locale}`, most: SEED_TESTS_AN_HOUR, windowMs: HOUR_MS }
  if (!(await isWithinLimit(limit, new Date(), databaseOf(payload))))
    return answer(429, { error: 'too-many' })
  const seeds = await sendTestToAll(payload, issue, { locale, to })
  return typeof seeds === 'string' ? answer(422, { outcome: seeds }) : answer(200, { seeds })
}

/** Of one issue in one language: enough to mend it and look again, too few to bother colleagues by mistake. */
const SEED_TESTS_AN_HOUR = 10
const HOUR_MS = 3_600_000

const badSegment = (): Response => answer(422, { error: 'bad-segment', field: 'segment' })

const forecast: Work = async (issue, { payload }) => {
  if (!hasReadableSegment(issue)) return badSegment()
  const { segment } = issue
  return answer(200, {
    segment: segment === null ? null : { id: segment.id, name: segment.name },
    ...(await forecastAudience(payload, issue)),
  })
}

const send: Work = async (issue, { payload }) => {
  const hindrance = hindranceOf(issue, await languageStandings(payload, issue))
  if (hindrance !== null) return answer(422, { error: hindrance, field: fieldOf[hindrance] })
  return (await requestSend(payload, issue.id))
    ? answer(202, { state: 'preparing' })
    : answer(409, { error: 'not-a-draft' })
}

/** One of the steps of an issue that has left the desk. */
const steer =
  (step: (payload: PayloadRequest['payload'], issueId: string) => Promise<boolean>, state: string): Work =>
  async (issue, { payload }) =>
    (await step(payload, issue.id)) ? answer(200, { state }) : answer(409, { error: 'not-possible-now' })

const decision = z.object({
  what: z.enum(['assumed', 'again']),
  state: z.enum(['unconfirmed', 'failed']),
  reason: z.string().nullable().default(null),
})

const decide: Work = async (issue, req) => {
  await addDataAndFileToRequest(req)
  const wanted = decision.safeParse(req.data)
  const [fault] = wanted.error?.issues ?? []
  if (!wanted.success) return answer(400, { error: 'invalid', field: fault?.path.join('.') ?? '' })
  if (wanted.data.what === 'assumed' && wanted.data.state === 'failed')
    return answer(422, { error: 'failed-did-not-arrive', field: 'what' })
  if (wanted.data.what === 'again' && issue.state === 'cancelled') return answer(409, { error: 'cancelled' })
  const mails = await decideIssueMails(req.payload, {
    ...wanted.data,
    issueId: issue.id,
    actor: req.user?.id ?? '',
  })
  return answer(200, { mails })
}

const report: Work = async (issue, { payload }) =>
  answer(200, { state: issue.state, counts: await issueCounts(issue.id, databaseOf(payload)) })

/** Below `/api/issues/:id`. What reads is a GET and changes nothing. */
export const issueEndpoints: Endpoint[] = [
  { path: '/:id/editions', method: 'get', handler: forEditors(editions) },
  { path: '/:id/preview', method: 'get', handler: forEditors(preview) },
  { path: '/:id/preview/links', method: 'get', handler: forEditors(links) },
  { path: '/:id/test', method: 'post', handler: forEditors(test) },
  { path: '/:id/forecast', method: 'get', handler: forEditors(forecast) },
  { path: '/:id/send', method: 'post', handler: forEditors(send) },
  { path: '/:id/pause', method: 'post', handler: forEditors(steer(pauseIssue, 'paused')) },
  { path: '/:id/resume', method: 'post', handler: forEditors(steer(resumeIssue, 'sending')) },
  { path: '/:id/cancel', method: 'post', handler: forEditors(steer(cancelIssue, 'cancelled')) },
  { path: '/:id/decide', method: 'post', handler: forEditors(decide) },
  { path: '/:id/report', method: 'get', handler: forEditors(report) },
]
