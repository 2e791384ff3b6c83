import type { CollectionConfig } from 'payload'

import { administratorsOnly } from '../src/access/administrators.ts'
import { toOne } from './fields/relation.ts'
import { line } from './fields/text.ts'
import { webAddress } from './fields/web-address.ts'
import { inEveryLanguage } from './labels.ts'

/** A partner site that reads our API with a key. It sees what the public sees. */
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
  auth: { useAPIKey: true, disableLocalStrategy: true },
  defaultPopulate: { name: true },
  graphQL: false,
  versions: false,
  fields: [
    line('name', { required: true, maxLength: 200 }),
    toOne('organisation', 'organisations'),
    { type: 'row', fields: [{ name: 'contact', type: 'email' }, webAddress('website')] },
  ],
}
