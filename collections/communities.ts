import type { CollectionConfig } from 'payload'

import { anyone } from '../src/access/anyone.ts'
import { editorsOnly } from '../src/access/editors.ts'
import { updateTexts } from '../src/access/write-content.ts'
import { keepUsedTie } from '../src/content/narrowing/keep-used-tie.ts'
import { file, toMany, toOne } from './fields/relation.ts'
import { sharedSlug } from './fields/slug.ts'
import { line, localisedLine, localisedProse } from './fields/text.ts'
import { webAddress } from './fields/web-address.ts'
import { inEveryLanguage } from './labels.ts'

/** A community of practice: one of the network's working groups. Its name may drift, its slug does not. */
export const Communities: CollectionConfig = {
  slug: 'communities',
  access: { read: anyone, create: editorsOnly, update: updateTexts, delete: editorsOnly },
  admin: {
    group: inEveryLanguage('group.network'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'leader', 'updatedAt'],
    listSearchableFields: ['name'],
  },
  defaultPopulate: { name: true, slug: true },
  versions: false,
  hooks: { beforeDelete: [keepUsedTie('communities')] },
  fields: [
    localisedLine('name', { required: true, maxLength: 150 }),
    localisedProse('scope', { maxLength: 2000 }),
    {
      type: 'row',
      fields: [toOne('leader', 'organisations'), toMany('members', 'organisations')],
    },
    { type: 'row', fields: [line('seat', { maxLength: 100 }), webAddress('calendar')] },
    file('coverImage', { filterOptions: { mimeType: { contains: 'image/' } } }),
    sharedSlug(),
  ],
}
