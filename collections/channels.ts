import type { CollectionConfig } from 'payload'

import { administratorsOnly } from '../src/access/administrators.ts'
import { editorsOnly } from '../src/access/editors.ts'
import { noOne } from '../src/access/nobody.ts'
import { channelComponents, standingColumn } from '../src/admin/components.ts'
import { contentCollections } from '../src/content/published-item.ts'
import { channelEndpoints } from '../src/dissemination/channel-care/channel-endpoints.ts'
import { endBackfillWhenOff } from '../src/dissemination/channel-care/end-backfill-when-off.ts'
import {
  keepWhileStanding,
  stayWhileStanding,
} from '../src/dissemination/channel-care/keep-while-standing.ts'
import { leaveLostLanguages } from '../src/dissemination/channel-care/leave-languages.ts'
import { checkAccount } from '../src/dissemination/check-account.ts'
import { keepSecretSealed } from '../src/dissemination/keep-secret-sealed.ts'
import { choice } from './fields/choice.ts'
import { localeChoice } from './fields/locale-choice.ts'
import { toMany, toOne } from './fields/relation.ts'
import { term } from './fields/term.ts'
import { amount, line } from './fields/text.ts'
import { timeZone } from './fields/time-zone.ts'
import { webAddress } from './fields/web-address.ts'
import { inEveryLanguage } from './labels.ts'

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
  endpoints: channelEndpoints,
  hooks: {
    beforeValidate: [checkAccount, stayWhileStanding],
    beforeChange: [keepSecretSealed],
    afterChange: [endBackfillWhenOff, leaveLostLanguages],
    beforeDelete: [keepWhileStanding],
  },
  fields: [
    {
      type: 'row',
      fields: [
        line('name', { required: true, maxLength: 100 }),
        // A text and no closed list: which services there are is for `src/channels/services.ts` alone to say.
        line('service', {
          required: true,
          maxLength: 40,
          admin: { components: channelComponents.service },
        }),
      ],
    },
    webAddress('baseUrl', { required: true, admin: { components: channelComponents.baseUrl } }),
    { name: 'settings', type: 'json', admin: { components: channelComponents.settings } },
    // Only ever written: what was given is kept in `sealedSecret` and never shown again.
    {
      name: 'secrets',
      type: 'json',
      virtual: true,
      admin: { components: channelComponents.secrets },
    },
    line('sealedSecret', { access: { read: noOne, create: noOne, update: noOne }, admin: { hidden: true } }),
    toOne('organisation', 'organisations'),
    localeChoice('locales', { hasMany: true, required: true }),
    choice('collections', contentCollections, { vocabulary: 'collection', hasMany: true }),
    toMany('topics', 'topics'),
    term('countries', 'countries', { hasMany: true }),
    toMany('communities', 'communities'),
    choice('mode', ['auto', 'ask', 'off'], {
      vocabulary: 'channelMode',
      required: true,
      defaultValue: 'auto',
    }),
    {
      type: 'row',
      fields: [
        // What is done when an item changes that stands there, where the service cannot show the change.
        choice('edits', ['ignore', 'replace', 'correct'], {
          vocabulary: 'channelEdits',
          defaultValue: 'ignore',
        }),
        // And when it is withdrawn, where the service cannot take it away.
        choice('withdrawals', ['leave', 'notice'], {
          vocabulary: 'channelWithdrawals',
          defaultValue: 'notice',
        }),
        // And when somebody removed it there.
        choice('removals', ['respect', 'recreate'], {
          vocabulary: 'channelRemovals',
          defaultValue: 'respect',
        }),
      ],
    },
    // When nothing new is posted, in the channel's own time. Equal or empty: at any hour. What stands there is corrected and
    // taken away at any hour: who withdraws something does not want it to be read until the morning.
    {
      type: 'row',
      fields: [
        { ...timeZone, required: false },
        amount('quietFrom', { max: 23 }),
        amount('quietTo', { max: 23 }),
      ],
    },
    amount('backfillPerDay', { min: 1, max: 1000, defaultValue: 6 }),
    // Who mends it, and who is told at the other side what could not be corrected.
    { type: 'row', fields: [toOne('caretaker', 'users'), line('partnerContact', { maxLength: 200 })] },
    {
      type: 'row',
      fields: [
        { name: 'paused', type: 'checkbox', defaultValue: false },
        line('pausedReason', { maxLength: 300 }),
      ],
    },
    channelComponents.care,
    standingColumn,
  ],
}
