import { canonicalAddress, maskedAddress } from '../canonical-address.ts'
import { sampleRows } from './detect-table.ts'
import type { FileFormat } from './file-format.ts'
import { fileHead } from './import-files.ts'

const SHOWN_ROWS = 8
const SHOWN_CHARACTERS = 80

/** How a file begins when it is read in a certain way. */
export interface FilePreview {
  /** Names of the columns. Empty ones where the file has no head. */
  readonly header: readonly string[]
  /** The first rows. Addresses are masked: to see whether a column holds some, nobody needs to read them. */
  readonly rows: readonly (readonly string[])[]
}

/** @throws {FileFault} when the file is gone. */
export async function previewFile(id: string, format: FileFormat): Promise<FilePreview> {
  const { header, rows } = tableHead(await fileHead(id, format.encoding), format)
  return { header, rows: rows.slice(0, SHOWN_ROWS).map((row) => row.map(masked)) }
}

/** Unmasked: for the mapping, not for anybody's eyes. */
export function tableHead(text: string, { delimiter, hasHeader }: FileFormat): FilePreview {
  const rows = sampleRows(text, delimiter)
  const width = Math.max(0, ...rows.map(({ length }) => length))
  const [first = []] = rows
  const header = Array.from({ length: width }, (_, column) => (hasHeader ? (first[column] ?? '') : ''))
  return { header, rows: hasHeader ? rows.slice(1) : rows }
}

function masked(cell: string): string {
  const whole = canonicalAddress(cell)
  if (whole !== null) return maskedAddress(whole.address)
  return cell
    .replace(/[^\s@"<>,;]+@[^\s@"<>,;]+/gu, (address) => maskedAddress(address))
    .slice(0, SHOWN_CHARACTERS)
}
