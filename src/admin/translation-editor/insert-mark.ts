/** What is selected in a field: from and to, in UTF-16 units as fields count them. */
export interface Selection {
  readonly start: number
  readonly end: number
}

/** Whether a mark of the source has words inside it. */
const isPaired = (source: string, id: number): boolean => source.includes(`⟦/${id}⟧`)

/**
 * Puts a mark of the source into a translation: around what is selected, or where the cursor stands, which is inside it
 * afterwards.
 */
export function insertMark(
  text: string,
  { start, end }: Selection,
  { id, source }: { readonly id: number; readonly source: string },
): { readonly text: string; readonly selection: Selection } {
  const [before, chosen, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)]
  if (!isPaired(source, id)) {
    const mark = `⟦${id}/⟧`
    const cursor = start + mark.length
    return { text: `${before}${mark}${after}`, selection: { start: cursor, end: cursor } }
  }
  const open = `⟦${id}⟧`
  return {
    text: `${before}${open}${chosen}⟦/${id}⟧${after}`,
    selection: { start: start + open.length, end: start + open.length + chosen.length },
  }
}
