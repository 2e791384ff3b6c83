import type { CollectionConfig } from 'payload'

import { anyone } from '../src/access/anyone.ts'
import { editorsOnly } from '../src/access/editors.ts'
import { updateTexts } from '../src/access/write-content.ts'
import { line, localisedLine, localisedProse } from './fields/text.ts'
import { webAddress } from './fields/web-address.ts'
import { inEveryLanguage } from './labels.ts'

/** A set of dimensions that schemes are scored on. A new version is a new row, so scores keep what they were given on. */
export const Frameworks: CollectionConfig = {
  slug: 'frameworks',
  access: { read: anyone, create: editorsOnly, update: updateTexts, delete: editorsOnly },
  admin: {
    group: inEveryLanguage('group.vocabularies'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'code', 'version', 'publisher'],
    listSearchableFields: ['name', 'code'],
  },
  defaultPopulate: {
    name: true,
    code: true,
    version: true,
    scaleMin: true,
    scaleMax: true,
    dimensions: true,
  },
  indexes: [{ fields: ['code', 'version'], unique: true }],
  versions: false,
  fields: [
    localisedLine('name', { required: true, maxLength: 150 }),
    {
      type: 'row',
      fields: [
        line('code', { required: true, maxLength: 40 }),
        line('version', { required: true, maxLength: 20 }),
      ],
    },
    { type: 'row', fields: [line('publisher', { maxLength: 200 }), webAddress('source')] },
    localisedProse('description', { maxLength: 2000 }),
    {
      type: 'row',
      fields: [
        { name: 'scaleMin', type: 'number', required: true, defaultValue: 0 },
        { name: 'scaleMax', type: 'number', required: true, defaultValue: 10 },
      ],
    },
    {
      name: 'dimensions',
      type: 'array',
      required: true,
      minRows: 3,
      maxRows: 20,
      fields: [
        line('code', { required: true, maxLength: 40 }),
        localisedLine('label', { required: true, maxLength: 150 }),
        localisedProse('description', { maxLength: 1000 }),
      ],
    },
  ],
}
