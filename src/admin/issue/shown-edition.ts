import type { Payload } from 'payload'

import { publicNamesOf } from '../../content/public-locales.ts'
import { databaseOf } from '../../database/database.ts'
import type { IssueSource } from '../../dissemination/issue-source.ts'
import { type PreviewFault, previewIssue } from '../../dissemination/preview-issue.ts'
import { editionsNow } from '../../dissemination/render-issue.ts'
import type { Locale } from '../../i18n/locales.ts'
import { editionsOf, type ManifestEntry } from '../../ledger/editions.ts'
import { previewEdition } from '../../newsletter/compiled-edition.ts'

/** An item of an edition under the name that an editor knows it by. */
export interface NamedEntry extends ManifestEntry {
  readonly title: string
  readonly titleLocale: Locale
}

/** An edition as one reader gets it. */
export interface ShownEdition {
  readonly locale: Locale
  readonly subject: string
  readonly preheader: string
  readonly html: string
  readonly text: string
  /** Size of the HTML in UTF-8. */
  readonly bytes: number
  readonly contents: readonly NamedEntry[]
}

/** Before it is sent: the editions that there would be. Afterwards: those that there are. */
export async function editionLocalesOf(payload: Payload, issue: IssueSource): Promise<readonly Locale[]> {
  const editions =
    issue.state === 'draft'
      ? await editionsNow(payload, issue)
      : await editionsOf(issue.id, databaseOf(payload))
  return editions.map(({ locale }) => locale)
}

/** What was sent is shown as it was sent, whatever became of its items since. Or why there is nothing to show. */
export async function shownEdition(
  payload: Payload,
  issue: IssueSource,
  locale: Locale,
): Promise<ShownEdition | PreviewFault> {
  const edition =
    issue.state === 'draft' ? await previewIssue(payload, issue, locale) : await kept(payload, issue, locale)
  if (typeof edition === 'string') return edition
  return { ...edition, contents: await named(payload, edition.manifest) }
}

async function kept(payload: Payload, issue: IssueSource, locale: Locale) {
  const editions = await editionsOf(issue.id, databaseOf(payload))
  const edition = editions.find((each) => each.locale === locale)
  if (edition === undefined) return 'no-edition'
  const { subject, preheader, manifest, html } = edition
  return { locale, subject, preheader, manifest, bytes: Buffer.byteLength(html), ...previewEdition(edition) }
}

async function named(payload: Payload, manifest: readonly ManifestEntry[]): Promise<NamedEntry[]> {
  const database = databaseOf(payload)
  const names = new Map<string, { readonly title: string; readonly titleLocale: Locale }>()
  for (const [collection, entries] of Map.groupBy(manifest, (entry) => entry.collection)) {
    const found = await publicNamesOf(
      collection,
      entries.map(({ id }) => id),
      database,
    )
    for (const { id, shownIn } of entries) {
      const inLocales = [...(found.get(id) ?? [])]
      const [locale, name] = inLocales.find(([each]) => each === shownIn) ?? inLocales[0] ?? []
      if (locale !== undefined && name !== undefined)
        names.set(id, { title: name.title, titleLocale: locale })
    }
  }
  return manifest.map((entry) => ({
    ...entry,
    ...(names.get(entry.id) ?? { title: '', titleLocale: entry.shownIn ?? 'en' }),
  }))
}
