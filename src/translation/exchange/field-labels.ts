import type { FlattenedField, LabelFunction, Payload, PayloadRequest } from 'payload'

import type { TranslatableCollection } from '../../content/translatable.ts'

type I18n = PayloadRequest['i18n']

/** Names of fields as a person knows them, by the field's place: `title`, `results.indicator`. */
export type FieldLabels = (collection: TranslatableCollection, field: string) => string

/** In the interface language of whoever asks. A field without a label keeps its technical name. */
export const fieldLabels =
  (payload: Payload, i18n: I18n): FieldLabels =>
  (collection, field) => {
    const labels: string[] = []
    let fields: readonly FlattenedField[] = payload.collections[collection]?.config.flattenedFields ?? []
    for (const name of field.split('.')) {
      const found = fields.find((each) => each.name === name)
      labels.push(labelOf(found, i18n) ?? name)
      fields = found !== undefined && 'flattenedFields' in found ? found.flattenedFields : []
    }
    return labels.join(' › ')
  }

function labelOf(field: FlattenedField | undefined, i18n: I18n): string | null {
  const label: unknown = field !== undefined && 'label' in field ? field.label : undefined
  if (typeof label === 'string') return label
  if (typeof label === 'function') return String((label as LabelFunction)({ i18n, t: i18n.t as never }))
  if (typeof label !== 'object' || label === null) return null
  const inLanguages = label as Readonly<Record<string, unknown>>
  const text = inLanguages[i18n.language] ?? inLanguages.en
  return typeof text === 'string' ? text : null
}
