import type { CollectionConfig } from 'payload'

import { anyone } from '../src/access/anyone.ts'
import { editorsOnly } from '../src/access/editors.ts'
import { updateTexts } from '../src/access/write-content.ts'
import { keepUsedTie } from '../src/content/narrowing/keep-used-tie.ts'
import { authority } from './fields/authority.ts'
import { toOne } from './fields/relation.ts'
import { sharedSlug } from './fields/slug.ts'
import { localisedLine, localisedProse } from './fields/text.ts'
import { inEveryLanguage } from './labels.ts'

/** What items are about. */
export const Topics: CollectionConfig = {
  slug: 'topics',
  access: { read: anyone, create: editorsOnly, update: updateTexts, delete: editorsOnly },
  admin: {
    group: inEveryLanguage('group.vocabularies'),
    useAsTitle: 'label',
    defaultColumns: ['label', 'slug', 'authorityUri', 'version'],
    listSearchableFields: ['label', 'slug'],
  },
  defaultPopulate: { label: true, slug: true },
  defaultSort: 'slug',
  versions: false,
  hooks: { beforeDelete: [keepUsedTie('topics')] },
  fields: [
    localisedLine('label', { required: true, maxLength: 150 }),
    localisedProse('definition', { maxLength: 1000 }),
    toOne('broader', 'topics'),
    ...authority,
    sharedSlug('label'),
  ],
}
