import type { Field } from 'payload'
import { expect, test, vi } from 'vitest'

// Payload adds fields of its own to what it is given, and another file may have given it these.
vi.resetModules()
const { collections, globals } = await import('./index.ts')

/** A text that an editor would see in place of its key: keys have dots and no spaces. */
const looksLikeKey = (text: unknown): boolean => typeof text !== 'string' || /^[\w-]+(\.[\w-]+)+$/.test(text)

const shown = (label: unknown): unknown => {
  if (typeof label === 'function') return label({ i18n: { language: 'en' }, t: (key: string) => key })
  return typeof label === 'object' && label !== null ? (label as Record<string, unknown>).en : label
}

interface Place {
  readonly path: string
  readonly field: Field
}

function everyField(fields: readonly Field[], parent: string): Place[] {
  return fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => everyField(tab.fields, parent))
    const path = 'name' in field ? `${parent}.${field.name}` : parent
    const own = 'name' in field ? [{ path, field }] : []
    return [...own, ...('fields' in field ? everyField(field.fields, path) : [])]
  })
}

const places = [...collections, ...globals].flatMap(({ slug, fields }) => everyField(fields, slug))

test('every field has a name that an editor can read', () => {
  const hidden = ({ field }: Place) =>
    'admin' in field && field.admin !== undefined && 'hidden' in field.admin
  const unnamed = places
    .filter((place) => !hidden(place))
    .filter(({ field }) => !('label' in field) || looksLikeKey(shown(field.label)))
  expect(unnamed.map(({ path }) => path)).toEqual([])
})

test('every choice has a name that an editor can read', () => {
  const unnamed = places.flatMap(({ path, field }) =>
    field.type === 'select'
      ? field.options
          .filter((option) => typeof option === 'string' || looksLikeKey(shown(option.label)))
          .map((option) => `${path}: ${typeof option === 'string' ? option : option.value}`)
      : [],
  )
  expect(unnamed).toEqual([])
})

test('every collection says what it is for', () => {
  const silent = [...collections, ...globals].filter(({ admin }) => looksLikeKey(shown(admin?.description)))
  expect(silent.map(({ slug }) => slug)).toEqual([])
})

test('every tab has a name', () => {
  const labels = [...collections, ...globals].flatMap(({ fields }) =>
    fields.flatMap((field) => (field.type === 'tabs' ? field.tabs.map(({ label }) => shown(label)) : [])),
  )
  expect(labels.filter(looksLikeKey)).toEqual([])
})

test('one row of a list is called in the language of the interface', () => {
  const lists = places.filter(({ field }) => field.type === 'array' || field.type === 'blocks')
  const unnamed = lists.filter(
    ({ field }) => !('labels' in field) || looksLikeKey(shown(field.labels?.singular)),
  )
  expect(unnamed.map(({ path }) => path)).toEqual([])
  const seeds = lists.find(({ path }) => path === 'newsletters.seeds')
  expect(seeds?.field).toMatchObject({ labels: { singular: { en: 'Test reader' } } })
})
