type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const node = (value: unknown): Node => (isNode(value) ? value : {})
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * What a new description of the contract takes from those who rely on the old one, in words. Empty: it only adds. Something
 * that is asked for may be asked in more ways; something that is answered may say more.
 */
export function breakingChanges(before: unknown, after: unknown): string[] {
  const [old, fresh] = [node(before), node(after)]
  const paths = Object.entries(node(old.paths)).flatMap(([path, item]) => {
    const others = node(node(fresh.paths)[path])
    return Object.entries(node(item)).flatMap(([method, operation]) => {
      const place = `${method.toUpperCase()} ${path}`
      const other = others[method]
      return isNode(other) ? operationChanges(node(operation), other, place) : [`${place} is gone`]
    })
  })
  return [...paths, ...namedChanges(schemasOf(old), schemasOf(fresh), 'schema', answerChanges)]
}

/** Whether the version says that something may break. */
export const mayBreak = (before: unknown, after: unknown): boolean => majorOf(after) > majorOf(before)

const majorOf = (document: unknown): number =>
  Number(String(node(node(document).info).version ?? '0').split('.')[0])

const schemasOf = (document: Node): Node => node(node(document.components).schemas)

type Compare = (old: unknown, fresh: unknown, place: string) => string[]

function namedChanges(old: Node, fresh: Node, kind: string, compare: Compare): string[] {
  return Object.entries(old).flatMap(([name, value]) =>
    name in fresh ? compare(value, fresh[name], `${kind} ${name}`) : [`${kind} ${name} is gone`],
  )
}

function operationChanges(old: Node, fresh: Node, place: string): string[] {
  const parametersOf = (operation: Node): Node =>
    Object.fromEntries(
      list(operation.parameters).map((each) => [`${String(node(each).in)} ${String(node(each).name)}`, each]),
    )
  const [given, now] = [parametersOf(old), parametersOf(fresh)]
  const demanded = Object.entries(now)
    .filter(([name, each]) => !(name in given) && node(each).required === true)
    .map(([name]) => `${place}: ${name} must now be given`)
  const contentOf = (operation: Node): Node => node(node(node(operation.responses)[200]).content)
  return [
    ...demanded,
    ...namedChanges(given, now, `${place}:`, parameterChanges),
    ...namedChanges(contentOf(old), contentOf(fresh), `${place} answers`, (one, other, at) =>
      answerChanges(node(one).schema, node(other).schema, at),
    ),
  ]
}

function parameterChanges(old: unknown, fresh: unknown, place: string): string[] {
  const [one, other] = [node(old), node(fresh)]
  return [
    ...(one.required !== true && other.required === true ? [`${place} must now be given`] : []),
    ...askedChanges(node(one.schema), node(other.schema), place),
  ]
}

/** Of what is asked: nothing that was understood may be refused, and left out it means what it meant. */
function askedChanges(old: Node, fresh: Node, place: string): string[] {
  const refused = list(old.enum).filter(
    (word) => fresh.enum !== undefined && !list(fresh.enum).includes(word),
  )
  const narrower =
    Number(fresh.maximum ?? Infinity) < Number(old.maximum ?? Infinity) ||
    Number(fresh.minimum ?? -Infinity) > Number(old.minimum ?? -Infinity) ||
    (old.enum === undefined && fresh.enum !== undefined)
  return [
    ...refused.map((word) => `${place} no longer takes ${String(word)}`),
    ...(narrower ? [`${place} takes less than before`] : []),
    ...(same(old.type, fresh.type) && same(old.$ref, fresh.$ref) ? [] : [`${place} is of another type`]),
    ...(same(old.default, fresh.default) ? [] : [`${place} means something else where it is left out`]),
    ...(isNode(old.items) ? askedChanges(old.items, node(fresh.items), place) : []),
  ]
}

/** Of what is answered: every name that was there still is, and holds what it held. */
function answerChanges(old: unknown, fresh: unknown, place: string): string[] {
  const [one, other] = [node(old), node(fresh)]
  const kept = ['type', '$ref', 'format', 'const'].filter((key) => !same(one[key], other[key]))
  const loose = list(one.required).filter((name) => !list(other.required).includes(name))
  const properties = node(other.properties)
  return [
    ...kept.map((key) => `${place}: ${key} was ${words(one[key])} and is ${words(other[key])}`),
    ...loose.map((name) => `${place}: ${String(name)} may be missing`),
    ...Object.entries(node(one.properties)).flatMap(([name, value]) =>
      name in properties
        ? answerChanges(value, properties[name], `${place}.${name}`)
        : [`${place}.${name} is gone`],
    ),
    ...(isNode(one.items) ? answerChanges(one.items, other.items, `${place}[]`) : []),
    ...list(one.anyOf).flatMap((each, index) =>
      answerChanges(each, list(other.anyOf)[index], `${place}|${index}`),
    ),
    ...list(one.enum)
      .filter((word) => other.enum !== undefined && !list(other.enum).includes(word))
      .map((word) => `${place}: ${String(word)} is no longer among its words`),
  ]
}

const words = (value: unknown): string => (value === undefined ? 'unset' : JSON.stringify(value))
