import type { CollectionConfig } from 'payload'

import { anyone } from '../src/access/anyone.ts'
import { editorsOnly } from '../src/access/editors.ts'
import { sourceLocale } from '../src/i18n/locales.ts'
import { choice } from './fields/choice.ts'
import { localeChoice } from './fields/locale-choice.ts'
import { toOne } from './fields/relation.ts'
import { sharedSlug } from './fields/slug.ts'
import { localisedLine, localisedProse } from './fields/text.ts'
import { inEveryLanguage } from './labels.ts'

/** A periodical that people subscribe to. */
export const Newsletters: CollectionConfig = {
  slug: 'newsletters',
  access: { read: anyone, create: editorsOnly, update: editorsOnly, delete: editorsOnly },
  admin: {
    group: inEveryLanguage('group.newsletter'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'locales', 'itemFallback', 'updatedAt'],
    listSearchableFields: ['name'],
  },
  defaultPopulate: { name: true, slug: true },
  versions: false,
  fields: [
    localisedLine('name', { required: true, maxLength: 100 }),
    localisedProse('description', { maxLength: 500 }),
    {
      type: 'row',
      fields: [
        localisedLine('fromName', { required: true, maxLength: 80 }),
        { name: 'replyTo', type: 'email' },
      ],
    },
    localeChoice('locales', { hasMany: true, required: true }),
    {
      type: 'row',
      fields: [
        choice('itemFallback', ['show-labelled', 'leave-out'], {
          required: true,
          defaultValue: 'show-labelled',
        }),
        choice('editionFallback', ['fallback-locale', 'skip'], {
          required: true,
          defaultValue: 'fallback-locale',
        }),
        localeChoice('fallbackLocale', {
          defaultValue: sourceLocale,
          admin: { condition: ({ editionFallback } = {}) => editionFallback === 'fallback-locale' },
        }),
      ],
    },
    { name: 'postalAddress', type: 'textarea', required: true, maxLength: 300 },
    toOne('project', 'projects'),
    sharedSlug(),
  ],
}
