import type { Field, FieldAccess, Tab } from 'payload'

import { mayPublish, organisationOf } from './roles.ts'

/**
 * Fields that are the same in every language. A draft of theirs goes live with whichever language is published next, so
 * those who only translate leave them alone.
 */
const byAuthors: FieldAccess = ({ req: { user }, doc }) => {
  if (mayPublish(user)) return true
  const organisation = organisationOf(user)
  if (organisation === null) return false
  const owner: unknown = doc?.responsibleOrganisation
  return owner === organisation
}

/** Closes every field that has no languages to those who only translate. A stricter rule of the field's own stays. */
export function sharedFieldsByAuthors(fields: readonly Field[]): Field[] {
  return fields.map((field) => {
    if (field.type === 'tabs') return { ...field, tabs: field.tabs.map((tab) => closedTab(tab)) }
    if ('localized' in field && field.localized) return field
    if ('fields' in field && hasLanguages(field.fields))
      return { ...field, fields: sharedFieldsByAuthors(field.fields) } as Field
    if ('fields' in field && !('name' in field))
      return { ...field, fields: sharedFieldsByAuthors(field.fields) } as Field
    if (!('name' in field)) return field
    const access = 'access' in field ? field.access : undefined
    return { ...field, access: { update: byAuthors, ...access } } as Field
  })
}

const closedTab = (tab: Tab): Tab => ({ ...tab, fields: sharedFieldsByAuthors(tab.fields) }) as Tab

/** Whether any of these fields, however deep, has languages. */
export const hasLanguages = (fields: readonly Field[]): boolean =>
  fields.some((field) => {
    if (field.type === 'tabs') return field.tabs.some((tab) => hasLanguages(tab.fields))
    if ('localized' in field && field.localized) return true
    return 'fields' in field && hasLanguages(field.fields)
  })
