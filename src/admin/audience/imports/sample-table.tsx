import type { FilePreview } from '../../../audience/imports/preview-file.ts'
import type { TextReader } from '../../client-texts.ts'
import { ScrollArea } from '../../scroll-area.tsx'

interface SampleTableProps {
  readonly preview: FilePreview
  readonly t: TextReader
}

/** What a column is called, by its head or its place. */
export const columnName = (header: readonly string[], column: number, t: TextReader): string =>
  header[column] || t('imports.column', { number: column + 1 })

/** How a file begins, in the columns that were found. */
export function SampleTable({ preview: { header, rows }, t }: SampleTableProps) {
  const label = t('imports.sample')
  return (
    <ScrollArea label={label}>
      <table className="em-officer-table em-import-sample">
        <caption>{label}</caption>
        <thead>
          <tr>
            {header.map((_, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
              <th key={column} scope="col">
                <bdi>{columnName(header, column, t)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
            <tr key={line}>
              {header.map((_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                <td key={column}>
                  <bdi>{row[column] ?? ''}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
