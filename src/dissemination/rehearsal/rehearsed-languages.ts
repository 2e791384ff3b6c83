import { previewEdition } from '../../newsletter/compiled-edition.ts'
import { deadLinksOf, lookOver } from '../inspect-edition.ts'
import type { IssueSource } from '../issue-source.ts'
import type { FreshEdition } from '../render-editions.ts'
import type { EarlyEnd, RehearsedLanguage } from './rehearsal-report.ts'
import type { RehearsalTally } from './rehearsal-tally.ts'

interface Going {
  /** Gives a sign of life: other servers are asked about links, and may take their time. False: it is another worker's now. */
  readonly stillOurs: () => Promise<boolean>
  /** Ends it before its end. */
  readonly signal: AbortSignal
}

/** What each edition weighed, and everything that the preview finds in it. By locale. */
export async function rehearsedLanguages(
  issue: IssueSource,
  editions: readonly FreshEdition[],
  { languages }: Pick<RehearsalTally, 'languages'>,
  { stillOurs, signal }: Going,
): Promise<RehearsedLanguage[] | EarlyEnd> {
  const rehearsed: RehearsedLanguage[] = []
  for (const edition of editions.toSorted((one, other) => (one.locale < other.locale ? -1 : 1))) {
    if (signal.aborted) return 'stopped'
    if (!(await stillOurs())) return 'taken'
    const { locale, subject, html } = edition
    const { findings } = await lookOver(edition)
    const deadLinks = await deadLinksOf(issue, { locale, html: previewEdition(edition).html })
    rehearsed.push({
      locale,
      subject,
      ...(languages.get(locale) ?? { mails: 0, largestBytes: 0 }),
      htmlBytes: Buffer.byteLength(html),
      findings: [...findings, ...deadLinks],
    })
  }
  return rehearsed
}
