import { contentItem } from './content-item.ts'
import { choice } from './fields/choice.ts'
import { coverImage } from './fields/dissemination.ts'
import { day, line, localisedLine, localisedProse, localisedRichText } from './fields/text.ts'
import { webAddress } from './fields/web-address.ts'

/** A dated short text. */
export const News = contentItem({
  slug: 'news',
  defaultColumns: ['title', 'type', 'date'],
  searchable: ['title', 'teaser'],
  tabs: [
    {
      label: 'tab.description',
      fields: [
        localisedLine('title', { required: true, maxLength: 150 }),
        localisedProse('teaser', { required: true, maxLength: 300 }),
        coverImage,
        localisedRichText('body', { required: true }),
      ],
    },
    {
      label: 'tab.context',
      fields: [
        {
          type: 'row',
          fields: [
            choice('type', ['announcement', 'report', 'call', 'story'], {
              vocabulary: 'newsType',
              required: true,
            }),
            day('date', { required: true }),
            day('expiresAt'),
          ],
        },
        line('place', { maxLength: 100 }),
        {
          name: 'sources',
          type: 'array',
          maxRows: 20,
          fields: [
            {
              type: 'row',
              fields: [
                line('title', { required: true, maxLength: 200 }),
                webAddress('url', { required: true }),
              ],
            },
          ],
        },
        webAddress('canonicalUrl'),
      ],
    },
  ],
})
