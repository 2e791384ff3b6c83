import { getTranslation, type I18n } from '@payloadcms/translations'
import type { Field } from 'payload'

/** What a field is called where people edit it. */
export interface FieldLabel {
  /** From the outermost group to the field itself: `Evaluation`, `Findings`. */
  readonly names: readonly string[]
  /** The tab in which it stands. Null: beside the tabs, or there are none. */
  readonly tab: string | null
  /** What Payload's form says about it. */
  readonly help: string | null
}

interface Place {
  /** With a dot at the end where there is one. */
  readonly path: string
  readonly names: readonly string[]
  readonly tab: string | null
}

/** The names of all fields of a collection, by their place (`evaluation.findings`), in the language of the interface. */
export function fieldLabels(fields: readonly Field[], i18n: I18n): Readonly<Record<string, FieldLabel>> {
  return Object.fromEntries(labelsIn(fields, { path: '', names: [], tab: null }, i18n))
}

function labelsIn(fields: readonly Field[], place: Place, i18n: I18n): [string, FieldLabel][] {
  return fields.flatMap((field): [string, FieldLabel][] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => {
        const label = textOf(tab.label, i18n) ?? ''
        const path = 'name' in tab && tab.name ? `${place.path}${tab.name}.` : place.path
        return labelsIn(tab.fields, { ...place, path, tab: label }, i18n)
      })
    if (!('name' in field) || field.name === undefined)
      return 'fields' in field ? labelsIn(field.fields, place, i18n) : []
    const path = `${place.path}${field.name}`
    const names = [...place.names, textOf('label' in field ? field.label : undefined, i18n) ?? field.name]
    if ('fields' in field) return labelsIn(field.fields, { ...place, path: `${path}.`, names }, i18n)
    return [[path, { names, tab: place.tab, help: textOf(descriptionOf(field), i18n) }]]
  })
}

const descriptionOf = ({ admin }: Field): unknown =>
  admin !== undefined && 'description' in admin ? admin.description : undefined

/** Null: none, or one that only a component can show. */
function textOf(label: unknown, i18n: I18n): string | null {
  if (label === undefined || label === null || label === false) return null
  const text: unknown = getTranslation(label as string, i18n)
  return typeof text === 'string' && text !== '' ? text : null
}
