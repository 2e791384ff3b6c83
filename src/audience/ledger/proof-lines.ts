import { BYTE_ORDER_MARK, csvLine } from '../csv-cells.ts'
import type { ProofEvent } from './proof.ts'

export const proofFormats = ['jsonl', 'csv'] as const
export type ProofFormat = (typeof proofFormats)[number]

export const proofContentTypes: Readonly<Record<ProofFormat, string>> = {
  jsonl: 'application/jsonl; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

/** One event a line. Names of columns are those of the JSON, in every language: programs read them. */
const columns: readonly (readonly [string, (event: ProofEvent) => unknown])[] = [
  ['id', ({ id }) => id],
  ['addressKey', ({ addressKey }) => addressKey],
  ['kind', ({ kind }) => kind],
  ['at', ({ at }) => at.toISOString()],
  ['newsletterIds', ({ newsletterIds }) => newsletterIds.join(' ')],
  ['follows', ({ follows }) => follows.map(({ target, targetId }) => `${target}/${targetId}`).join(' ')],
  ['wording', ({ wording }) => wording],
  ['wordingVersion', ({ wordingVersion }) => wordingVersion],
  ['wordingHash', ({ wordingHash }) => wordingHash],
  ['isGenuine', ({ isGenuine }) => isGenuine],
  ['locale', ({ locale }) => locale],
  ['source', ({ source }) => source],
  ['tokenId', ({ tokenId }) => tokenId],
  ['detail', ({ detail }) => detail],
  ['actor', ({ actor }) => actor],
  ['import', (event) => event.import],
]

const cell = (value: unknown): string => {
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** As a file, a piece at a time. */
export async function* proofLines(
  pages: AsyncIterable<readonly ProofEvent[]>,
  format: ProofFormat,
): AsyncGenerator<string> {
  if (format === 'csv') yield BYTE_ORDER_MARK + csvLine(columns.map(([name]) => name))
  for await (const events of pages)
    yield events
      .map((event) =>
        format === 'csv'
          ? csvLine(columns.map(([, read]) => cell(read(event))))
          : `${JSON.stringify(event)}\n`,
      )
      .join('')
}
