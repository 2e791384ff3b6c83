import type { Field } from 'payload'

import { editorsOnly } from '../src/access/editors.ts'
import { onlyPublicSections } from '../src/access/private-sections.ts'
import { publishedOrStaff, versionsForStaff } from '../src/access/published.ts'
import { onlyStaff } from '../src/access/staff.ts'
import { createContent, updateContent } from '../src/access/write-content.ts'
import { choice } from './fields/choice.ts'
import { sidebar } from './fields/dissemination.ts'
import { toMany, toOne } from './fields/relation.ts'
import { dimension } from './fields/score.ts'
import { term } from './fields/term.ts'
import { amount, day, line, localisedLine, localisedProse } from './fields/text.ts'
import { withDraftsPerLocale } from './guards.ts'
import { inEveryLanguage } from './labels.ts'

/** A part of the review that its host opens to the public, or keeps among the peers. */
const section = (name: string, fields: readonly Field[]): Field => ({
  name,
  type: 'group',
  fields: [{ name: 'isPublic', type: 'checkbox', defaultValue: false }, ...fields],
})

/** A structured review of a scheme by members of the network. Peers write candidly; the host decides what is public. */
export const PeerReviews = withDraftsPerLocale({
  slug: 'peer-reviews',
  access: {
    read: publishedOrStaff,
    readVersions: versionsForStaff,
    create: createContent,
    update: updateContent,
    delete: editorsOnly,
  },
  admin: {
    group: inEveryLanguage('group.content'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'hostOrganisation', 'start', '_status', 'updatedAt'],
    listSearchableFields: ['title'],
  },
  defaultPopulate: { title: true, slug: true },
  forceSelect: { responsibleOrganisation: true },
  hooks: { beforeRead: [onlyPublicSections] },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'tab.review',
          fields: [
            localisedLine('title', { required: true, maxLength: 200 }),
            localisedProse('summary', { required: true, maxLength: 2000 }),
            toOne('practice', 'practices', { maxDepth: 1 }),
            toOne('hostOrganisation', 'organisations', { required: true }),
            localisedProse('questions', { maxLength: 2000 }),
            {
              type: 'row',
              fields: [
                day('start'),
                day('end'),
                choice('mode', ['onsite', 'online', 'hybrid'], { vocabulary: 'eventMode' }),
              ],
            },
            choice('stage', ['call', 'preparation', 'meeting', 'follow-up', 'closed'], {
              vocabulary: 'reviewStage',
              defaultValue: 'call',
            }),
            {
              name: 'peers',
              type: 'array',
              maxRows: 30,
              fields: [
                {
                  type: 'row',
                  fields: [
                    toOne('person', 'people'),
                    toOne('organisation', 'organisations'),
                    term('country', 'countries'),
                  ],
                },
              ],
            },
            { type: 'row', fields: [toOne('facilitator', 'people'), day('followUpOn')] },
            toMany('outputs', 'publications', { maxDepth: 1 }),
          ],
        },
        {
          label: 'tab.findings',
          fields: [
            section('findings', [localisedProse('text', { maxLength: 5000 })]),
            section('recommendations', [
              {
                name: 'items',
                type: 'array',
                localized: true,
                maxRows: 40,
                fields: [
                  line('text', { required: true, maxLength: 500 }),
                  {
                    type: 'row',
                    fields: [
                      line('owner', { maxLength: 200 }),
                      day('due'),
                      choice('state', ['open', 'under-way', 'done', 'dropped'], {
                        vocabulary: 'recommendation',
                        defaultValue: 'open',
                      }),
                    ],
                  },
                ],
              },
            ]),
            section('benchmark', [
              {
                name: 'scores',
                type: 'array',
                maxRows: 60,
                fields: [
                  { type: 'row', fields: [...dimension] },
                  { type: 'row', fields: [amount('before'), amount('after')] },
                ],
              },
            ]),
            section('peerNotes', [localisedProse('text', { maxLength: 5000 })]),
          ],
        },
      ],
    },
    ...sidebar,
    {
      name: 'approvedByHost',
      type: 'checkbox',
      defaultValue: false,
      access: { read: onlyStaff },
      admin: { position: 'sidebar' },
    },
  ],
})
