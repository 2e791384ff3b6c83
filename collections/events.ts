import { contentItem } from './content-item.ts'
import { choice } from './fields/choice.ts'
import { coverImage } from './fields/dissemination.ts'
import { file, toMany, toOne } from './fields/relation.ts'
import { term } from './fields/term.ts'
import { amount, line, localisedLine, localisedProse, localisedRichText, moment } from './fields/text.ts'
import { timeZone } from './fields/time-zone.ts'
import { webAddress } from './fields/web-address.ts'

/** A meeting, webinar or conference in the calendar. */
export const Events = contentItem({
  slug: 'events',
  defaultColumns: ['title', 'start', 'mode', 'status'],
  searchable: ['title', 'summary'],
  tabs: [
    {
      label: 'tab.description',
      fields: [
        localisedLine('title', { required: true, maxLength: 150 }),
        localisedProse('summary', { required: true, maxLength: 600 }),
        coverImage,
        localisedRichText('body'),
        localisedProse('whoShouldAttend', { maxLength: 1000 }),
      ],
    },
    {
      label: 'tab.whenAndWhere',
      fields: [
        {
          type: 'row',
          fields: [
            term('type', 'event-types', { required: true }),
            choice('status', ['as-planned', 'postponed', 'rescheduled', 'moved-online', 'cancelled'], {
              vocabulary: 'eventStatus',
              // Without a name of its own it would share the database type of the publishing status.
              enumName: 'enum_event_status',
              required: true,
              defaultValue: 'as-planned',
            }),
          ],
        },
        localisedProse('statusNote', { maxLength: 500 }),
        {
          type: 'row',
          fields: [moment('start', { required: true }), moment('end', { required: true }), timeZone],
        },
        moment('previousStart', {
          admin: { condition: ({ status } = {}) => status !== 'as-planned' },
        }),
        choice('mode', ['onsite', 'online', 'hybrid'], {
          vocabulary: 'eventMode',
          required: true,
          defaultValue: 'onsite',
        }),
        {
          name: 'venue',
          type: 'group',
          admin: { condition: ({ mode } = {}) => mode !== 'online' },
          fields: [
            localisedLine('name', { maxLength: 200 }),
            line('address', { maxLength: 300 }),
            {
              type: 'row',
              fields: [localisedLine('city', { maxLength: 100 }), term('country', 'countries')],
            },
            { type: 'row', fields: [line('room', { maxLength: 100 }), amount('capacity')] },
            localisedProse('accessibility', { maxLength: 1000 }),
          ],
        },
        {
          name: 'online',
          type: 'group',
          admin: { condition: ({ mode } = {}) => mode !== 'onsite' },
          fields: [
            { type: 'row', fields: [webAddress('url'), line('platform', { maxLength: 100 })] },
            { type: 'row', fields: [moment('opens'), moment('closes')] },
          ],
        },
        {
          type: 'row',
          fields: [
            term('languages', 'languages', { hasMany: true, required: true }),
            term('interpretation', 'languages', { hasMany: true }),
            { name: 'signLanguage', type: 'checkbox', defaultValue: false },
          ],
        },
      ],
    },
    {
      label: 'tab.programme',
      fields: [
        {
          name: 'programme',
          type: 'array',
          localized: true,
          maxRows: 60,
          fields: [
            {
              type: 'row',
              fields: [
                moment('time', { required: true }),
                line('title', { required: true, maxLength: 200 }),
                line('speakers', { maxLength: 300 }),
              ],
            },
          ],
        },
        {
          type: 'row',
          fields: [
            toMany('organisers', 'organisations', { required: true }),
            toMany('jointProjects', 'projects'),
          ],
        },
        localisedLine('fee', { maxLength: 200 }),
        {
          name: 'registration',
          type: 'group',
          fields: [
            webAddress('url'),
            { type: 'row', fields: [moment('opens'), moment('closes'), amount('capacity')] },
          ],
        },
        {
          type: 'row',
          fields: [
            line('series', { maxLength: 100 }),
            amount('editionNumber'),
            toOne('parent', 'events', { maxDepth: 1 }),
          ],
        },
      ],
    },
    {
      label: 'tab.afterwards',
      fields: [
        {
          name: 'report',
          type: 'group',
          fields: [
            localisedRichText('text'),
            {
              type: 'row',
              fields: [amount('attendance'), localisedLine('attendanceNote', { maxLength: 300 })],
            },
            {
              name: 'recordings',
              type: 'array',
              maxRows: 40,
              fields: [
                {
                  type: 'row',
                  fields: [webAddress('url', { required: true }), term('language', 'languages')],
                },
              ],
            },
            file('slides', { hasMany: true } as object),
          ],
        },
        toMany('outputs', 'publications', { maxDepth: 1 }),
      ],
    },
  ],
})
