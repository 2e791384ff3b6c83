import { onlyStaff } from '../src/access/staff.ts'
import { contentItem } from './content-item.ts'
import { choice } from './fields/choice.ts'
import { coverImage } from './fields/dissemination.ts'
import { toMany, toOne } from './fields/relation.ts'
import { dimension } from './fields/score.ts'
import { term } from './fields/term.ts'
import { amount, day, line, localisedLine, localisedProse, localisedRichText } from './fields/text.ts'
import { webAddress } from './fields/web-address.ts'

/** A way of supporting migrant entrepreneurs that worked somewhere and that others can adopt. */
export const Practices = contentItem({
  slug: 'practices',
  defaultColumns: ['title', 'provider', 'countries', 'evidenceLevel'],
  searchable: ['title', 'summary'],
  tabs: [
    {
      label: 'tab.description',
      fields: [
        localisedLine('title', { required: true, maxLength: 100 }),
        localisedProse('summary', { required: true, maxLength: 600 }),
        coverImage,
        localisedProse('challenge', { required: true, maxLength: 2000 }),
        localisedProse('goals', { required: true, maxLength: 2000 }),
        localisedRichText('howItWorks', { required: true }),
      ],
    },
    {
      label: 'tab.evidence',
      fields: [
        {
          name: 'results',
          type: 'array',
          localized: true,
          maxRows: 20,
          fields: [
            line('indicator', { required: true, maxLength: 200 }),
            {
              type: 'row',
              fields: [
                { name: 'baseline', type: 'number' },
                { name: 'value', type: 'number', required: true },
                choice('unit', ['people', 'businesses', 'percent', 'months', 'eur', 'number'], {
                  required: true,
                }),
              ],
            },
            { type: 'row', fields: [line('period', { maxLength: 60 }), line('source', { maxLength: 200 })] },
          ],
        },
        choice('evidenceLevel', ['described', 'monitored', 'evaluated', 'replicated'], { required: true }),
        localisedProse('userOpinion', { maxLength: 2000 }),
        {
          name: 'evaluation',
          type: 'group',
          fields: [
            {
              type: 'row',
              fields: [
                choice('kind', ['self', 'peer', 'external'], { vocabulary: 'evaluationKind' }),
                line('byWhom', { maxLength: 200 }),
              ],
            },
            webAddress('link'),
            localisedProse('findings', { maxLength: 2000 }),
          ],
        },
        localisedProse('dos', { maxLength: 2000 }),
        localisedProse('donts', { maxLength: 2000 }),
        localisedProse('challengesMet', { maxLength: 2000 }),
        localisedProse('whatFailed', { maxLength: 2000 }),
        localisedProse('transferability', { required: true, maxLength: 2000 }),
      ],
    },
    {
      label: 'tab.benchmark',
      fields: [
        {
          name: 'scores',
          type: 'array',
          maxRows: 60,
          fields: [
            { type: 'row', fields: [...dimension] },
            {
              type: 'row',
              fields: [
                amount('value', { required: true }),
                choice('assessor', ['self', 'peer', 'expert'], { required: true }),
                day('date'),
              ],
            },
          ],
        },
        localisedProse('scoresNote', { maxLength: 1000 }),
      ],
    },
    {
      label: 'tab.service',
      fields: [
        {
          type: 'row',
          fields: [
            toOne('provider', 'organisations', { required: true }),
            toMany('partners', 'organisations'),
          ],
        },
        {
          name: 'location',
          type: 'group',
          fields: [
            {
              type: 'row',
              fields: [
                term('country', 'countries', { required: true }),
                localisedLine('city', { maxLength: 100 }),
                line('nuts', { maxLength: 5 }),
              ],
            },
            {
              type: 'row',
              fields: [
                { name: 'latitude', type: 'number', min: -90, max: 90 },
                { name: 'longitude', type: 'number', min: -180, max: 180 },
              ],
            },
          ],
        },
        {
          type: 'row',
          fields: [
            day('start', { required: true }),
            day('end'),
            { name: 'ongoingService', type: 'checkbox', defaultValue: false },
          ],
        },
        {
          type: 'row',
          fields: [
            choice('level', ['local', 'regional', 'national', 'transnational']),
            choice('sector', ['public', 'private', 'third']),
          ],
        },
        {
          type: 'row',
          fields: [
            term('services', 'services', { hasMany: true, required: true }),
            term('targetGroups', 'target-groups', { hasMany: true, required: true }),
          ],
        },
        {
          type: 'row',
          fields: [
            choice('phases', ['pre-incubation', 'incubation', 'start-up', 'growth'], {
              vocabulary: 'phase',
              hasMany: true,
            }),
            choice('mainstreaming', ['targeted', 'tailored-mainstream', 'mainstream']),
          ],
        },
        term('serviceLanguages', 'languages', { hasMany: true }),
        localisedLine('costToUser', { maxLength: 200 }),
        localisedProse('eligibility', { maxLength: 1000 }),
        localisedProse('howToApply', { maxLength: 1000 }),
        {
          name: 'contactPoint',
          type: 'group',
          fields: [
            {
              type: 'row',
              fields: [
                line('name', { maxLength: 200 }),
                { name: 'email', type: 'email' },
                line('phone', { maxLength: 40 }),
              ],
            },
            webAddress('website'),
          ],
        },
      ],
    },
    {
      label: 'tab.resources',
      fields: [
        {
          name: 'resourcesNeeded',
          type: 'group',
          fields: [
            {
              type: 'row',
              fields: [
                amount('budget'),
                line('currency', { defaultValue: 'EUR', maxLength: 3 }),
                amount('staffFTE'),
              ],
            },
            localisedProse('note', { maxLength: 1000 }),
          ],
        },
        {
          name: 'funding',
          type: 'array',
          maxRows: 20,
          fields: [
            {
              type: 'row',
              fields: [
                line('source', { required: true, maxLength: 200 }),
                term('programme', 'programmes'),
                amount('amount'),
                line('currency', { defaultValue: 'EUR', maxLength: 3 }),
              ],
            },
          ],
        },
      ],
    },
  ],
  beside: [
    choice('stillActive', ['active', 'ended', 'unknown'], {
      vocabulary: 'activity',
      defaultValue: 'active',
      admin: { position: 'sidebar' },
    }),
    day('lastVerified', { admin: { position: 'sidebar' } }),
    {
      name: 'validation',
      type: 'group',
      access: { read: onlyStaff },
      admin: { position: 'sidebar' },
      fields: [
        choice('byNetwork', ['open', 'approved', 'more-needed', 'declined'], {
          vocabulary: 'validation',
          defaultValue: 'open',
        }),
        choice('byExpert', ['open', 'approved', 'more-needed', 'declined'], {
          vocabulary: 'validation',
          defaultValue: 'open',
        }),
        toOne('expert', 'people'),
      ],
    },
  ],
})
