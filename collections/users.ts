import type { CollectionConfig } from 'payload'

import {
  administratorsOnly,
  administratorsOrOneself,
  onlyAdministrators,
} from '../src/access/administrators.ts'
import { roles } from '../src/access/roles.ts'
import { env } from '../src/env.ts'
import { choice } from './fields/choice.ts'
import { localeChoice } from './fields/locale-choice.ts'
import { toOne } from './fields/relation.ts'
import { line } from './fields/text.ts'
import { inEveryLanguage } from './labels.ts'

const MINUTE_MS = 60_000

/** Somebody who signs in to the admin. */
export const Users: CollectionConfig = {
  slug: 'users',
  access: {
    read: administratorsOrOneself,
    create: administratorsOnly,
    update: administratorsOrOneself,
    delete: administratorsOnly,
    unlock: administratorsOnly,
    admin: ({ req: { user } }) => user?.collection === 'users',
  },
  admin: {
    group: inEveryLanguage('group.people'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles', 'organisation'],
    listSearchableFields: ['name', 'email'],
  },
  auth: {
    tokenExpiration: 8 * 3600,
    maxLoginAttempts: 5,
    lockTime: 10 * MINUTE_MS,
    useSessions: true,
    cookies: { sameSite: 'Lax', secure: env.PUBLIC_URL.startsWith('https:') },
  },
  defaultPopulate: { name: true },
  versions: false,
  fields: [
    line('name', { required: true, maxLength: 200 }),
    choice('roles', roles, {
      vocabulary: 'role',
      hasMany: true,
      required: true,
      access: { create: onlyAdministrators, update: onlyAdministrators },
    }),
    localeChoice('locales', {
      hasMany: true,
      access: { create: onlyAdministrators, update: onlyAdministrators },
      admin: { condition: ({ roles: held } = {}) => Array.isArray(held) && held.includes('translator') },
    }),
    toOne('organisation', 'organisations', {
      access: { create: onlyAdministrators, update: onlyAdministrators },
      admin: { condition: ({ roles: held } = {}) => Array.isArray(held) && held.includes('contributor') },
    }),
  ],
}
