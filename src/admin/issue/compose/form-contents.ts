/** An item as a form holds it. */
export interface FormItem {
  readonly relationTo: string
  readonly value: unknown
}

/** A part of an issue's contents as a form holds it. */
export interface FormPart {
  readonly blockType?: string
  readonly items?: readonly FormItem[] | null
}

/** So many items a part takes at most. */
const MAX_ITEMS = 30

const itemsOf = ({ blockType, items }: FormPart): readonly FormItem[] =>
  blockType === 'items' ? (items ?? []) : []

/** `collection:id`. */
export const nameOf = ({ relationTo, value }: FormItem): string => `${relationTo}:${idOf(value)}`

const idOf = (value: unknown): string =>
  String(typeof value === 'object' && value !== null && 'id' in value ? value.id : value)

/** Names of all items that the contents have. */
export const itemsIn = (contents: readonly FormPart[]): string[] => contents.flatMap(itemsOf).map(nameOf)

/** Where items go: all items of a part that is there, or a part of their own at the end. */
export type Placement =
  | { readonly kind: 'into'; readonly index: number; readonly items: readonly FormItem[] }
  | { readonly kind: 'new'; readonly items: readonly FormItem[] }

/** Items go to the end of the last part that holds any, as far as there is room, then into new parts. */
export function placementsOf(contents: readonly FormPart[], added: readonly FormItem[]): Placement[] {
  const index = contents.findLastIndex(({ blockType }) => blockType === 'items')
  const last = contents[index]
  const there = last === undefined ? [] : itemsOf(last)
  const room = last === undefined ? 0 : Math.min(MAX_ITEMS - there.length, added.length)
  const rest = added.slice(room)
  return [
    ...(room > 0 ? [{ kind: 'into', index, items: [...there, ...added.slice(0, room)] } as const] : []),
    ...Array.from(
      { length: Math.ceil(rest.length / MAX_ITEMS) },
      (_, part) => ({ kind: 'new', items: rest.slice(part * MAX_ITEMS, (part + 1) * MAX_ITEMS) }) as const,
    ),
  ]
}

/** The same items with one of them at another place. Places count from 0; one outside the list changes nothing. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from]
  if (item === undefined || items[to] === undefined) return items
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}
