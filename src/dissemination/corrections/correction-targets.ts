import type { Payload } from 'payload'

import { publicNames } from '../../content/public-locales.ts'
import { itemUrl } from '../../content/site-url.ts'
import { databaseOf } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { correctedDeliveries, correctedEditions } from '../../ledger/correction-reach.ts'
import type { StoredCorrection } from '../../ledger/item-corrections.ts'
import type { PublicDocument } from '../../reading/contract/document.ts'
import { servedDocuments } from '../../reading/documents/read-documents.ts'
import { editionUrl } from '../render-issue.ts'

/** One place that shows or showed a corrected item, and whether it has been put right there. */
export interface CorrectionTarget {
  /**
   * `site`: its page, the feeds and the interfaces, judged by the document that all of them are made of, as it is served now.
   * `letters`: in people's mailboxes.
   */
  readonly kind: 'site' | 'channel' | 'edition' | 'letters'
  readonly locale: Locale
  /** Of the channel or newsletter. Empty for the site. */
  readonly name: string
  /** `open`: a person has to do something. `impossible`: it stays as it is; somebody is to be told. */
  readonly state: 'done' | 'moving' | 'open' | 'impossible'
  /** Why it is open or impossible. */
  readonly reason: string | null
  /** Where it can be seen. */
  readonly url: string | null
  /** Whom to tell at the other side. Null: nobody is named. */
  readonly contact: string | null
  /** Letters. Null for all else. */
  readonly count: number | null
}

/** Every place that a correction concerns, in a fixed order. What never stood anywhere is not in it. */
export async function correctionTargets(
  payload: Payload,
  correction: StoredCorrection,
  language: Locale,
): Promise<CorrectionTarget[]> {
  const { item, kind, locales } = correction
  const database = databaseOf(payload)
  const names = await publicNames(item, database)
  const served = await servedDocuments(item, database)
  const site = locales.map((locale): CorrectionTarget => {
    const slug = names.get(locale)?.slug
    const stands = slug !== undefined
    const isAsWanted = kind === 'corrected' ? stands : !stands
    const document = served.get(locale)
    const isSeen = kind === 'corrected' ? tells(document, correction) : document === undefined
    return {
      ...blank(locale),
      kind: 'site',
      state: !isAsWanted ? 'open' : isSeen ? 'done' : 'moving',
      reason: isAsWanted ? null : stands ? 'public-again' : 'not-public-any-more',
      url: stands ? itemUrl(item.collection, slug, locale) : null,
    }
  })
  const accounts = await channelAccounts(payload)
  const channels = (await correctedDeliveries(correction, database)).map(
    ({ locale, channelId, service, state, reason, url }): CorrectionTarget => ({
      ...blank(locale),
      kind: 'channel',
      name: accounts.get(channelId)?.name ?? service,
      contact: accounts.get(channelId)?.contact ?? null,
      state,
      reason,
      url,
    }),
  )
  const editions = await correctedEditions(correction, database)
  const newsletters = await newsletterNames(payload, language)
  const ofEdition = editions.flatMap(({ newsletterId, newsletterSlug, number, locale, letters }) => {
    const name = `${newsletters.get(newsletterId) ?? newsletterSlug} ${number}`
    const url = editionUrl({ number, newsletter: { slug: newsletterSlug } }, locale)
    const edition: CorrectionTarget = { ...blank(locale), kind: 'edition', name, state: 'done', url }
    const sent: CorrectionTarget = {
      ...blank(locale),
      kind: 'letters',
      name,
      state: 'impossible',
      reason: 'in-mailboxes',
      count: letters,
    }
    return letters > 0 ? [edition, sent] : [edition]
  })
  return [...site, ...channels, ...ofEdition]
}

/** Whether readers of a document are told of a correction. */
const tells = (document: PublicDocument | undefined, { at }: StoredCorrection): boolean =>
  document?.corrections.some((told) => new Date(told.at).getTime() === at.getTime()) ?? false

const blank = (locale: Locale) => ({ locale, name: '', reason: null, url: null, contact: null, count: null })

async function channelAccounts(payload: Payload) {
  const { docs } = await payload.find({
    collection: 'channels',
    pagination: false,
    depth: 0,
    select: { name: true, partnerContact: true },
  })
  return new Map(
    docs.map(({ id, name, partnerContact }) => [String(id), { name, contact: partnerContact || null }]),
  )
}

async function newsletterNames(payload: Payload, locale: Locale): Promise<ReadonlyMap<string, string>> {
  const { docs } = await payload.find({
    collection: 'newsletters',
    pagination: false,
    depth: 0,
    locale,
    fallbackLocale: 'en',
    select: { name: true },
  })
  return new Map(docs.map(({ id, name }) => [String(id), name ?? '']))
}
