import type { TFunction } from 'i18next'
import type { Endpoint, PayloadRequest } from 'payload'

import { hasRole, mayPublish } from '../../access/roles.ts'
import { enabledLocales } from '../../content/publishing/enabled-locales.ts'
import { databaseOf } from '../../database/database.ts'
import { adminLocaleOf } from '../../i18n/admin-languages.ts'
import { translator } from '../../i18n/translator.ts'
import { answer, forStaff } from '../answers.ts'
import { documentText, exportText, requestText, unitText } from './exchange-texts.ts'
import { type ExportFault, exportWish, filesToExport } from './export-items.ts'
import { attachment, exportName } from './export-name.ts'
import { fieldLabels } from './field-labels.ts'
import { importExchange, rehearseImport } from './import-exchange.ts'
import { importTerms } from './import-query.ts'
import { type Outcome, outcomes, type UnitReport } from './import-report.ts'
import { readXliff } from './read-xliff.ts'
import { requestBytes } from './request-bytes.ts'
import { Overtaken } from './write-targets.ts'
import { writeXliff } from './write-xliff.ts'

const textsFor = ({ i18n }: PayloadRequest): TFunction =>
  translator(adminLocaleOf(i18n.language), 'translation')

/** For those who write translations; which locales is decided with each file. */
const forTranslation = (work: Endpoint['handler']): Endpoint['handler'] =>
  forStaff((req) =>
    mayPublish(req.user) || hasRole(req.user, 'translator')
      ? work(req)
      : answer(403, {
          error: 'translators-only',
          message: textsFor(req)('exchange.request.translators-only'),
        }),
  )

/** Media types of XLIFF 2 (registered) and 1.2 (as its section 3.2 says). */
const mediaTypes = { '2.1': 'application/xliff+xml', '1.2': 'application/x-xliff+xml' } as const

const exportItems = forTranslation(async (req) => {
  const { payload, user, searchParams } = req
  const refuse = (fault: ExportFault): Response =>
    answer(fault.fault === 'not-your-locale' ? 403 : 422, {
      error: fault.fault,
      field: fault.field,
      message: exportText(textsFor(req), fault),
    })
  const wish = exportWish(searchParams, user, await enabledLocales(req))
  if ('fault' in wish) return refuse(wish)
  const files = await filesToExport(wish, fieldLabels(payload, req.i18n), databaseOf(payload))
  if ('fault' in files) return refuse(files)
  return new Response(writeXliff(files, wish.version), {
    headers: {
      'Content-Type': `${mediaTypes[wish.version]}; charset=utf-8`,
      'Content-Disposition': attachment(exportName(files)),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
})

const importDocument = forTranslation(async (req) => {
  const t = textsFor(req)
  const { payload, user, searchParams } = req
  const terms = importTerms(searchParams, user, await enabledLocales(req))
  if (terms === null) return answer(400, { error: 'parameter', message: t('exchange.request.parameter') })
  const bytes = await requestBytes(req)
  if (typeof bytes === 'string') return answer(422, { error: bytes, message: requestText(t, bytes) })
  const document = readXliff(bytes)
  if ('reason' in document)
    return answer(422, { error: document.reason, line: document.line, message: documentText(t, document) })

  const isRehearsal = searchParams.get('dryRun') === '1'
  const work = {
    terms,
    labels: fieldLabels(payload, req.i18n),
    authorId: String(user?.id),
  }
  try {
    const units = isRehearsal
      ? await rehearseImport(document, work, payload)
      : await importExchange(document, work, payload)
    return reportOf(units, isRehearsal, t)
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error
    return answer(409, { error: 'overtaken', message: t('exchange.request.overtaken') })
  }
})

/** A document that is wrong everywhere need not be told everything at once. */
const MAX_TOLD_PROBLEMS = 200

/** What came of each unit, problems first; a rehearsal answers 200 whatever it found. */
function reportOf(units: readonly UnitReport[], isRehearsal: boolean, t: TFunction): Response {
  const counts = Object.fromEntries(
    outcomes.map((outcome) => [outcome, units.filter((unit) => unit.outcome === outcome).length]),
  ) as Record<Outcome, number>
  const isRefused = counts.problem > 0 || counts.conflict > 0
  const problems = units.filter(({ outcome }) => outcome === 'problem').slice(0, MAX_TOLD_PROBLEMS)
  const told = [...problems, ...units.filter(({ outcome }) => outcome !== 'problem')]
  return answer(isRehearsal || !isRefused ? 200 : statusOf(counts), {
    isRehearsal,
    written: isRehearsal || isRefused ? 0 : counts.imported,
    counts,
    units: told.map((unit) => ({ ...unit, message: unitText(t, unit) })),
  })
}

const statusOf = ({ problem }: Readonly<Record<Outcome, number>>): number => (problem > 0 ? 422 : 409)

/**
 * Translations out and in as XLIFF. `POST` takes the file as its body or as part `file` of a form, with
 * `dryRun=1`, `conflicts=keep|overwrite`, `oldSource=refuse`, and, to be sure of what is in it, `into=<locale>` and
 * `items=<collection>/<id>,…`.
 */
export const exchangeEndpoints: Endpoint[] = [
  { path: '/translation/export', method: 'get', handler: exportItems },
  { path: '/translation/import', method: 'post', handler: importDocument },
]
