import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { CsvError, type Options, parse } from 'csv-parse'

import { cellText } from '../csv-cells.ts'
import { FileFault, type FileFaultReason } from './file-fault.ts'
import type { FileFormat } from './file-format.ts'

/** Far more than a table of people needs, and little enough that a crafted file fills no memory. */
export const limits = { rows: 1_000_000, columns: 200, recordCharacters: 64 * 1024 } as const

/** One row of a table. */
export interface FileRecord {
  /** Where it begins in the file, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

const READ_BYTES = 256 * 1024

/** Rows that spreadsheets end with CR, LF or both, and quotes within a text that nobody doubled, are read as they are meant. */
export const csvOptions = ({ delimiter }: Pick<FileFormat, 'delimiter'>): Options => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: limits.recordCharacters,
})

const csvFaults: Readonly<Partial<Record<CsvError['code'], FileFaultReason>>> = {
  CSV_QUOTE_NOT_CLOSED: 'quote-open',
  CSV_MAX_RECORD_SIZE: 'line-too-long',
  CSV_INVALID_CLOSING_QUOTE: 'quote-stray',
  INVALID_OPENING_QUOTE: 'quote-stray',
}

/**
 * The rows of a file in batches, its head left out. Never holds more than a batch of them.
 * @throws {FileFault} naming the line that cannot be read.
 */
export async function* readRecords(
  path: string,
  format: FileFormat,
  batchSize: number,
): AsyncGenerator<readonly FileRecord[]> {
  const lines = lineCounter()
  const parser = parse({
    ...csvOptions(format),
    // Told while the parser is there: what is read from it lags behind. The line travels as the first cell.
    on_record: (record, context) => [String(lines.beginOf(record, context.lines)), ...record.map(cellText)],
  })
  const reading = pipeline(createReadStream(path, { highWaterMark: READ_BYTES }), decoded(format), parser)
  // Whoever reads the parser gets the same error; here it would only go unheard.
  reading.catch(() => undefined)
  let batch: FileRecord[] = []
  let rows = format.hasHeader ? -1 : 0
  try {
    for await (const [begin, ...cells] of parser as AsyncIterable<string[]>) {
      const line = Number(begin)
      if (cells.length > limits.columns) throw new FileFault('too-many-columns', line)
      if (cells.some((cell) => cell.includes('\0'))) throw new FileFault('nul', line)
      if (++rows === 0) continue
      if (rows > limits.rows) throw new FileFault('too-many-rows', line)
      batch.push({ line, cells })
      if (batch.length < batchSize) continue
      yield batch
      batch = []
    }
  } catch (error) {
    throw faultOf(error, lines.last() + 1)
  }
  if (batch.length > 0) yield batch
}

/** The parser says on which line a row ends, and takes a CR and LF within a text for two lines. */
function lineCounter() {
  let doubled = 0
  let last = 0
  return {
    beginOf(record: readonly string[], counted: number): number {
      const text = record.join('')
      const within = text.match(/[\r\n]/gu)?.length ?? 0
      const begin = counted - doubled - within
      doubled += text.match(/\r\n/gu)?.length ?? 0
      last = counted - doubled
      return begin
    },
    /** Where the last row ended. */
    last: (): number => last,
  }
}

/** A broken letter is replaced by U+FFFD: it makes one cell wrong, not the file. */
function decoded({ encoding }: FileFormat): Transform {
  const decoder = new TextDecoder(encoding)
  return new Transform({
    transform: (chunk: Uint8Array, _, done) =>
      done(null, Buffer.from(decoder.decode(chunk, { stream: true }))),
    flush: (done) => done(null, Buffer.from(decoder.decode())),
  })
}

/** @param line where the row begins that could not be read. */
function faultOf(error: unknown, line: number): unknown {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new FileFault('gone', null)
  if (!(error instanceof CsvError)) return error
  const reason = csvFaults[error.code]
  return reason === undefined ? error : new FileFault(reason, line)
}
