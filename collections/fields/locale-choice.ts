import type { SelectField } from 'payload'

import { endonymOf, locales } from '../../src/i18n/locales.ts'

type Extras = Omit<Partial<SelectField>, 'type' | 'name' | 'options' | 'hasMany'>

/** One or more of our locales, each under its own name for itself. */
export function localeChoice(
  name: string,
  { hasMany = false, ...rest }: Extras & { readonly hasMany?: boolean } = {},
): SelectField {
  const options = locales.map((locale) => ({ value: locale, label: endonymOf(locale) }))
  // Payload keeps translations in a table called `…_locales`, which a list called `locales` would collide with.
  const inDatabase = {
    dbName: ({ tableName = '' }) => `${tableName}_${name.toLowerCase()}_chosen`,
    enumName: ({ tableName = '' }) => `enum_${tableName}_${name.toLowerCase()}`,
  }
  return { name, type: 'select', options, hasMany, ...(hasMany && inDatabase), ...rest } as SelectField
}
