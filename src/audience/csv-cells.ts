/** Spreadsheets read UTF-8 only when it says so. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** What a spreadsheet would take for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/u
const defused = /^'(?=\s*[=+\-@＝＋－＠]|[\t\r\n])/u

/** One line as RFC 4180 has it. What could be a formula gets an apostrophe before it: `cellText` takes it off again. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(value: string): string {
  const harmless = formula.test(value) ? `'${value}` : value
  return `"${harmless.replaceAll('"', '""')}"`
}

/** A cell as it was before `csvLine` wrote it, without the space around it. */
export const cellText = (cell: string): string => cell.replace(defused, '').trim()
