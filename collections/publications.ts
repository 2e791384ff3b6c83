import { contentItem } from './content-item.ts'
import { choice } from './fields/choice.ts'
import { coverImage } from './fields/dissemination.ts'
import { localeChoice } from './fields/locale-choice.ts'
import { file, toMany, toOne } from './fields/relation.ts'
import { term } from './fields/term.ts'
import { amount, day, line, localisedLine, localisedProse } from './fields/text.ts'
import { webAddress } from './fields/web-address.ts'

/** A document that the network issues. A collection holds its chapters, each with its own authors and publisher. */
export const Publications = contentItem({
  slug: 'publications',
  defaultColumns: ['title', 'type', 'date', 'publisher'],
  searchable: ['title', 'deliverableNumber'],
  tabs: [
    {
      label: 'tab.description',
      fields: [
        localisedLine('title', { required: true, maxLength: 200 }),
        localisedLine('subtitle', { maxLength: 200 }),
        localisedProse('abstract', { required: true, maxLength: 3000 }),
        coverImage,
        {
          type: 'row',
          fields: [
            term('type', 'resource-types', { required: true }),
            day('date', { required: true }),
            line('version', { maxLength: 40 }),
          ],
        },
        {
          name: 'authors',
          type: 'array',
          maxRows: 50,
          fields: [
            {
              type: 'row',
              fields: [
                line('name', { required: true, maxLength: 200 }),
                toOne('organisation', 'organisations'),
                line('orcid', { maxLength: 19 }),
              ],
            },
          ],
        },
        toOne('publisher', 'organisations', { required: true }),
      ],
    },
    {
      label: 'tab.editions',
      fields: [
        {
          name: 'editions',
          type: 'array',
          maxRows: 60,
          fields: [
            {
              type: 'row',
              fields: [
                localeChoice('locale', { required: true }),
                choice('format', ['pdf', 'html', 'epub', 'office', 'print', 'audio', 'video', 'data'], {
                  required: true,
                }),
              ],
            },
            { type: 'row', fields: [file('file'), webAddress('url')] },
            {
              type: 'row',
              fields: [
                line('isbn', { maxLength: 17 }),
                line('doi', { maxLength: 200 }),
                line('issn', { maxLength: 9 }),
                line('opCatalogueNumber', { maxLength: 20 }),
              ],
            },
            {
              type: 'row',
              fields: [amount('pages'), { name: 'accessibleTagged', type: 'checkbox', defaultValue: false }],
            },
          ],
        },
        {
          type: 'row',
          fields: [
            choice('accessRight', ['open', 'embargoed', 'restricted', 'metadata-only'], {
              required: true,
              defaultValue: 'open',
              // Few are closed, and each read of media asks which.
              index: true,
            }),
            day('embargoUntil', {
              admin: { condition: (_, { accessRight } = {}) => accessRight === 'embargoed' },
            }),
          ],
        },
      ],
    },
    {
      label: 'tab.context',
      fields: [
        { name: 'isCollection', type: 'checkbox', defaultValue: false },
        toMany('parts', 'publications', {
          maxDepth: 1,
          admin: { condition: ({ isCollection } = {}) => isCollection === true },
        }),
        {
          type: 'row',
          fields: [line('deliverableNumber', { maxLength: 20 }), toOne('fromPeerReview', 'peer-reviews')],
        },
      ],
    },
  ],
})
