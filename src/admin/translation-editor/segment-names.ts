import type { TextReader } from '../client-texts.ts'
import type { FieldLabel } from './field-labels.ts'

/** What each segment is called, by key: its field, with a number where the field has several. */
export function segmentNames(
  segments: readonly { readonly key: string; readonly field: string }[],
  labels: Readonly<Record<string, FieldLabel>>,
  t: TextReader,
): ReadonlyMap<string, string> {
  const seen = new Map<string, number>()
  const count = (field: string): number => segments.filter((each) => each.field === field).length
  return new Map(
    segments.map(({ key, field }) => {
      const number = (seen.get(field) ?? 0) + 1
      seen.set(field, number)
      const name = (labels[field]?.names ?? [field]).reduce((outer, inner) =>
        t('editor.label.within', { outer, inner }),
      )
      return [key, count(field) > 1 ? t('editor.label.numbered', { label: name, number }) : name]
    }),
  )
}
