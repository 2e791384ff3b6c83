import {
  APIError,
  type CollectionSlug,
  commitTransaction,
  createLocalReq,
  Forbidden,
  initTransaction,
  killTransaction,
  NotFound,
  type Payload,
  type PayloadRequest,
} from 'payload'

import { mayPublish } from '../../access/roles.ts'
import { transactionOf } from '../../database/database.ts'
import { translationText } from '../../i18n/admin-text.ts'
import { locales as everyLocale, isLocale, type Locale, sourceLocale } from '../../i18n/locales.ts'
import type { TranslatableCollection } from '../translatable.ts'
import { enabledLocales } from './enabled-locales.ts'
import { orderedLocales } from './locales-to-publish.ts'
import { waitForTurn } from './one-writer.ts'
import { publicLocalesOf, withdrawLocales } from './withdraw-locales.ts'

export type PublicationAction = 'publish' | 'unpublish'

export interface PublicationOrder {
  readonly collection: TranslatableCollection
  /** UUIDv7. */
  readonly id: string
  readonly action: PublicationAction
  /** `all`: to publish those that the item is written in and the network speaks; to take back those that are public. */
  readonly locales: readonly Locale[] | 'all'
}

export interface PublicationOutcome {
  /** The languages that were published, or in which the item was public and is not any more. */
  readonly changed: readonly Locale[]
  /** Where readers see it now. */
  readonly publicLocales: readonly Locale[]
}

/**
 * Publishes an item, or takes it back, in one, several or all languages: in all of them or, when one of them cannot, in
 * none. Other languages stay as they are. For those who decide what becomes public.
 * @param asking whoever asks; joins the transaction it is in, if any.
 * @throws {Forbidden} they may not publish.
 * @throws {NotFound} there is no such item.
 * @throws {ValidationError} something is missing; names each field with its language.
 */
export async function publishLocales(
  payload: Payload,
  order: PublicationOrder,
  asking: Partial<PayloadRequest>,
): Promise<PublicationOutcome> {
  const { user, i18n, headers, transactionID } = asking
  // A request of its own: Payload writes the language of each call onto the request it is given.
  const own: Partial<PayloadRequest> = {
    user: user ?? null,
    context: {},
    payloadAPI: 'local',
    ...(i18n !== undefined && { i18n }),
    ...(headers !== undefined && { headers }),
    ...(transactionID !== undefined && { transactionID }),
  }
  const req = await createLocalReq({ req: own, locale: sourceLocale }, payload)
  if (!mayPublish(req.user)) throw new Forbidden(req.t)
  const isOurs = await initTransaction(req)
  try {
    await waitForTurn(order.collection, order.id, req)
    const changed = await carryOut(order, req)
    const publicLocales = await publicLocalesOf(order, await transactionOf(req))
    if (isOurs) await commitTransaction(req)
    return { changed, publicLocales }
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

async function carryOut(order: PublicationOrder, req: PayloadRequest): Promise<readonly Locale[]> {
  const draft = await latestDraft(order, req)
  if (draft === null) throw new NotFound(req.t)
  return order.action === 'publish' ? publish(order, draft, req) : takeBack(order, req)
}

interface Draft {
  readonly sourceLocale: Locale
  /** In which it has a title. */
  readonly written: readonly Locale[]
}

async function publish(
  order: PublicationOrder,
  draft: Draft,
  req: PayloadRequest,
): Promise<readonly Locale[]> {
  const locales = order.locales === 'all' ? await writtenAndSpoken(draft, req) : inOrder(order.locales)
  const [first] = locales
  if (first === undefined) throw new APIError(translationText(req, 'publication.error.nothingWritten'), 400)
  const locale = locales.includes(draft.sourceLocale) ? draft.sourceLocale : first
  await req.payload.update({
    collection: order.collection as 'news',
    id: order.id,
    locale,
    draft: false,
    publishAllLocales: true,
    data: { _status: 'published' },
    depth: 0,
    overrideAccess: false,
    context: orderedLocales(locales),
    req,
  })
  return locales
}

/** A save tells everyone: the outbox, and who keeps an eye on the translations. */
async function takeBack(order: PublicationOrder, req: PayloadRequest): Promise<readonly Locale[]> {
  const locales = await withdrawLocales(order, order.locales === 'all' ? everyLocale : order.locales, req)
  const [locale] = locales
  if (locale === undefined) return []
  await req.payload.update({
    collection: order.collection as 'news',
    id: order.id,
    locale,
    draft: true,
    data: { _status: 'draft' },
    depth: 0,
    overrideAccess: false,
    req,
  })
  return inOrder(locales)
}

async function writtenAndSpoken({ written }: Draft, req: PayloadRequest): Promise<readonly Locale[]> {
  const enabled = await enabledLocales(req)
  return written.filter((locale) => enabled.includes(locale))
}

async function latestDraft(order: PublicationOrder, req: PayloadRequest): Promise<Draft | null> {
  const { docs } = await req.payload.db.queryDrafts<Record<string, unknown>>({
    collection: order.collection as CollectionSlug,
    where: { parent: { equals: order.id } },
    limit: 1,
    pagination: false,
    locale: 'all',
    req,
  })
  const [row] = docs
  if (row === undefined) return null
  const titles = (row.title ?? {}) as Partial<Record<Locale, unknown>>
  return {
    sourceLocale: isLocale(row.sourceLocale) ? row.sourceLocale : sourceLocale,
    written: everyLocale.filter((locale) => typeof titles[locale] === 'string' && titles[locale] !== ''),
  }
}

const inOrder = (locales: readonly Locale[]): readonly Locale[] =>
  everyLocale.filter((locale) => locales.includes(locale))
