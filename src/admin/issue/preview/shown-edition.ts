import type { Payload } from 'payload'

import { publicNamesOf } from '../../../content/public-locales.ts'
import { databaseOf } from '../../../database/database.ts'
import {
  type InspectedEdition,
  inspectEdition,
  type RefusedEdition,
} from '../../../dissemination/inspect-edition.ts'
import type { IssueSource } from '../../../dissemination/issue-source.ts'
import { editionsNow } from '../../../dissemination/render-issue.ts'
import type { Locale } from '../../../i18n/locales.ts'
import { editionsOf, type ManifestEntry } from '../../../ledger/editions.ts'
import { inOrder } from '../in-order.ts'
import { heldLocales } from './held-locales.ts'
import { isOpen } from './is-open.ts'

/** An item of an edition under the name that an editor knows it by. */
export interface NamedEntry extends ManifestEntry {
  readonly title: string
  readonly titleLocale: Locale
}

/** An edition as one reader gets it, its items named. */
export interface ShownEdition extends InspectedEdition {
  readonly contents: readonly NamedEntry[]
}

/** Before it is sent: the editions that there would be. Afterwards: those that there are, and would be of what is on hold. */
export async function editionLocalesOf(payload: Payload, issue: IssueSource): Promise<readonly Locale[]> {
  if (isOpen(issue)) return (await editionsNow(payload, issue)).map(({ locale }) => locale)
  const kept = await editionsOf(issue.id, databaseOf(payload))
  const held = await heldLocales(issue, payload)
  const made = held.length === 0 ? [] : await editionsNow(payload, issue)
  return [...kept, ...made.filter(({ locale }) => held.includes(locale))]
    .toSorted(inOrder(issue.newsletter.locales))
    .map(({ locale }) => locale)
}

/** Why there is nothing to show. */
interface NotShown extends RefusedEdition {
  readonly why: 'no-edition' | 'edition-refused'
}

/** As it was sent, or as it would be sent now. Or why there is nothing to show. */
export async function shownEdition(
  payload: Payload,
  issue: IssueSource,
  locale: Locale,
): Promise<ShownEdition | NotShown> {
  const edition = await inspectEdition(payload, issue, locale)
  if (edition === 'no-edition') return { why: edition, refusedFor: [] }
  if ('refusedFor' in edition) return { why: 'edition-refused', ...edition }
  return { ...edition, contents: await named(payload, edition.manifest) }
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
