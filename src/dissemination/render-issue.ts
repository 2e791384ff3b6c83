import type { Payload } from 'payload'

import { publicNamesOf } from '../content/public-locales.ts'
import { readPublishedItems } from '../content/read-published.ts'
import { itemPath, siteUrl } from '../content/site-url.ts'
import { databaseOf } from '../database/database.ts'
import { type Locale, sourceLocale } from '../i18n/locales.ts'
import type { LeftText, ManifestEntry } from '../ledger/editions.ts'
import {
  type EditionItem,
  type EditionProps,
  type RenderedEdition,
  renderEdition,
} from '../newsletter/render-edition.ts'
import { editionContents } from './compose/edition-parts.ts'
import { invitationTo } from './compose/invitation.ts'
import { lacksEvent } from './compose/lacks-event.ts'
import { proposedTexts } from './compose/proposed-texts.ts'
import { type ComposedEdition, composeEditions, type PickedItem } from './compose-editions.ts'
import type { IssueSource } from './issue-source.ts'
import { newsletterNames } from './newsletter-names.ts'

/** The editions that the issue would have if it were frozen now. */
export async function editionsNow(payload: Payload, issue: IssueSource): Promise<ComposedEdition[]> {
  if (lacksEvent(issue)) return []
  const { locales, itemFallback } = issue.newsletter
  return composeEditions(await pickedItems(payload, issue), locales, itemFallback, issue.design)
}

async function pickedItems(payload: Payload, { items }: IssueSource): Promise<PickedItem[]> {
  const database = databaseOf(payload)
  const known = new Map<string, readonly Locale[]>()
  for (const collection of new Set(items.map((item) => item.collection))) {
    const ids = items.filter((item) => item.collection === collection).map(({ id }) => id)
    for (const [id, names] of await publicNamesOf(collection, ids, database)) known.set(id, [...names.keys()])
  }
  const picked: PickedItem[] = []
  for (const item of items) {
    const publicLocales = known.get(item.id) ?? []
    const [first] = publicLocales
    const shown = first === undefined ? [] : await readPublishedItems(payload, [item], first)
    picked.push({ item, publicLocales, sourceLocale: shown[0]?.sourceLocale ?? sourceLocale })
  }
  return picked
}

export interface IssueEdition {
  readonly rendered: RenderedEdition
  /** What it really holds: an item that was withdrawn while it was rendered is not in it. */
  readonly manifest: readonly ManifestEntry[]
  readonly leftTexts: readonly LeftText[]
}

/**
 * Renders one of the issue's editions.
 * @throws {EditionError} when it must not be sent.
 */
export async function renderIssue(
  payload: Payload,
  issue: IssueSource,
  { locale, manifest }: ComposedEdition,
  { editionLocales, test }: { readonly editionLocales: readonly Locale[]; readonly test: boolean },
): Promise<IssueEdition> {
  const items = await editionItems(payload, manifest)
  const { leftTexts, ...written } = editionContents(issue, locale, items)
  const frame = frameOf(issue, locale, await namesOfOthers(payload, issue, locale))
  const lead = items[0]?.item
  const { design } = issue
  const invited =
    design === 'invitation' && lead !== undefined
      ? await invitationTo(payload, lead, { network: frame.network.name, now: issue.date })
      : null
  const proposed = proposedTexts({ locale, design, newsletter: frame.newsletter.name, lead })
  const rendered = await renderEdition({
    ...frame,
    locale,
    design,
    test,
    issue: {
      number: issue.number,
      date: issue.date,
      subject: issue.subject[locale] || proposed.subject,
      preheader: issue.preheader[locale] || proposed.preheader,
      intro: written.intro,
      coverUrl: lead === undefined || lead.image !== null ? null : siteUrl(`/covers/${lead.id}.png`),
    },
    editionLocales,
    contents: written.contents,
    invitation: invited?.invitation ?? null,
    attachments: invited?.attachments ?? [],
  })
  const shown = new Set(items.map(({ item }) => item.id))
  return {
    rendered,
    leftTexts,
    manifest: manifest.map((entry) =>
      entry.shownIn === null || shown.has(entry.id)
        ? entry
        : { ...entry, shownIn: null, reason: 'not-public' },
    ),
  }
}

/** In their order; each once, as people know it. */
async function namesOfOthers(payload: Payload, issue: IssueSource, locale: Locale): Promise<string[]> {
  if (issue.alsoTo.length === 0) return []
  const names = await newsletterNames(issue, locale, databaseOf(payload))
  const others = new Set(issue.alsoTo.filter((id) => id !== issue.newsletter.id))
  return [...others].flatMap((id) => names.get(id) ?? [])
}

/** What stands around the contents of every edition in the locale. */
const frameOf = (
  issue: IssueSource,
  locale: Locale,
  alsoTo: readonly string[],
): Pick<EditionProps, 'newsletter' | 'network' | 'webUrl' | 'emblemUrl' | 'acknowledgements'> => ({
  newsletter: {
    name: issue.newsletter.name[locale] ?? '',
    alsoTo,
    postalAddress: issue.newsletter.postalAddress,
    subscribeUrl: siteUrl(`/${locale}/subscribe`),
  },
  network: {
    name: issue.networkName[locale] ?? issue.networkName[sourceLocale] ?? '',
    url: siteUrl(`/${locale}`),
    privacyUrl: siteUrl(`/${locale}/pages/privacy`),
    logoUrl: siteUrl('/brand/logo.png'),
  },
  webUrl: editionUrl(issue, locale),
  emblemUrl: siteUrl('/brand/eu-emblem.png'),
  acknowledgements: issue.newsletter.acknowledgementsIn(locale),
})

/** Where an edition can be read in a browser. */
export const editionUrl = (
  { newsletter, number }: { readonly newsletter: { readonly slug: string }; readonly number: number },
  locale: Locale,
): string => siteUrl(`${itemPath('newsletters', newsletter.slug, locale)}/${number}`)

async function editionItems(payload: Payload, manifest: readonly ManifestEntry[]): Promise<EditionItem[]> {
  const items: EditionItem[] = []
  for (const { collection, id, shownIn, reason } of manifest) {
    if (shownIn === null) continue
    const [item] = await readPublishedItems(payload, [{ collection, id }], shownIn)
    if (item !== undefined) items.push({ item, shownLocale: shownIn, fallbackReason: reason })
  }
  return items
}
