import type { CollectionConfig, Field, GlobalConfig, LabelFunction, PayloadRequest, Tab } from 'payload'

import { adminLocaleOf, adminLocales } from '../src/i18n/admin-languages.ts'
import { sourceLocale } from '../src/i18n/locales.ts'
import { messages, translator } from '../src/i18n/translator.ts'

/** What a field's validation is told, as far as ours asks. */
export interface ValidationAsk {
  readonly data: { readonly mimeType?: unknown }
  readonly req: PayloadRequest
}

/** A text of `admin.json`, looked up in the interface language each time the admin is shown. */
const adminLabel =
  (key: string): LabelFunction =>
  ({ i18n }) =>
    translator(adminLocaleOf(i18n.language), 'admin')(key)

/** The same for the short names of `terms.json`. */
export const termLabel =
  (key: string): LabelFunction =>
  ({ i18n }) =>
    translator(adminLocaleOf(i18n.language), 'terms')(key)

/**
 * Where Payload wants every language at once instead of a function. Each is looked up when it is asked for: a worker shows no
 * forms, and the texts of all languages together take ten megabytes.
 */
export const inEveryLanguage = (key: string): Record<string, string> =>
  Object.defineProperties(
    {},
    Object.fromEntries(
      adminLocales.map((locale) => [
        locale,
        { enumerable: true, get: () => translator(locale, 'admin')(key) },
      ]),
    ),
  )

const known = messages(sourceLocale, 'admin')

/** A text of its own for `practices.title`, or the one that all fields of that name share. Null: there is none. */
const keyFor = (path: string, ending = ''): string | null => {
  const name = path.slice(path.lastIndexOf('.') + 1)
  return [`${path}${ending}`, `field.${name}${ending}`].find((key) => key in known) ?? null
}

/**
 * Gives a collection its texts: names, and a label and a description for each field, found by their place
 * (`practices.location.city`, `practices.location.city.help`) or by their name alone (`field.city`).
 */
export function withLabels(collection: CollectionConfig): CollectionConfig {
  const { slug } = collection
  const help = `${slug}.help`
  return {
    ...collection,
    labels: { singular: adminLabel(`${slug}.one`), plural: adminLabel(`${slug}.many`) },
    admin: { ...(help in known && { description: inEveryLanguage(help) }), ...collection.admin },
    fields: collection.fields.map((field) => labelled(field, slug)),
  }
}

/** The same for a global. */
export function withGlobalLabels(global: GlobalConfig): GlobalConfig {
  const { slug } = global
  return {
    ...global,
    label: adminLabel(`${slug}.one`),
    admin: { description: inEveryLanguage(`${slug}.help`), ...global.admin },
    fields: global.fields.map((field) => labelled(field, slug)),
  }
}

function labelled(field: Field, parent: string): Field {
  if (field.type === 'tabs') return { ...field, tabs: field.tabs.map((tab): Tab => labelledTab(tab, parent)) }
  if (field.type === 'collapsible') {
    const label = typeof field.label === 'string' ? adminLabel(field.label) : field.label
    return { ...field, label, fields: field.fields.map((child) => labelled(child, parent)) } as Field
  }
  if (field.type === 'row') return { ...field, fields: field.fields.map((child) => labelled(child, parent)) }
  if (!('name' in field) || field.name === undefined) return field

  const path = `${parent}.${field.name}`
  const key = keyFor(path)
  const help = keyFor(path, '.help')
  // Payload makes these fields on the server and keeps them for everybody, in the language of whoever came first.
  const text = field.type === 'richText' ? inEveryLanguage : adminLabel
  const admin = help === null ? field.admin : { description: text(help), ...field.admin }
  return {
    ...field,
    ...(key !== null && { label: text(key) }),
    ...(key !== null && rowsOf(field, key, keyFor(path, '.one') ?? key)),
    ...(admin !== undefined && { admin }),
    ...('fields' in field && { fields: field.fields.map((child) => labelled(child, path)) }),
    ...(field.type === 'blocks' && {
      blocks: field.blocks.map((block) => ({
        ...block,
        fields: block.fields.map((child) => labelled(child, path)),
      })),
    }),
  } as Field
}

/** What one row of a list is called where rows are added and counted; Payload would call it by the field's name. */
const rowsOf = (field: Field, many: string, one: string) =>
  (field.type === 'array' || field.type === 'blocks') &&
  field.labels === undefined && {
    labels: { singular: inEveryLanguage(one), plural: inEveryLanguage(many) },
  }

function labelledTab(tab: Tab, parent: string): Tab {
  // Payload calls a tab's label without telling it the language.
  const label = typeof tab.label === 'string' ? inEveryLanguage(tab.label) : tab.label
  return { ...tab, label, fields: tab.fields.map((child) => labelled(child, parent)) } as Tab
}
