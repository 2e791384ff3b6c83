import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

import { publicNames } from '../../content/public-locales.ts'
import type { ItemReference } from '../../content/published-item.ts'
import { waitForTurn } from '../../content/publishing/one-writer.ts'
import { publishLocales } from '../../content/publishing/publish-locales.ts'
import { databaseOf, transactionOf } from '../../database/database.ts'
import { type Locale, sourceLocale } from '../../i18n/locales.ts'
import { type CorrectionKind, enterCorrection } from '../../ledger/item-corrections.ts'
import { tellAgain } from '../../outbox/tell-again.ts'
import { noteInEditions } from './note-in-editions.ts'

export interface CorrectionOrder {
  readonly item: ItemReference
  readonly kind: CorrectionKind
  readonly locales: readonly Locale[]
  /** In each of the locales, what readers are told. */
  readonly reasons: Readonly<Partial<Record<Locale, string>>>
  /** Whether what was written since is published with it. Only for `corrected`. */
  readonly publishesDraft: boolean
}

/** Longer is no reason but a text. Characters. */
export const MAX_REASON = 500

export type CorrectionFault =
  | { readonly error: 'not-public'; readonly field: 'locales'; readonly locale: Locale }
  | { readonly error: 'no-reason' | 'too-long'; readonly field: 'reasons'; readonly locale: Locale }

/**
 * Corrects or withdraws an item in some of its languages, once: pages, feeds, interfaces, channels, partners' programs and
 * the web editions of newsletters follow, each with the reason in its language. All of it or nothing.
 * @param asking whoever asks; must be allowed to publish.
 * @throws {ValidationError} the draft cannot be published.
 */
export async function correctItem(
  payload: Payload,
  { item, kind, locales, reasons, publishesDraft }: CorrectionOrder,
  asking: Partial<PayloadRequest>,
): Promise<{ readonly correctionId: string } | CorrectionFault> {
  const names = await publicNames(item, databaseOf(payload))
  for (const locale of locales) {
    const reason = reasons[locale]?.trim() ?? ''
    if (!names.has(locale)) return { error: 'not-public', field: 'locales', locale }
    if (reason === '') return { error: 'no-reason', field: 'reasons', locale }
    if ([...reason].length > MAX_REASON) return { error: 'too-long', field: 'reasons', locale }
  }
  const { user, i18n, headers } = asking
  const req = await createLocalReq(
    {
      req: { user: user ?? null, context: {}, ...(i18n && { i18n }), ...(headers && { headers }) },
      locale: sourceLocale,
    },
    payload,
  )
  await initTransaction(req)
  try {
    await waitForTurn(item.collection, item.id, req)
    const transaction = await transactionOf(req)
    const told = Object.fromEntries(locales.map((locale) => [locale, (reasons[locale] ?? '').trim()]))
    const titles = Object.fromEntries(locales.map((locale) => [locale, names.get(locale)?.title ?? '']))
    const correction = {
      item,
      kind,
      locales,
      titles,
      reasons: told,
      by: user === null ? null : String(user?.id),
    }
    const correctionId = await enterCorrection(correction, transaction)
    if (kind === 'withdrawn') await publishLocales(payload, { ...item, action: 'unpublish', locales }, req)
    else if (publishesDraft) await publishLocales(payload, { ...item, action: 'publish', locales }, req)
    if (kind === 'corrected') await tellAgain(item, locales, { correctionId }, req)
    await noteInEditions(correction, transaction)
    await commitTransaction(req)
    return { correctionId }
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
