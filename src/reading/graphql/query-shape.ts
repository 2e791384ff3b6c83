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
import { type Fragments, fragmentsIn, MAX_SAME, repeatedName } from './repeated-name.ts'

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
  /** Fields at the top of it. */
  readonly roots: number
}

type Variables = Readonly<Record<string, unknown>>

/** Names of all fields of a request, wherever they stand, and what is wrong with its shape. Null: nothing. */
export interface QueryShape {
  readonly names: ReadonlySet<string>
  readonly problem: string | null
}

/**
 * How much a query asks for, before it is held against the schema and anything is read. Aliases count each by itself.
 * @param variables as they were given.
 */
export function shapeOf(schema: GraphQLSchema, document: DocumentNode, variables: Variables): QueryShape {
  const fragments = fragmentsIn(document)
  const names = new Set<string>()
  const weighed = new Map<string, Shape>()
  let given = variables

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
      roots: shapes.reduce((sum, { roots }) => sum + roots, 0),
    }
  }

  /** Once each: a chain of fragments may name one another more often than anybody can count, or in a circle. */
  function ofFragment(fragment: FragmentDefinitionNode | undefined): Shape {
    if (fragment === undefined) return nothing
    const name = fragment.name.value
    const known = weighed.get(name)
    if (known !== undefined) return known
    weighed.set(name, { ...nothing, levels: MAX_LEVELS })
    const shape = ofSet(fragment.selectionSet, fragment.typeCondition.name.value)
    weighed.set(name, shape)
    return shape
  }

  function ofField(
    { name: { value: name }, selectionSet, arguments: args }: FieldNode,
    typeName: string,
  ): Shape {
    const isMeta = name.startsWith('__')
    if (!isMeta) names.add(name)
    const type = schema.getType(typeName)
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
    const below =
      selectionSet === undefined
        ? { ...nothing, levels: -1 }
        : ofSet(selectionSet, field === undefined ? '' : getNamedType(field.type).name)
    return {
      weight:
        (isMeta && selectionSet !== undefined ? INTROSPECTION : weightOf(field)) +
        timesOf(args, field, given) * below.weight,
      levels: isMeta ? 0 : below.levels + 1,
      roots: 1,
    }
  }

  // Fragments weigh what the variables of the operation that names them say.
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  const used = new Set<string>()
  const shapes = operations.map((operation) => {
    weighed.clear()
    given = { ...defaultsOf(operation), ...variables }
    const shape = ofSet(operation.selectionSet, schema.getQueryType()?.name ?? '')
    for (const name of weighed.keys()) used.add(name)
    return shape
  })
  for (const [name, fragment] of fragments)
    if (!used.has(name)) shapes.push({ ...ofFragment(fragment), roots: 0 })
  const most = (of: (shape: Shape) => number) => Math.max(0, ...shapes.map(of))
  const shape = {
    weight: most(({ weight }) => weight),
    levels: most(({ levels }) => levels) + 1,
    roots: most(({ roots }) => roots),
  }
  return { names, problem: problemOf(shape) ?? repetitionOf(document, fragments) }
}

const nothing: Shape = { weight: 0, levels: 0, roots: 0 }

/** What variables are where nothing is given for them. */
const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Variables =>
  Object.fromEntries(
    variableDefinitions.map(({ variable, defaultValue }) => [
      variable.name.value,
      (defaultValue as { readonly value?: unknown } | undefined)?.value,
    ]),
  )

const repetitionOf = (document: DocumentNode, fragments: Fragments): string | null => {
  const name = repeatedName(document, fragments)
  return name === null ? null : toolTexts('v1.graphql.tooOften', { name, max: MAX_SAME })
}

function problemOf({ weight, levels, roots }: Shape): string | null {
  if (levels > MAX_LEVELS) return toolTexts('v1.graphql.tooDeep', { max: MAX_LEVELS })
  if (roots > MAX_ROOTS) return toolTexts('v1.graphql.tooWide', { max: MAX_ROOTS })
  if (weight > MAX_WEIGHT) return toolTexts('v1.graphql.tooHeavy', { weight, max: MAX_WEIGHT })
  return null
}

type AnyField = GraphQLField<unknown, unknown> | undefined

const weightOf = (field: AnyField): number => Number(field?.extensions.weight ?? 1)

/** How often what stands below a field may come. */
function timesOf(args: FieldNode['arguments'], field: AnyField, variables: Variables): number {
  const first = field?.args.find(({ name }) => name === 'first')
  if (first !== undefined) {
    const given = args?.find(({ name }) => name.value === 'first')?.value
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
