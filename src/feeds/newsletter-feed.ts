import { directionOf, type Locale } from '../i18n/locales.ts'
import { translator } from '../i18n/translator.ts'
import type { FundingNote } from '../reading/contract/document.ts'
import { alternateLinks, atomFeed } from './atom.ts'
import { type FeedDocument, feedTypes, type XmlFeedKind } from './feed-document.ts'
import { type FeedMeta, updatedAtOf } from './feed-meta.ts'
import { provenance } from './provenance.ts'
import { rssFeed } from './rss.ts'
import { type Xml, xml } from './xml.ts'

/** An issue of a newsletter in the feed's language. Addresses are absolute. */
export interface FeedIssue {
  /** UUID of the edition: its name in readers for good. */
  readonly id: string
  readonly subject: string
  /** May be empty. */
  readonly preheader: string
  readonly outAt: Date
  readonly url: string
  /** The same issue in other languages. */
  readonly alternates: Readonly<Partial<Record<Locale, string>>>
  /** What is to be known beside it. Null: nothing. */
  readonly correction: string | null
  /** When something was last said about it or taken back. Null: never. */
  readonly correctedAt: Date | null
  /** The words by which to name the source. */
  readonly attribution: string
  readonly funding: readonly Pick<FundingNote, 'text' | 'disclaimer'>[]
  /** Whether words in it come from a machine and no person has approved them. */
  readonly machineTranslated: boolean
}

/** The issues of a newsletter in one language. One that is corrected is the same entry, updated. Pure. */
export function newsletterFeed(
  kind: XmlFeedKind,
  issues: readonly FeedIssue[],
  meta: FeedMeta,
): FeedDocument {
  const updatedAt = updatedAtOf(issues.map(updateOf), meta)
  const [write, entry] = kind === 'rss' ? [rssFeed, rssEntry] : [atomFeed, atomEntry]
  const body = write(
    meta,
    updatedAt,
    issues.map((issue) => entry(issue, meta)),
  )
  return { body, contentType: feedTypes[kind], updatedAt }
}

const updateOf = ({ outAt, correctedAt }: FeedIssue): Date =>
  correctedAt !== null && correctedAt > outAt ? correctedAt : outAt

/** The same wherever the site moves. https://www.rfc-editor.org/rfc/rfc4122 */
const nameOf = ({ id }: FeedIssue): string => `urn:uuid:${id}`

const atomEntry = (issue: FeedIssue, { locale }: FeedMeta): Xml => xml`
<entry xml:lang="${locale}">
<id>${nameOf(issue)}</id>
<title>${issue.subject}</title>
<published>${issue.outAt.toISOString()}</published>
<updated>${updateOf(issue).toISOString()}</updated>${alternateLinks({ ...issue, locale })}
<content type="html">${contentOf(issue, locale)}</content>${provenance(issue)}
</entry>`

const rssEntry = (issue: FeedIssue, { locale }: FeedMeta): Xml => xml`
<item>
<title>${issue.subject}</title>
<link>${issue.url}</link>
<guid isPermaLink="false">${nameOf(issue)}</guid>
<pubDate>${issue.outAt.toUTCString()}</pubDate>
<atom:updated>${updateOf(issue).toISOString()}</atom:updated>
<dc:language>${locale}</dc:language>
<description>${contentOf(issue, locale)}</description>${provenance(issue)}
</item>`

/** The correction first: whoever read the issue before is told by it. Who paid for it last, as in the letter. */
function contentOf(
  { subject, preheader, correction, funding, machineTranslated }: FeedIssue,
  locale: Locale,
): string {
  const closing = new Set([
    ...funding.map(({ text }) => text),
    ...(machineTranslated ? [translator(locale, 'terms')('channel.machineTranslated')] : []),
  ])
  const disclaimers = funding.flatMap(({ disclaimer }) => disclaimer ?? [])
  return xml`<div lang="${locale}" dir="${directionOf(locale)}">${
    correction !== null &&
    xml`<p><strong>${translator(locale, 'site')('archive.correction')}</strong> ${correction}</p>`
  }<p>${preheader === '' ? subject : preheader}</p>${[...closing].map((line) => xml`<p>${line}</p>`)}${disclaimers.map(
    (each) => xml`<p lang="${each.locale}" dir="${directionOf(each.locale)}">${each.text}</p>`,
  )}</div>`.source
}
