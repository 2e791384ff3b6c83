import type { CollectionConfig } from 'payload'

import { editorsOnly } from '../src/access/editors.ts'
import { consentingOrStaff } from '../src/access/people.ts'
import { onlyStaff } from '../src/access/staff.ts'
import { updateTexts } from '../src/access/write-content.ts'
import { file, toOne } from './fields/relation.ts'
import { day, line, localisedLine, localisedProse } from './fields/text.ts'
import { webAddress } from './fields/web-address.ts'
import { inEveryLanguage } from './labels.ts'

/** Somebody who wrote, spoke or took part. Public only where they agreed to it. */
export const People: CollectionConfig = {
  slug: 'people',
  access: { read: consentingOrStaff, create: editorsOnly, update: updateTexts, delete: editorsOnly },
  admin: {
    group: inEveryLanguage('group.network'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'role', 'organisation', 'consentToPublish'],
    listSearchableFields: ['name'],
  },
  defaultPopulate: { name: true, role: true, organisation: true },
  versions: false,
  fields: [
    line('name', { required: true, maxLength: 200 }),
    localisedLine('role', { maxLength: 200 }),
    toOne('organisation', 'organisations'),
    localisedProse('biography', { maxLength: 2000 }),
    { type: 'row', fields: [line('orcid', { maxLength: 19 }), webAddress('website')] },
    file('portrait', { filterOptions: { mimeType: { contains: 'image/' } } }),
    {
      name: 'consentToPublish',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      admin: { position: 'sidebar' },
    },
    day('consentedOn', { access: { read: onlyStaff }, admin: { position: 'sidebar' } }),
  ],
}
