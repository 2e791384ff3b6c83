import { getTranslation } from '@payloadcms/translations'
import {
  type CollectionBeforeValidateHook,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type StaticLabel,
  ValidationError,
  type ValidationFieldError,
} from 'payload'

import { adminText, languageName } from '../../i18n/admin-text.ts'
import type { Locale } from '../../i18n/locales.ts'
import { acknowledgementFaults } from './acknowledgement-faults.ts'
import { benchmarkFaults } from './benchmark-faults.ts'
import { coverFaults } from './cover-faults.ts'
import { enabledLocales } from './enabled-locales.ts'
import { inLocale } from './in-locale.ts'
import { localesToPublish, writtenInEveryLocale } from './locales-to-publish.ts'
import { missingFields } from './missing-fields.ts'
import { lacksResults } from './results-fault.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * Lets nothing become public that is not whole: every required field in each language that is published, a language
 * that the network speaks, the words that a grant asks for. Payload itself checks one language only, also when it
 * publishes all.
 */
export const completeToPublish: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const locales = await localesToPublish(collection, data ?? {}, originalDoc?.id, req)
  if (locales.length === 0) return data
  const rows = await rowsToPublish({ collection, data: data ?? {}, id: originalDoc?.id, locales, req })
  const faults = [
    ...(await disabledFaults(locales, req)),
    ...locales.flatMap((locale) => missingFaults(collection, rows.get(locale) ?? {}, locale, req)),
    ...(await coverFaults(data ?? {}, locales, req)),
    ...(await acknowledgementFaults(data ?? {}, locales, req)),
    ...(await benchmarkFaults(data ?? {}, req)),
  ]
  if (faults.length > 0)
    throw new ValidationError({ collection: collection.slug, errors: faults, req }, req.t)
  return data
}

interface Publishing {
  readonly collection: SanitizedCollectionConfig
  readonly data: Row
  readonly id: string | undefined
  readonly locales: readonly Locale[]
  readonly req: PayloadRequest
}

/** What will stand in each language: what is being saved for the language of the request, the latest draft for others. */
async function rowsToPublish({
  collection,
  data,
  id,
  locales,
  req,
}: Publishing): Promise<ReadonlyMap<Locale, Row>> {
  const others = locales.filter((locale) => locale !== req.locale)
  const stored =
    others.length === 0 || id === undefined ? {} : await writtenInEveryLocale(collection, id, req)
  return new Map(
    locales.map((locale) => [
      locale,
      locale === req.locale ? data : inLocale(stored, collection.flattenedFields, locale),
    ]),
  )
}

async function disabledFaults(
  locales: readonly Locale[],
  req: PayloadRequest,
): Promise<ValidationFieldError[]> {
  const enabled = await enabledLocales(req)
  return locales
    .filter((locale) => !enabled.includes(locale))
    .map((locale) => ({
      path: '_status',
      label: languageName(req, locale),
      message: adminText(req, 'publishing.notEnabled', { language: languageName(req, locale) }),
    }))
}

function missingFaults(
  collection: SanitizedCollectionConfig,
  row: Row,
  locale: Locale,
  req: PayloadRequest,
): ValidationFieldError[] {
  const language = languageName(req, locale)
  const missing = missingFields(collection.flattenedFields, row)
  const results = collection.flattenedFields.find(({ name }) => name === 'results')
  const claimed = results !== undefined && lacksResults(row) ? [{ path: 'results', field: results }] : []
  return [...missing, ...claimed].map(({ path, field }) => {
    const name = labelOf(field, req)
    return {
      path,
      label: adminText(req, 'publishing.fieldInLanguage', { field: name, language }),
      message: adminText(req, 'publishing.missing', { field: name, language }),
    }
  })
}

function labelOf(
  { name, label }: { readonly name: string; readonly label?: unknown },
  req: PayloadRequest,
): string {
  return getTranslation((label ?? name) as StaticLabel, req.i18n)
}
