/** Where the focus is: the row from 0; column 0 is the selection, 1 the title, then the languages. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** The column of the first language. */
export const FIRST_CELL = 2

interface Size {
  readonly rows: number
  readonly columns: number
}

interface Key {
  readonly key: string
  readonly ctrlKey: boolean
}

/** Where a key leads: a step, or with Home and End to the edge. Null: the key is not ours. */
export function nextPlace({ row, column }: Place, key: Key, size: Size, isMirrored: boolean): Place | null {
  const within = (place: Place): Place => ({
    row: Math.min(Math.max(place.row, 0), size.rows - 1),
    column: Math.min(Math.max(place.column, 0), size.columns - 1),
  })
  const forward = isMirrored ? -1 : 1
  switch (key.key) {
    case 'ArrowUp':
      return within({ row: row - 1, column })
    case 'ArrowDown':
      return within({ row: row + 1, column })
    case 'ArrowRight':
      return within({ row, column: column + forward })
    case 'ArrowLeft':
      return within({ row, column: column - forward })
    case 'Home':
      return within({ row: key.ctrlKey ? 0 : row, column: 0 })
    case 'End':
      return within({ row: key.ctrlKey ? size.rows : row, column: size.columns })
    default:
      return null
  }
}
