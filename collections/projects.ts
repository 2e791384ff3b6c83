import type { CollectionConfig } from 'payload'

import { anyone } from '../src/access/anyone.ts'
import { editorsOnly } from '../src/access/editors.ts'
import { onlyStaff } from '../src/access/staff.ts'
import { updateTexts } from '../src/access/write-content.ts'
import { choice } from './fields/choice.ts'
import { localeChoice } from './fields/locale-choice.ts'
import { toMany, toOne } from './fields/relation.ts'
import { sharedSlug } from './fields/slug.ts'
import { term } from './fields/term.ts'
import { day, line, localisedLine, localisedProse } from './fields/text.ts'
import { webAddress } from './fields/web-address.ts'
import { inEveryLanguage } from './labels.ts'

/** A grant that pays for what the network does, and what must stand beside its results because of that. */
export const Projects: CollectionConfig = {
  slug: 'projects',
  access: { read: anyone, create: editorsOnly, update: updateTexts, delete: editorsOnly },
  admin: {
    group: inEveryLanguage('group.network'),
    useAsTitle: 'acronym',
    defaultColumns: ['acronym', 'title', 'programme', 'awardSigned'],
    listSearchableFields: ['acronym', 'title', 'grantNumber'],
  },
  defaultPopulate: { acronym: true, title: true, slug: true },
  versions: false,
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'tab.project',
          fields: [
            line('acronym', { required: true, maxLength: 40 }),
            localisedLine('title', { required: true, maxLength: 300 }),
            localisedProse('summary', { maxLength: 2000 }),
            { type: 'row', fields: [day('start'), day('end'), webAddress('website')] },
            {
              type: 'row',
              fields: [toOne('coordinator', 'organisations'), toMany('partners', 'organisations')],
            },
            toMany('logos', 'media'),
          ],
        },
        {
          label: 'tab.funding',
          fields: [
            {
              type: 'row',
              fields: [
                term('programme', 'programmes'),
                line('callId', { maxLength: 60 }),
                line('grantNumber', { maxLength: 40 }),
              ],
            },
            {
              type: 'row',
              fields: [
                { name: 'awardSigned', type: 'checkbox', defaultValue: false },
                choice('statement', ['funded', 'co-funded'], { required: true, defaultValue: 'co-funded' }),
                localisedLine('agency', { maxLength: 200 }),
              ],
            },
            {
              name: 'disclaimers',
              type: 'array',
              maxRows: 40,
              fields: [
                localeChoice('locale', { required: true }),
                { name: 'text', type: 'textarea', required: true, maxLength: 2000 },
                {
                  type: 'row',
                  fields: [
                    line('source', { required: true, maxLength: 300 }),
                    line('approvedBy', { required: true, maxLength: 200, access: { read: onlyStaff } }),
                    day('approvedOn'),
                  ],
                },
              ],
            },
          ],
        },
        {
          label: 'tab.workPackages',
          fields: [
            {
              name: 'workPackages',
              type: 'array',
              maxRows: 30,
              fields: [
                {
                  type: 'row',
                  fields: [
                    line('code', { required: true, maxLength: 10 }),
                    localisedLine('title', { required: true, maxLength: 200 }),
                    toOne('leader', 'organisations'),
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
    sharedSlug('acronym'),
  ],
}
