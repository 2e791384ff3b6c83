import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import { testUrl } from '../audience/links.ts'
import { siteUrl } from '../content/site-url.ts'
import { env } from '../env.ts'
import type { Locale } from '../i18n/locales.ts'
import { testHead } from '../newsletter/headers.ts'
import { isMailAddress } from '../newsletter/mail-address.ts'
import { goingFirst } from '../newsletter/transports/request-pace.ts'
import { ownTransport } from '../newsletter/transports/transport-for.ts'
import type { IssueSource } from './issue-source.ts'
import { type IssuePreview, type PreviewFault, previewIssue } from './preview-issue.ts'
import { editionUrl } from './render-issue.ts'

const TIMEOUT_MS = 30_000

/** `submitted`, or why nobody got a test. `unconfirmed`: it was handed over, but no answer came. */
export type TestOutcome = 'submitted' | 'unconfirmed' | 'failed' | PreviewFault

/** Sends the edition as it stands to one colleague, marked as a test. It is no delivery: no reader is concerned. */
export async function sendTest(
  payload: Payload,
  issue: IssueSource,
  { locale, to }: { readonly locale: Locale; readonly to: string },
): Promise<TestOutcome> {
  const preview = await previewIssue(payload, issue, locale, { test: true })
  return typeof preview === 'string' ? preview : handOver(payload, issue, preview, to)
}

/** What became of the test to one colleague. Theirs are addresses of staff, entered by editors. */
export interface SeedOutcome {
  readonly email: string
  readonly outcome: 'submitted' | 'unconfirmed' | 'failed'
}

/** The same to several, rendered once. One after the other: a mail server takes no notice of a few tests. */
export async function sendTestToAll(
  payload: Payload,
  issue: IssueSource,
  { locale, to }: { readonly locale: Locale; readonly to: readonly string[] },
): Promise<readonly SeedOutcome[] | PreviewFault> {
  const preview = await previewIssue(payload, issue, locale, { test: true })
  if (typeof preview === 'string') return preview
  const outcomes: SeedOutcome[] = []
  for (const email of to) outcomes.push({ email, outcome: await handOver(payload, issue, preview, email) })
  return outcomes
}

/** With the headers that readers' mailbox providers will look at: what a seed list tells is to hold for the real letter. */
async function handOver(
  payload: Payload,
  issue: IssueSource,
  { locale, subject, html, text, attachments }: IssuePreview,
  to: string,
): Promise<SeedOutcome['outcome']> {
  // What an editor entered may be no address after all.
  if (!isMailAddress(to)) return 'failed'
  const { newsletter } = issue
  const newsletterName = newsletter.name[locale] || ''
  const from = { name: newsletter.fromName[locale] || newsletterName, address: env.MAIL_FROM }
  const id = randomUUID()
  const listed = testHead({
    deliveryId: id,
    issueId: issue.id,
    newsletterId: newsletter.id,
    newsletterName,
    locale,
    from,
    replyTo: newsletter.replyTo,
    to,
    subject,
    unsubscribeUrl: testUrl(),
    subscribeUrl: siteUrl(`/${locale}/subscribe`),
    archiveUrl: editionUrl(issue, locale),
  })
  const outcome = await goingFirst(ownTransport(), payload).sendOne(
    {
      key: `test/${id}`,
      from,
      replyTo: newsletter.replyTo,
      to,
      subject,
      html,
      text,
      attachments,
      locale,
      listed,
    },
    { signal: AbortSignal.timeout(TIMEOUT_MS) },
  )
  if (outcome.kind === 'accepted') return 'submitted'
  return outcome.kind === 'ambiguous' ? 'unconfirmed' : 'failed'
}
