import type { CollectionConfig } from 'payload'

import { contactsByStaff, keepsContacts, onlyContactKeepers } from '../src/access/press-contacts.ts'
import { forgetDeletedContact } from '../src/dissemination/press/forget-contact.ts'
import { localeChoice } from './fields/locale-choice.ts'
import { toMany } from './fields/relation.ts'
import { line, moment } from './fields/text.ts'
import { inEveryLanguage } from './labels.ts'

/** Somebody at a medium or a partner whom releases are mailed to. Editors see who it is, not the address. */
export const PressContacts: CollectionConfig = {
  slug: 'press-contacts',
  access: { read: contactsByStaff, create: keepsContacts, update: keepsContacts, delete: keepsContacts },
  admin: {
    group: inEveryLanguage('group.dissemination'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'medium', 'locale', 'withdrawn', 'updatedAt'],
    listSearchableFields: ['name', 'medium'],
  },
  defaultPopulate: { name: true },
  graphQL: false,
  versions: false,
  hooks: { afterDelete: [forgetDeletedContact] },
  fields: [
    {
      type: 'row',
      fields: [line('name', { required: true, maxLength: 200 }), line('medium', { maxLength: 200 })],
    },
    {
      type: 'row',
      fields: [
        { name: 'email', type: 'email', required: true, unique: true, access: { read: onlyContactKeepers } },
        localeChoice('locale', { required: true }),
      ],
    },
    // None: everything in their language.
    toMany('topics', 'topics'),
    // Why we may write to them: they asked on a day, or gave us their card, or publish the address for that purpose.
    line('consentBasis', { required: true, maxLength: 300 }),
    {
      type: 'row',
      fields: [
        { name: 'withdrawn', type: 'checkbox', defaultValue: false },
        // The address does not exist any more. Emptied by hand once it was corrected.
        moment('bouncedAt'),
      ],
    },
  ],
}
