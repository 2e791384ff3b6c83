import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'

import { toolTexts } from '../../i18n/tool-texts.ts'

/** Selections within selections, in fragments too. */
export const MAX_LEVELS = 8
/** Fields at the top: each reads by itself. */
export const MAX_ROOTS = 20
/** Of all fields, each counted as often as its list may repeat it. A hundred documents with everything but long texts. */
export const MAX_WEIGHT = 10_000

/** A field counts 1 but for these, which say so in `extensions.weight`. */
export const LONG_TEXT = 20
export const FOLLOWED = 10
/** What describes the schema is large and changes with it alone. */
const INTROSPECTION = MAX_WEIGHT / 5
/** How many there usually are of what a document has several of. */
const USUAL_LENGTH = 5
/** Of a page whose length is no number. */
const LONGEST_PAGE = 100

interface Shape {
  readonly weight: number
  readonly levels: number
}

type Variables = Readonly<Record<string, unknown>>

/** Names of all fields of a request, wherever they stand, and what is wrong with its shape. Null: nothing. */
export interface QueryShape {
  readonly names: ReadonlySet<string>
  readonly problem: string | null
}

/** How much a valid query asks for, before anything is read. Aliases count each by itself. */
export function shapeOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): QueryShape {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  )
  const names = new Set<string>()
  const weighed = new Map<string, Shape>()

  function ofSet({ selections }: SelectionSetNode, typeName: string): Shape {
    const shapes = selections.map((selection): Shape => {
      if (selection.kind === Kind.FIELD) return ofField(selection, typeName)
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return ofSet(selection.selectionSet, selection.typeCondition?.name.value ?? typeName)
      return ofFragment(fragments.get(selection.name.value))
    })
    return {
      weight: shapes.reduce((sum, { weight }) => sum + weight, 0),
      levels: Math.max(0, ...shapes.map(({ levels }) => levels)),
    }
  }

  /** Once each: a chain of fragments may name one another more often than anybody can count. */
  function ofFragment(fragment: FragmentDefinitionNode | undefined): Shape {
    if (fragment === undefined) return { weight: 0, levels: 0 }
    const known = weighed.get(fragment.name.value)
    const shape = known ?? ofSet(fragment.selectionSet, fragment.typeCondition.name.value)
    weighed.set(fragment.name.value, shape)
    return shape
  }

  function ofField(node: FieldNode, typeName: string): Shape {
    const name = node.name.value
    if (name === '__typename') return { weight: 0, levels: 0 }
    if (name.startsWith('__')) return { weight: INTROSPECTION, levels: 0 }
    names.add(name)
    const type = schema.getType(typeName)
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
    const below =
      field === undefined || node.selectionSet === undefined
        ? { weight: 0, levels: -1 }
        : ofSet(node.selectionSet, getNamedType(field.type).name)
    return {
      weight: weightOf(field) + timesOf(node, field, variables) * below.weight,
      levels: below.levels + 1,
    }
  }

  const root = schema.getQueryType()?.name ?? ''
  const { weight, levels } = ofSet(operation.selectionSet, root)
  const roots = rootsIn(operation.selectionSet, fragments)
  return { names, problem: problemOf({ weight, levels: levels + 1, roots }) }
}

function problemOf({ weight, levels, roots }: Shape & { readonly roots: number }): string | null {
  if (levels > MAX_LEVELS) return toolTexts('v1.graphql.tooDeep', { levels, max: MAX_LEVELS })
  if (roots > MAX_ROOTS) return toolTexts('v1.graphql.tooWide', { max: MAX_ROOTS })
  if (weight > MAX_WEIGHT) return toolTexts('v1.graphql.tooHeavy', { weight, max: MAX_WEIGHT })
  return null
}

type AnyField = GraphQLField<unknown, unknown> | undefined

const weightOf = (field: AnyField): number => Number(field?.extensions.weight ?? 1)

/** How often what stands below a field may come. */
function timesOf(node: FieldNode, field: AnyField, variables: Variables): number {
  const first = field?.args.find(({ name }) => name === 'first')
  if (first !== undefined) {
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value
    return pageLength(given, Number(first.defaultValue ?? LONGEST_PAGE), variables)
  }
  const isCounted = field?.extensions.isCounted === true
  const isRepeated = field !== undefined && isListType(getNullableType(field.type))
  return isRepeated && !isCounted && isCompositeType(getNamedType(field.type)) ? USUAL_LENGTH : 1
}

function pageLength(given: ValueNode | undefined, without: number, variables: Variables): number {
  if (given === undefined || given.kind === Kind.NULL) return without
  const value =
    given.kind === Kind.VARIABLE ? variables[given.name.value] : (given as { value?: unknown }).value
  const length = Number(value)
  return length >= 1 && length <= LONGEST_PAGE ? length : LONGEST_PAGE
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/** Fields at the top, those of the same fragment as often as it is named: no more of them are counted than are allowed. */
function rootsIn({ selections }: SelectionSetNode, fragments: Fragments): number {
  let roots = 0
  for (const selection of selections) {
    if (roots > MAX_ROOTS) return roots
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : undefined
    if (selection.kind === Kind.FIELD) roots += 1
    else if (selection.kind === Kind.INLINE_FRAGMENT) roots += rootsIn(selection.selectionSet, fragments)
    else if (fragment !== undefined) roots += rootsIn(fragment.selectionSet, fragments)
  }
  return roots
}
