import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from 'graphql'

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

export const fragmentsIn = ({ definitions }: DocumentNode): Fragments =>
  new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  )

/** Fields of one name in one place, fragments included. Validating compares each of them with each other. */
export const MAX_SAME = 20

/**
 * The first name that is asked for more often than is allowed where it is answered once. Null: none.
 * @param document one whose weight and levels are bounded, and which has no fragments in a circle.
 */
export function repeatedName({ definitions }: DocumentNode, fragments: Fragments): string | null {
  const sets = definitions.flatMap((each) => ('selectionSet' in each ? (each.selectionSet ?? []) : []))
  return sets.map((set) => repeatedIn([set], fragments)).find((name) => name !== null) ?? null
}

/** The first name under which more is asked for than is allowed, in sets that are answered as one. Null: none. */
function repeatedIn(sets: readonly SelectionSetNode[], fragments: Fragments): string | null {
  const fields = Map.groupBy(fieldsIn(sets, fragments, new Set()), ({ alias, name }) => (alias ?? name).value)
  for (const [name, same] of fields) {
    if (same.length > MAX_SAME) return name
    const below = same.flatMap(({ selectionSet }) => selectionSet ?? [])
    const repeated = below.length === 0 ? null : repeatedIn(below, fragments)
    if (repeated !== null) return repeated
  }
  return null
}

const fieldsIn = (sets: readonly SelectionSetNode[], fragments: Fragments, seen: Set<string>): FieldNode[] =>
  sets.flatMap(({ selections }) =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection]
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsIn([selection.selectionSet], fragments, seen)
      const fragment = fragments.get(selection.name.value)
      if (fragment === undefined || seen.has(selection.name.value)) return []
      seen.add(selection.name.value)
      return fieldsIn([fragment.selectionSet], fragments, seen)
    }),
  )
