import type { CollectionConfig } from 'payload'

import { dataOfficersOnly } from '../src/access/data-officers.ts'
import { nobody, noOne } from '../src/access/nobody.ts'
import { sourceLocale } from '../src/i18n/locales.ts'
import { choice } from './fields/choice.ts'
import { localeChoice } from './fields/locale-choice.ts'
import { line, moment } from './fields/text.ts'
import { inEveryLanguage } from './labels.ts'

/** A person who confirmed that they want our mail. Written by the subscription pages only: consent cannot be typed in. */
export const Subscribers: CollectionConfig = {
  slug: 'subscribers',
  access: { read: dataOfficersOnly, create: nobody, update: nobody, delete: dataOfficersOnly },
  admin: {
    group: inEveryLanguage('group.newsletter'),
    useAsTitle: 'email',
    defaultColumns: ['email', 'locale', 'status', 'confirmedAt'],
    listSearchableFields: ['email'],
  },
  defaultPopulate: { locale: true, status: true },
  graphQL: false,
  versions: false,
  lockDocuments: false,
  fields: [
    { name: 'email', type: 'email', required: true },
    line('addressKey', { required: true, unique: true, access: { read: noOne }, admin: { hidden: true } }),
    localeChoice('locale', { required: true, defaultValue: sourceLocale, index: true }),
    { name: 'furtherLocales', type: 'json' },
    choice('status', ['active', 'paused', 'ended'], {
      vocabulary: 'subscriberStatus',
      required: true,
      defaultValue: 'active',
      index: true,
    }),
    moment('pausedUntil'),
    moment('confirmedAt', { required: true }),
  ],
}
