import { isDeepStrictEqual } from 'node:util'

import type { TFunction } from 'i18next'
import { z } from 'zod'

import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { evidenceSchema } from './evidence.ts'
import { formatSchema } from './file-format.ts'
import { type ImportMapping, mappingSchema } from './import-fields.ts'
import { fileHead } from './import-files.ts'
import type { AudienceImport, ImportChanges } from './import-store.ts'
import { proposeMapping } from './receive-import.ts'

/** A field of what was sent, and in words what to do about it. */
export interface WrongField {
  /** As a path: `mapping.columns`. */
  readonly field: string
  readonly message: string
}

const fields = (mapping: ImportMapping) => mapping.columns.filter((field) => field !== null)

const changesSchema = z.object({
  brings: z.enum(['people', 'suppressions']).optional(),
  format: formatSchema.optional(),
  mapping: mappingSchema
    .refine((mapping) => fields(mapping).includes('email'), { path: ['columns'], message: 'no-address' })
    .refine((mapping) => new Set(fields(mapping)).size === fields(mapping).length, { path: ['columns'] })
    .optional(),
  evidence: evidenceSchema.optional(),
})

/** Reads what an officer wants to be different. */
export function readChanges(sent: unknown, t: TFunction): ImportChanges | { readonly wrong: WrongField } {
  const parsed = changesSchema.safeParse(sent)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = (issue?.path ?? []).map(String)
  return { wrong: { field: path.join('.'), message: wrongText(path, issue?.message === 'no-address', t) } }
}

const told = ['columns', 'defaults', 'place', 'text', 'locale', 'reference', 'from', 'until']

function wrongText([part, field = '']: readonly string[], hasNoAddress: boolean, t: TFunction): string {
  if (hasNoAddress) return t('imports.fault.no-address-column')
  if (part === 'format') return t('imports.wrong.format')
  return told.includes(field) ? t(`imports.wrong.${field}`) : t('officer.wrong.other')
}

/** Whether there is what is to hold where a row does not say. */
export async function areDefaultsKnown(
  { defaults: { locale, newsletterIds } }: ImportMapping,
  locales: readonly Locale[],
  database: Database,
): Promise<boolean> {
  if (locale !== null && !locales.includes(locale)) return false
  const { rows } = await database.execute<{ known: number }>(sql`
    select count(*)::int as known from newsletters
    where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(newsletterIds)}::jsonb))
  `)
  return rows[0]?.known === new Set(newsletterIds).size
}

/**
 * Leaves out what is as it was, so that nothing is checked again for it. A file that is read differently has other columns:
 * what they hold is proposed anew, and what was said for rows that do not say stays.
 * @throws {FileFault} when the file is gone.
 */
export async function realChanges(list: AudienceImport, changes: ImportChanges): Promise<ImportChanges> {
  const isNew = (name: keyof ImportChanges): boolean =>
    changes[name] !== undefined && !isDeepStrictEqual(changes[name], list[name])
  const { brings, format, mapping, evidence } = changes
  return {
    ...(isNew('brings') && { brings }),
    ...(isNew('format') && { format }),
    ...(isNew('mapping') && { mapping }),
    ...(isNew('evidence') && { evidence }),
    ...(isNew('format') &&
      format !== undefined &&
      mapping === undefined &&
      (await proposedFor(list, format))),
  }
}

async function proposedFor(
  { id, mapping }: AudienceImport,
  format: NonNullable<ImportChanges['format']>,
): Promise<Pick<ImportChanges, 'mapping'>> {
  const proposed = proposeMapping(await fileHead(id, format.encoding), format)
  return { mapping: mapping === null ? proposed : { ...proposed, defaults: mapping.defaults } }
}
