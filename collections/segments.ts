import type { CollectionConfig } from 'payload'

import { editorsOnly } from '../src/access/editors.ts'
import { segmentComponents } from '../src/admin/components.ts'
import { keepUsedSegment } from '../src/audience/segments/keep-used-segment.ts'
import { validateCondition } from '../src/audience/segments/validate-condition.ts'
import { line } from './fields/text.ts'

/** Subscribers chosen by a condition. It names nobody: who meets it is looked up when it is used. */
export const Segments: CollectionConfig = {
  slug: 'segments',
  access: { read: editorsOnly, create: editorsOnly, update: editorsOnly, delete: editorsOnly },
  admin: {
    group: false,
    useAsTitle: 'name',
    defaultColumns: ['name', 'description', 'updatedAt'],
    listSearchableFields: ['name'],
  },
  defaultPopulate: { name: true },
  versions: false,
  hooks: { beforeDelete: [keepUsedSegment] },
  fields: [
    line('name', { required: true, unique: true, maxLength: 80 }),
    { name: 'description', type: 'textarea', maxLength: 300 },
    // A `SegmentCondition`.
    {
      name: 'condition',
      type: 'json',
      required: true,
      validate: validateCondition,
      admin: { components: segmentComponents },
    },
  ],
}
