import type { CollectionConfig } from 'payload'

import { anyone } from '../src/access/anyone.ts'
import { editorsOnly, onlyEditors } from '../src/access/editors.ts'
import { contentCollections } from '../src/content/published-item.ts'
import {
  keepNewsletterOfSent,
  keepSlugOfSent,
} from '../src/dissemination/sent-issues/keep-sent-newsletter.ts'
import { sourceLocale } from '../src/i18n/locales.ts'
import { choice } from './fields/choice.ts'
import { localeChoice } from './fields/locale-choice.ts'
import { toMany, toOne } from './fields/relation.ts'
import { sharedSlug } from './fields/slug.ts'
import { term } from './fields/term.ts'
import { amount, localisedLine, localisedProse } from './fields/text.ts'
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
  hooks: { beforeChange: [keepSlugOfSent], beforeDelete: [keepNewsletterOfSent] },
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
    // A language that is not ready when an issue leaves. Each issue can decide otherwise.
    {
      type: 'row',
      fields: [
        choice('notReady', ['fallback', 'hold', 'skip'], {
          defaultValue: 'fallback',
          access: { read: onlyEditors },
        }),
        amount('holdHours', {
          defaultValue: 24,
          min: 1,
          max: 336,
          access: { read: onlyEditors },
          admin: { condition: ({ notReady } = {}) => notReady === 'hold' },
        }),
        choice('afterHold', ['fallback', 'skip'], {
          vocabulary: 'notReady',
          defaultValue: 'fallback',
          access: { read: onlyEditors },
          admin: { condition: ({ notReady } = {}) => notReady === 'hold' },
        }),
      ],
    },
    // Hours of the reader's day in which issues may leave. Empty: at any hour.
    {
      type: 'row',
      fields: [
        amount('windowFrom', { max: 23, access: { read: onlyEditors } }),
        amount('windowTo', { min: 1, max: 24, access: { read: onlyEditors } }),
      ],
    },
    { name: 'countLinks', type: 'checkbox', defaultValue: false, access: { read: onlyEditors } },
    // What is proposed for the next issue. Empty: everything.
    {
      name: 'proposals',
      type: 'group',
      access: { read: onlyEditors },
      fields: [
        choice('collections', [...contentCollections], { vocabulary: 'collection', hasMany: true }),
        toMany('topics', 'topics'),
        term('countries', 'countries', { hasMany: true }),
        toMany('communities', 'communities'),
      ],
    },
    // Colleagues who get every test. They are no subscribers.
    {
      name: 'seeds',
      type: 'array',
      maxRows: 50,
      access: { read: onlyEditors },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'email', type: 'email', required: true },
            localeChoice('locales', { hasMany: true }),
          ],
        },
      ],
    },
    { name: 'postalAddress', type: 'textarea', required: true, maxLength: 300 },
    toOne('project', 'projects'),
    sharedSlug(),
  ],
}
