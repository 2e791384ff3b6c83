import type { Payload } from 'payload'

import { databaseOf } from '../database/database.ts'
import { env } from '../env.ts'
import type { Locale } from '../i18n/locales.ts'
import { editionIn } from '../ledger/edition-in.ts'
import { hostAndPort } from '../network/guard.ts'
import { requester } from '../network/request.ts'
import { previewEdition } from '../newsletter/compiled-edition.ts'
import { EditionError } from '../newsletter/edition-error.ts'
import { type LinkChecker, linkChecker } from '../newsletter/lint/check-links.ts'
import type { Finding } from '../newsletter/lint/lint-edition.ts'
import type { RenderedEdition } from '../newsletter/render-edition.ts'
import type { LintReport } from '../newsletter/rendering/letter-tasks.ts'
import { letterThread } from '../newsletter/rendering/letter-thread.ts'
import type { IssueSource } from './issue-source.ts'
import type { IssuePreview } from './preview-issue.ts'
import { editionsNow, editionUrl, renderIssue } from './render-issue.ts'

/** Without its files, whose names and sizes say enough. */
export interface InspectedEdition extends Omit<IssuePreview, 'attachments'> {
  readonly findings: readonly Finding[]
  /** How many things were looked for. */
  readonly checks: number
}

/** It would not be sent, and why. Empty findings: for a reason that no check knows. */
export interface RefusedEdition {
  readonly refusedFor: readonly Finding[]
}

/**
 * An edition that was sent, as it was sent, whatever became of its items since; nothing is looked for in it. Before: as
 * readers would get it now, and everything about it that somebody should look at.
 */
export async function inspectEdition(
  payload: Payload,
  issue: IssueSource,
  locale: Locale,
): Promise<InspectedEdition | RefusedEdition | 'no-edition'> {
  const kept = await editionIn(issue.id, locale, databaseOf(payload))
  if (kept === null) return inspectNow(payload, issue, locale)
  const { subject, preheader, manifest, leftTexts, html } = kept
  const bytes = Buffer.byteLength(html)
  const texts = previewEdition(kept)
  return { locale, subject, preheader, manifest, leftTexts, bytes, ...texts, findings: [], checks: 0 }
}

async function inspectNow(
  payload: Payload,
  issue: IssueSource,
  locale: Locale,
): Promise<InspectedEdition | RefusedEdition | 'no-edition'> {
  const editions = await editionsNow(payload, issue)
  const edition = editions.find((each) => each.locale === locale)
  if (edition === undefined) return 'no-edition'
  const editionLocales = editions.map((each) => each.locale)
  try {
    const { rendered, manifest, leftTexts } = await renderIssue(payload, issue, edition, {
      editionLocales,
      test: false,
    })
    const { subject, preheader, bytes } = rendered
    const report = await lookOver(rendered)
    return { locale, subject, preheader, bytes, manifest, leftTexts, ...previewEdition(rendered), ...report }
  } catch (error) {
    if (!(error instanceof EditionError)) throw error
    return { refusedFor: error.found === null ? [] : [{ ...error.found, level: 'stop' }] }
  }
}

type LookedOver = Pick<
  RenderedEdition,
  'locale' | 'subject' | 'preheader' | 'html' | 'text' | 'acknowledgements' | 'attachments'
>

/** What somebody should look at in an edition, as far as it tells by itself. For its links see `deadLinksOf`. */
export const lookOver = ({
  locale,
  subject,
  preheader,
  html,
  text,
  acknowledgements,
  attachments,
}: LookedOver): Promise<LintReport> =>
  letterThread().run('lint', {
    ...{ locale, subject, preheader, html, text, acknowledgements, site: env.PUBLIC_URL },
    isFunded: acknowledgements.length > 0,
    attachmentsBytes: attachments.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0),
  })

let checker: LinkChecker | undefined

/** Our own address may be a private one. */
const ownChecker = (): LinkChecker => {
  const allowedPrivateHosts = [...env.ALLOWED_PRIVATE_HOSTS, hostAndPort(new URL(env.PUBLIC_URL))]
  checker ??= linkChecker({ request: requester({ allowedPrivateHosts }) })
  return checker
}

/** Those of an edition's links that lead nowhere. Its own page on the web is there only once it was sent. */
export async function deadLinksOf(
  issue: IssueSource,
  { locale, html }: Pick<IssuePreview, 'locale' | 'html'>,
): Promise<Finding[]> {
  const links = await letterThread().run('links', { html, site: env.PUBLIC_URL })
  const web = editionUrl(issue, locale)
  return ownChecker()(links.filter((url) => url !== web && !url.startsWith('https://preview.invalid/')))
}
