import type { TFunction } from 'i18next'

import type { Database } from '../../database/database.ts'
import { BYTE_ORDER_MARK, csvLine } from '../csv-cells.ts'
import { foundRows } from './import-rows.ts'

/** What came of each row, as a table without addresses: to be laid beside the file. */
export async function* reportLines(
  importId: string,
  t: TFunction,
  database: Database,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(['line', 'outcome', 'reason', t('imports.reason')])
  for await (const rows of foundRows(importId, database))
    yield rows
      .map(({ line, outcome, reason }) =>
        csvLine([String(line), outcome, reason ?? '', reason === null ? '' : t(`imports.reason.${reason}`)]),
      )
      .join('')
}
