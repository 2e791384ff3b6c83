import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { mayPublish } from '../access/roles.ts'
import { databaseOf } from '../database/database.ts'
import { isLocale } from '../i18n/locales.ts'
import { issueCounts } from '../ledger/issue-report.ts'
import { hasReadableSegment } from './enter-issue-audience.ts'
import { forecastAudience } from './forecast-audience.ts'
import { deadLinksOf, inspectEdition } from './inspect-edition.ts'
import { type IssueSource, readIssue } from './issue-source.ts'
import { previewIssue } from './preview-issue.ts'
import { editionsNow } from './render-issue.ts'
import { requestSend } from './request-send.ts'
import { sendTest } from './send-test.ts'
import { cancelIssue, decideIssueMails, pauseIssue, resumeIssue } from './steer-issue.ts'

const answer = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

type Work = (issue: IssueSource, req: PayloadRequest) => Promise<Response>

/** For those who decide what becomes public; to everybody else the issue is not there. */
const forEditors =
  (work: Work): Endpoint['handler'] =>
  async (req) => {
    if (!mayPublish(req.user)) return answer(req.user === null ? 401 : 403, { error: 'editors-only' })
    const issue = await readIssue(req.payload, String(req.routeParams?.id))
    return issue === null ? answer(404, { error: 'no-such-issue' }) : work(issue, req)
  }

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
  const to = req.user?.collection === 'users' ? req.user.email : null
  if (!isLocale(locale) || !to) return answer(400, { error: 'unknown-locale', field: 'locale' })
  const outcome = await sendTest(req.payload, issue, { locale, to })
  return answer(outcome === 'submitted' ? 200 : 422, { outcome })
}

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
  if (issue.items.length === 0) return answer(422, { error: 'no-items', field: 'items' })
  const composed = await editionsNow(payload, issue)
  if (composed.length === 0) return answer(422, { error: 'no-edition', field: 'items' })
  if (!hasReadableSegment(issue)) return badSegment()
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
