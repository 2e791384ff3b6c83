import type { CollectionConfig } from 'payload'

import { anyone } from '../src/access/anyone.ts'
import { editorsOnly } from '../src/access/editors.ts'
import { updateTexts } from '../src/access/write-content.ts'
import { file } from './fields/relation.ts'
import { sharedSlug } from './fields/slug.ts'
import { term } from './fields/term.ts'
import { line, localisedLine, localisedProse } from './fields/text.ts'
import { webAddress } from './fields/web-address.ts'
import { inEveryLanguage } from './labels.ts'

/** A body that takes part, publishes or funds. */
export const Organisations: CollectionConfig = {
  slug: 'organisations',
  access: { read: anyone, create: editorsOnly, update: updateTexts, delete: editorsOnly },
  admin: {
    group: inEveryLanguage('group.network'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'acronym', 'type', 'country'],
    listSearchableFields: ['name', 'acronym'],
  },
  defaultPopulate: { name: true, acronym: true, slug: true, website: true },
  versions: false,
  fields: [
    localisedLine('name', { required: true, maxLength: 200 }),
    {
      type: 'row',
      fields: [line('acronym', { maxLength: 40 }), term('type', 'organisation-types')],
    },
    {
      type: 'row',
      fields: [
        term('country', 'countries'),
        line('city', { maxLength: 100 }),
        line('nuts', { maxLength: 5 }),
      ],
    },
    localisedProse('description', { maxLength: 2000 }),
    { type: 'row', fields: [webAddress('website'), line('pic', { maxLength: 9 })] },
    file('logo', { filterOptions: { mimeType: { contains: 'image/' } } }),
    localisedProse('disclaimer', { maxLength: 1000 }),
    sharedSlug('acronym'),
  ],
}
