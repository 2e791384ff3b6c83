import type { NamedReference, PlainValue, PublicDocument } from '../reading/contract/document.ts'

/**
 * A document's own fields by the names and shapes that the templates of `content/body` read: mails, other sites and the
 * document's whole HTML are written by the same ones, from what is stored.
 */
export function storedOf<Row>({ details, topics }: PublicDocument): Row {
  const frameworks = new Map(
    list(details.frameworks).flatMap((each) =>
      typeof each === 'object' && each !== null && 'id' in each ? [[each.id, each] as const] : [],
    ),
  )
  const stored = (value: PlainValue): unknown => {
    if (Array.isArray(value)) return value.map(stored)
    if (typeof value !== 'object' || value === null) return value
    if ('lexical' in value) return value.lexical
    if (isReference(value)) return frameworks.get(value.id) ?? named(value)
    if ('size' in value && 'url' in value && 'type' in value)
      return { ...value, filename: value.name, mimeType: value.type, filesize: value.size }
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, stored(each)]))
  }
  return stored({ ...details, topics }) as Row
}

const list = (value: PlainValue | undefined): readonly PlainValue[] => (Array.isArray(value) ? value : [])

const isReference = (value: object): value is NamedReference =>
  'collection' in value && 'label' in value && 'id' in value

const named = ({ id, label, code, url }: NamedReference) => ({
  id,
  label,
  name: label,
  title: label,
  code,
  slug: code,
  website: url,
})
