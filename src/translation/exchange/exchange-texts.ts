import type { TFunction } from 'i18next'

import type { ExportFault } from './export-items.ts'
import type { UnitReport } from './import-report.ts'
import type { DocumentFault } from './read-document.ts'
import type { RequestFault } from './request-bytes.ts'

/** What is wrong with a document as a whole, and what helps. @param t of the namespace `translation`. */
export const documentText = (t: TFunction, { reason, line, column, detail }: DocumentFault): string =>
  t(`exchange.document.${reason}`, { line, column, detail })

export const requestText = (t: TFunction, fault: RequestFault): string => t(`exchange.request.${fault}`)

export const exportText = (t: TFunction, { fault, item }: ExportFault): string =>
  t(`exchange.export.${fault}`, { item })

/** What came of one unit: what is wrong and what helps, or what is worth knowing. Empty: nothing. */
export function unitText(t: TFunction, { problem, notes, unit, locale, values }: UnitReport): string {
  const kind = unit === null ? 'file' : 'unit'
  if (problem !== null) return t(`exchange.${kind}.${problem}`, { locale, ...values })
  return notes.map((note) => t(`exchange.note.${note}`)).join(' ')
}
