import type { SelectField } from 'payload'

import { termLabel } from '../labels.ts'

type Extras = Omit<Partial<SelectField>, 'type' | 'name' | 'options' | 'hasMany'>

/** A closed list that code decides by. Labels stand in `locales/<locale>/terms.json` as `<vocabulary>.<value>`. */
export function choice(
  name: string,
  values: readonly string[],
  extras: Extras & { readonly vocabulary?: string; readonly hasMany?: boolean } = {},
): SelectField {
  const { vocabulary = name, hasMany = false, ...rest } = extras
  const options = values.map((value) => ({ value, label: termLabel(`${vocabulary}.${value}`) }))
  return { name, type: 'select', options, hasMany, custom: { vocabulary }, ...rest } as SelectField
}
