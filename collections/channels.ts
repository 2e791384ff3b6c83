import type { CollectionConfig } from 'payload'

import { administratorsOnly } from '../src/access/administrators.ts'
import { editorsOnly } from '../src/access/editors.ts'
import { noOne } from '../src/access/nobody.ts'
import { standingColumn } from '../src/admin/components.ts'
import { contentCollections } from '../src/content/published-item.ts'
import { keepSecretSealed } from '../src/dissemination/keep-secret-sealed.ts'
import { choice } from './fields/choice.ts'
import { localeChoice } from './fields/locale-choice.ts'
import { toOne } from './fields/relation.ts'
import { line } from './fields/text.ts'
import { webAddress } from './fields/web-address.ts'
import { inEveryLanguage } from './labels.ts'

/** Services that can carry an announcement. */
const services = ['mastodon', 'webhook'] as const

/** A service that can carry an announcement, and our account there. */
export const Channels: CollectionConfig = {
  slug: 'channels',
  access: {
    read: editorsOnly,
    create: administratorsOnly,
    update: administratorsOnly,
    delete: administratorsOnly,
  },
  admin: {
    group: inEveryLanguage('group.dissemination'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'service', 'locales', 'mode', 'standing'],
    listSearchableFields: ['name', 'baseUrl'],
  },
  defaultPopulate: { name: true, service: true },
  versions: false,
  hooks: { beforeChange: [keepSecretSealed] },
  fields: [
    {
      type: 'row',
      fields: [
        line('name', { required: true, maxLength: 100 }),
        choice('service', services, { required: true }),
      ],
    },
    webAddress('baseUrl', { required: true }),
    // Only ever written: what was given is kept in `sealedSecret` and never shown again.
    line('secret', { virtual: true, maxLength: 500, admin: { autoComplete: 'off', readOnly: false } }),
    line('sealedSecret', { access: { read: noOne, create: noOne, update: noOne }, admin: { hidden: true } }),
    toOne('organisation', 'organisations'),
    localeChoice('locales', { hasMany: true, required: true }),
    choice('collections', contentCollections, { vocabulary: 'collection', hasMany: true }),
    choice('mode', ['auto', 'off'], { vocabulary: 'channelMode', required: true, defaultValue: 'auto' }),
    {
      type: 'row',
      fields: [
        { name: 'paused', type: 'checkbox', defaultValue: false },
        line('pausedReason', { maxLength: 300 }),
      ],
    },
    standingColumn,
  ],
}
