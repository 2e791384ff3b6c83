import type { Payload } from 'payload'

import { testUrl } from '../audience/links.ts'
import type { Locale } from '../i18n/locales.ts'
import type { LeftText, ManifestEntry } from '../ledger/editions.ts'
import { previewEdition } from '../newsletter/compiled-edition.ts'
import { EditionError } from '../newsletter/edition-error.ts'
import type { PlaceholderValues } from '../newsletter/placeholders.ts'
import type { Attachment } from '../newsletter/transports/transport.ts'
import type { IssueSource } from './issue-source.ts'
import { editionsNow, renderIssue } from './render-issue.ts'

export interface IssuePreview {
  readonly locale: Locale
  readonly subject: string
  readonly preheader: string
  /** As one reader would get it, with links of their own that lead nowhere; in a test, to a page that says so. */
  readonly html: string
  readonly text: string
  /** Size of the HTML in UTF-8. */
  readonly bytes: number
  readonly manifest: readonly ManifestEntry[]
  readonly leftTexts: readonly LeftText[]
  readonly attachments: readonly Attachment[]
}

/** What a person may ask for and not get, each with its own text in the admin. */
export type PreviewFault = 'no-edition' | 'edition-refused'

/** The edition that the issue would have in this language if it were sent now, or why there is none. */
export async function previewIssue(
  payload: Payload,
  issue: IssueSource,
  locale: Locale,
  { test = false }: { readonly test?: boolean } = {},
): Promise<IssuePreview | PreviewFault> {
  const editions = await editionsNow(payload, issue)
  const edition = editions.find((each) => each.locale === locale)
  if (edition === undefined) return 'no-edition'
  const editionLocales = editions.map((each) => each.locale)
  try {
    const { rendered, manifest, leftTexts } = await renderIssue(payload, issue, edition, {
      editionLocales,
      test,
    })
    const { subject, preheader, bytes, attachments } = rendered
    return {
      locale,
      subject,
      preheader,
      bytes,
      manifest,
      leftTexts,
      attachments,
      ...(test ? previewEdition(rendered, linksOfTest()) : previewEdition(rendered)),
    }
  } catch (error) {
    if (error instanceof EditionError) return 'edition-refused'
    throw error
  }
}

const linksOfTest = (): PlaceholderValues => ({ unsubscribe_url: testUrl(), preferences_url: testUrl() })
