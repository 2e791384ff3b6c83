import type { ExchangeFile, XliffVersion } from './exchange-file.ts'
import { writeXliff1 } from './write-xliff-1.ts'
import { writeXliff2 } from './write-xliff-2.ts'

/**
 * One document that holds these items. 2.1 knows one source locale per document, so its files must share it.
 * Characters that XML cannot hold go out as U+FFFD.
 */
export const writeXliff = (files: readonly ExchangeFile[], version: XliffVersion): string =>
  version === '2.1' ? writeXliff2(files) : writeXliff1(files)
