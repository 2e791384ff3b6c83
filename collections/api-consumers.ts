import type { CollectionAfterDeleteHook, CollectionConfig } from 'payload'

import { administratorsOnly } from '../src/access/administrators.ts'
import { transactionOf } from '../src/database/database.ts'
import { keyEndpoints } from '../src/reading/keys/key-endpoints.ts'
import { keyStrategy } from '../src/reading/keys/key-strategy.ts'
import { DEFAULT_RATE, forgetConsumer } from '../src/reading/keys/keys.ts'
import { scopes } from '../src/reading/keys/scopes.ts'
import { choice } from './fields/choice.ts'
import { toOne } from './fields/relation.ts'
import { amount, line } from './fields/text.ts'
import { webAddress } from './fields/web-address.ts'
import { inEveryLanguage } from './labels.ts'

const forgetKeys: CollectionAfterDeleteHook = async ({ id, req }) =>
  forgetConsumer(String(id), await transactionOf(req))

/**
 * A partner site that reads our API with a key. It sees what the public sees. Keys are ours and not Payload's: those can be
 * read again by whoever gets at the database with its secret, do not end, and are not counted.
 */
export const ApiConsumers: CollectionConfig = {
  slug: 'api-consumers',
  access: {
    read: administratorsOnly,
    create: administratorsOnly,
    update: administratorsOnly,
    delete: administratorsOnly,
    admin: () => false,
  },
  admin: {
    group: inEveryLanguage('group.people'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'organisation', 'website'],
    listSearchableFields: ['name'],
  },
  auth: { disableLocalStrategy: true, strategies: [keyStrategy] },
  defaultPopulate: { name: true },
  graphQL: false,
  versions: false,
  endpoints: [...keyEndpoints],
  hooks: { afterDelete: [forgetKeys] },
  fields: [
    line('name', { required: true, maxLength: 200 }),
    toOne('organisation', 'organisations'),
    { type: 'row', fields: [{ name: 'contact', type: 'email' }, webAddress('website')] },
    choice('scopes', scopes, {
      vocabulary: 'keyScope',
      hasMany: true,
      required: true,
      defaultValue: ['read', 'changes'],
    }),
    {
      type: 'row',
      fields: [
        amount('ratePerMinute', { min: 1, max: 100_000, required: true, defaultValue: DEFAULT_RATE }),
        // Empty: as many as it likes.
        amount('quotaPerDay', { min: 1 }),
      ],
    },
    {
      name: 'keys',
      type: 'ui',
      admin: { components: { Field: '/src/admin/reader-keys/keys-field.tsx#KeysField' } },
    },
  ],
}
