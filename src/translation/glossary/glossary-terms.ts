import type { Payload, PayloadRequest } from 'payload'

import type { Locale } from '../../i18n/locales.ts'

/** What the network has agreed on for one term in one language. */
export interface GlossaryTerm {
  readonly id: string
  readonly term: string
  /** Stays as it is in every language; then there is no translation. */
  readonly doNotTranslate: boolean
  /** Set, `COST` is a term and `cost` is not. */
  readonly caseSensitive: boolean
  /** Null: none was agreed on in this language. */
  readonly translation: string | null
  /** Words that must not be used for it. */
  readonly avoid: readonly string[]
  readonly note: string | null
}

/**
 * The terms of a source language and what was agreed for a target language; those without any agreement are left out.
 * @param req of a hook or an endpoint, so that what it has just written is read.
 */
export async function glossaryFor(
  sourceLocale: Locale,
  targetLocale: Locale,
  payload: Payload,
  req?: PayloadRequest,
): Promise<GlossaryTerm[]> {
  const { docs } = await payload.find({
    collection: 'glossary',
    where: { sourceLocale: { equals: sourceLocale } },
    locale: targetLocale,
    fallbackLocale: false,
    pagination: false,
    depth: 0,
    // Payload writes the locale onto the request that it is given.
    ...(req && { req: { transactionID: req.transactionID } as PayloadRequest }),
  })
  return docs
    .map(({ id, term, doNotTranslate, caseSensitive, translation, avoid, note }) => ({
      id: String(id),
      term: term.trim(),
      doNotTranslate: doNotTranslate === true,
      caseSensitive: caseSensitive === true,
      translation: doNotTranslate === true ? null : textOrNull(translation),
      avoid: doNotTranslate === true ? [] : listOf(avoid),
      note: textOrNull(note),
    }))
    .filter((term) => term.doNotTranslate || term.translation || term.note || term.avoid.length > 0)
}

const textOrNull = (text: string | null | undefined): string | null => text?.trim() || null

/** Separated by commas or semicolons of whatever script. */
const listOf = (text: string | null | undefined): string[] =>
  (text ?? '')
    .split(/[,;،؛]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '')
