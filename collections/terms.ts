import type { CollectionConfig } from 'payload'

import { anyone } from '../src/access/anyone.ts'
import { editorsOnly } from '../src/access/editors.ts'
import { updateTexts } from '../src/access/write-content.ts'
import { keepUsedTie } from '../src/content/narrowing/keep-used-tie.ts'
import { authority } from './fields/authority.ts'
import { choice } from './fields/choice.ts'
import { vocabularies } from './fields/term.ts'
import { amount, line, localisedLine } from './fields/text.ts'
import { inEveryLanguage } from './labels.ts'

/** The closed lists that grow without a new version of the product: one row a term, told apart by vocabulary. */
export const Terms: CollectionConfig = {
  slug: 'terms',
  access: { read: anyone, create: editorsOnly, update: updateTexts, delete: editorsOnly },
  admin: {
    group: inEveryLanguage('group.vocabularies'),
    useAsTitle: 'label',
    defaultColumns: ['label', 'vocabulary', 'code', 'authorityUri', 'version'],
    listSearchableFields: ['label', 'code'],
  },
  defaultPopulate: { label: true, code: true, authorityUri: true },
  defaultSort: 'order',
  indexes: [{ fields: ['vocabulary', 'code'], unique: true }],
  versions: false,
  hooks: { beforeDelete: [keepUsedTie('terms')] },
  fields: [
    {
      type: 'row',
      fields: [
        choice('vocabulary', vocabularies, { required: true, index: true }),
        line('code', { required: true, maxLength: 60 }),
      ],
    },
    localisedLine('label', { required: true, maxLength: 200 }),
    amount('order', { defaultValue: 0 }),
    ...authority,
  ],
}
