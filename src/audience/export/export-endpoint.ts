import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseOf } from '../../database/database.ts'
import { locales } from '../../i18n/locales.ts'
import { loadLookups } from '../imports/lookups.ts'
import { networkLocales } from '../imports/network-locales.ts'
import { noteLook } from '../looks.ts'
import { officerText } from '../officer-text.ts'
import { answer, officersOnly, wrongField } from '../officers-only.ts'
import { refreshUnknown } from '../refresh-people.ts'
import { checkCondition } from '../segments/check-condition.ts'
import { readFacetCodes } from '../segments/facet-codes.ts'
import { segmentSql } from '../segments/segment-sql.ts'
import { streamedFile } from '../streamed-file.ts'
import { countExported, type ExportWish, exportedPeople } from './export-people.ts'
import { exportContentTypes, exportFormats, peopleLines } from './people-lines.ts'

/** A form sends an empty text where nothing was chosen. */
const optional = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), shape.nullable())

const wishSchema = z.object({
  format: z.enum(exportFormats),
  segment: optional(z.uuid()),
  newsletterId: optional(z.uuid()),
  language: optional(z.enum(locales)),
  purpose: officerText,
})

/** People whose facets are derived in one statement. */
const AT_ONCE = 1000

/** Sent by a form of the page, so that the browser writes it to the disk as it comes, or by a script as JSON. */
const exportPeople = officersOnly(async ({ req, userId, t }) => {
  const parsed = wishSchema.safeParse(await bodyOf(req))
  if (!parsed.success) return wrongField(String(parsed.error.issues[0]?.path[0] ?? ''), t)
  const { format, segment: segmentId, newsletterId, language, purpose } = parsed.data
  const now = new Date()
  const segment = segmentId === null ? null : await segmentOf(segmentId, req, now)
  if (segment === undefined)
    return answer(422, { error: 'invalid', field: 'segment', message: t('imports.wrong.segment') })
  const database = databaseOf(req.payload)
  const wish = { segment, newsletterId, locale: language, now }
  const people = await countExported(wish, database)
  const lookups = await loadLookups(await networkLocales(req.payload), database)
  await noteLook({ userId, kind: 'exported', subscriberId: null, people, purpose }, database)
  return streamedFile({
    name: `people-${now.toISOString().slice(0, 10)}.${format}`,
    contentType: exportContentTypes[format],
    text: peopleLines(exportedPeople(wish, lookups, database), format),
  })
})

async function bodyOf(req: PayloadRequest): Promise<unknown> {
  if (req.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded') === true)
    return Object.fromEntries((await req.formData?.()) ?? [])
  await addDataAndFileToRequest(req)
  return req.data ?? {}
}

/** Undefined: there is no such segment, or it cannot be read. */
async function segmentOf(
  id: string,
  { payload }: PayloadRequest,
  now: Date,
): Promise<NonNullable<ExportWish['segment']> | undefined> {
  const found = await payload.findByID({ collection: 'segments', id, depth: 0, disableErrors: true })
  if (found === null) return undefined
  const database = databaseOf(payload)
  const read = await checkCondition(found.condition, database)
  if ('fault' in read) return undefined
  // Else they would be left out for what was not looked up yet.
  while ((await refreshUnknown(AT_ONCE, database)) > 0);
  return segmentSql(read.condition, { codes: await readFacetCodes(read.condition, database), now })
}

/**
 * `POST /api/audience/export {format, segment?, newsletterId?, language?, purpose}`, for data officers: everybody who gets a
 * newsletter, as a file. `format` is csv or jsonl, `segment` an id, `language` the first one. Noted as a look before the
 * first address leaves. `pausedUntil` is told; people brought in from the file are not paused.
 */
export const exportEndpoint: Endpoint = { path: '/audience/export', method: 'post', handler: exportPeople }
