import type { SelectField } from 'payload'

import { endonymOf, locales } from '../../src/i18n/locales.ts'

type Extras = Omit<Partial<SelectField>, 'type' | 'name' | 'options' | 'hasMany'>

/** One or more of our locales, each under its own name for itself. */
export function localeChoice(
  name: string,
  { hasMany = false, ...rest }: Extras & { readonly hasMany?: boolean } = {},
): SelectField {
  const options = locales.map((locale) => ({ value: locale, label: endonymOf(locale) }))
  return { name, type: 'select', options, hasMany, ...rest } as SelectField
}
