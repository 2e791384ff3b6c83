import type { Field } from 'payload'

import { onlyEditors } from '../../src/access/editors.ts'
import { type Asker, organisationOf } from '../../src/access/roles.ts'
import { contentCollections } from '../../src/content/published-item.ts'
import { sourceLocale } from '../../src/i18n/locales.ts'
import { localeChoice } from './locale-choice.ts'
import { file, toMany, toOne } from './relation.ts'
import { localisedSlug } from './slug.ts'
import { term } from './term.ts'
import { line } from './text.ts'
import { translationFields } from './translation.ts'

/** What every item says about its place in the network, so that it finds its readers. */
export const placeInNetwork: readonly Field[] = [
  { type: 'row', fields: [toMany('communities', 'communities'), toMany('topics', 'topics')] },
  {
    type: 'row',
    fields: [
      term('countries', 'countries', { hasMany: true }),
      term('audiences', 'audiences', { hasMany: true }),
    ],
  },
  { type: 'row', fields: [toMany('projects', 'projects'), line('workPackage', { maxLength: 10 })] },
  toMany('contributors', 'people'),
  {
    name: 'related',
    type: 'relationship',
    relationTo: [...contentCollections],
    hasMany: true,
    maxDepth: 1,
  },
]

/** What every item says about itself, beside its text. */
export const sidebar: readonly Field[] = [
  localisedSlug(),
  localeChoice('sourceLocale', {
    required: true,
    defaultValue: sourceLocale,
    admin: { position: 'sidebar', isClearable: false },
  }),
  toOne('responsibleOrganisation', 'organisations', {
    required: true,
    index: true,
    defaultValue: ({ user }: { user: Asker }) => organisationOf(user) ?? undefined,
    access: { update: onlyEditors },
    admin: { position: 'sidebar' },
  }),
  term('licence', 'licences', { required: true, admin: { position: 'sidebar' } }),
  {
    name: 'sample',
    type: 'checkbox',
    defaultValue: false,
    admin: { position: 'sidebar' },
  },
  ...translationFields,
]

export const coverImage: Field = file('coverImage', { filterOptions: { mimeType: { contains: 'image/' } } })
