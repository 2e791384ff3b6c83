import { addDataAndFileToRequest, type Endpoint, type PayloadRequest, ValidationError } from 'payload'

import { mayPublish, readsEveryDraft } from '../../access/roles.ts'
import { type ItemReference, isContentCollection } from '../../content/published-item.ts'
import { databaseOf } from '../../database/database.ts'
import { isLocale, type Locale, sourceLocale } from '../../i18n/locales.ts'
import { correctionsOfItem } from '../../ledger/item-corrections.ts'
import { type CorrectionOrder, correctItem } from './correct-item.ts'
import { correctionTargets } from './correction-targets.ts'

const answer = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

type Work = (item: ItemReference, req: PayloadRequest) => Promise<Response>

const forThose =
  (may: typeof mayPublish, work: Work): Endpoint['handler'] =>
  async (req) => {
    if (!may(req.user)) return answer(req.user === null ? 401 : 403, { error: 'not-allowed' })
    const { collection, id } = req.routeParams ?? {}
    if (!isContentCollection(collection) || !/^[0-9a-f-]{36}$/.test(String(id)))
      return answer(404, { error: 'no-such-item' })
    return work({ collection, id: String(id) }, req)
  }

const list: Work = async (item, { payload, query }) => {
  const language = isLocale(query.locale) ? query.locale : sourceLocale
  const corrections = await correctionsOfItem(item, databaseOf(payload))
  return answer(200, {
    corrections: await Promise.all(
      corrections.map(async (correction) => ({
        ...correction,
        targets: await correctionTargets(payload, correction, language),
      })),
    ),
  })
}

/** `{kind, locales, reasons: {fr: "…"}, publishesDraft}`. */
const correct: Work = async (item, req) => {
  await addDataAndFileToRequest(req)
  const order = readOrder(item, req.data ?? {})
  if (typeof order === 'string') return answer(400, { error: 'invalid', field: order })
  try {
    const outcome = await correctItem(req.payload, order, req)
    return 'error' in outcome ? answer(422, outcome) : answer(201, outcome)
  } catch (error) {
    // What the draft lacks, in the shape of Payload's own errors.
    if (error instanceof ValidationError)
      return answer(422, { error: 'draft-incomplete', field: 'publishesDraft', errors: error.data.errors })
    throw error
  }
}

/** Answers the field that cannot be read. */
function readOrder(
  item: ItemReference,
  { kind, locales, reasons, publishesDraft }: Readonly<Record<string, unknown>>,
): CorrectionOrder | 'kind' | 'locales' | 'reasons' {
  if (kind !== 'corrected' && kind !== 'withdrawn') return 'kind'
  if (!Array.isArray(locales) || locales.length === 0 || !locales.every(isLocale)) return 'locales'
  if (typeof reasons !== 'object' || reasons === null) return 'reasons'
  const told = Object.entries(reasons).filter(
    (entry): entry is [Locale, string] => isLocale(entry[0]) && typeof entry[1] === 'string',
  )
  return {
    item,
    kind,
    locales: [...new Set<Locale>(locales)],
    reasons: Object.fromEntries(told),
    publishesDraft: publishesDraft === true,
  }
}

const path = '/dissemination/:collection/:id/corrections'

/** One correction, everywhere: what was said about an item, and how far it has come at each place that shows it. */
export const itemCorrectionEndpoints: Endpoint[] = [
  { path, method: 'get', handler: forThose(readsEveryDraft, list) },
  { path, method: 'post', handler: forThose(mayPublish, correct) },
]
