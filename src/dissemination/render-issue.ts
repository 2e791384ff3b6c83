import type { Payload } from 'payload'

import { firstSentences } from '../content/first-sentences.ts'
import { publicNamesOf } from '../content/public-locales.ts'
import type { PublishedItem } from '../content/published-item.ts'
import { readPublishedItems } from '../content/read-published.ts'
import { itemPath, siteUrl } from '../content/site-url.ts'
import { databaseOf } from '../database/database.ts'
import { type Locale, sourceLocale } from '../i18n/locales.ts'
import { translator } from '../i18n/translator.ts'
import type { ManifestEntry } from '../ledger/editions.ts'
import {
  type EditionItem,
  type EditionProps,
  type RenderedEdition,
  renderEdition,
} from '../newsletter/render-edition.ts'
import { type ComposedEdition, composeEditions, type PickedItem } from './compose-editions.ts'
import type { IssueSource } from './issue-source.ts'

/** Longest preheader that mail programs show, in characters. */
const MAX_PREHEADER = 140

/** The editions that the issue would have if it were frozen now. */
export async function editionsNow(payload: Payload, issue: IssueSource): Promise<ComposedEdition[]> {
  const { locales, itemFallback } = issue.newsletter
  return composeEditions(await pickedItems(payload, issue), locales, itemFallback)
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
  const { newsletter, networkName } = issue
  const items = await editionItems(payload, manifest)
  const [lead] = items
  const props: EditionProps = {
    locale,
    test,
    newsletter: {
      name: newsletter.name[locale] ?? '',
      postalAddress: newsletter.postalAddress,
      subscribeUrl: siteUrl(`/${locale}/subscribe`),
    },
    network: {
      name: networkName[locale] ?? networkName[sourceLocale] ?? '',
      url: siteUrl(`/${locale}`),
      privacyUrl: siteUrl(`/${locale}/pages/privacy`),
      logoUrl: siteUrl('/brand/logo.png'),
    },
    issue: {
      number: issue.number,
      date: issue.date,
      subject: issue.subject[locale] || proposedSubject(locale, newsletter.name[locale] ?? '', lead?.item),
      preheader: issue.preheader[locale] || proposedPreheader(locale, lead?.item),
      intro: issue.intro[locale] ?? '',
      coverUrl:
        lead === undefined || lead.item.image !== null ? null : siteUrl(`/covers/${lead.item.id}.png`),
    },
    webUrl: editionUrl(issue, locale),
    emblemUrl: siteUrl('/brand/eu-emblem.png'),
    editionLocales,
    items,
    acknowledgements: newsletter.acknowledgementsIn(locale),
  }
  const shown = new Set(items.map(({ item }) => item.id))
  return {
    rendered: await renderEdition(props),
    manifest: manifest.map((entry) =>
      entry.shownIn === null || shown.has(entry.id)
        ? entry
        : { ...entry, shownIn: null, reason: 'not-public' },
    ),
  }
}

/** Where an edition can be read in a browser. */
export const editionUrl = ({ newsletter, number }: IssueSource, locale: Locale): string =>
  siteUrl(`${itemPath('newsletters', newsletter.slug, locale)}/${number}`)

async function editionItems(payload: Payload, manifest: readonly ManifestEntry[]): Promise<EditionItem[]> {
  const items: EditionItem[] = []
  for (const { collection, id, shownIn, reason } of manifest) {
    if (shownIn === null) continue
    const [item] = await readPublishedItems(payload, [{ collection, id }], shownIn)
    if (item !== undefined) items.push({ item, shownLocale: shownIn, fallbackReason: reason })
  }
  return items
}

const proposedSubject = (locale: Locale, newsletter: string, lead: PublishedItem | undefined): string =>
  lead?.locale === locale
    ? translator(locale, 'email')('issue.subject', { newsletter, title: lead.title })
    : newsletter

const proposedPreheader = (locale: Locale, lead: PublishedItem | undefined): string =>
  lead?.locale === locale ? firstSentences(lead.summary, MAX_PREHEADER, locale) : ''
