import type { Payload } from 'payload'
import { z } from 'zod'

import { hasRole, mayPublish } from '../../access/roles.ts'
import { translatableCollections } from '../../content/translatable.ts'
import { type Locale, locales } from '../../i18n/locales.ts'
import { engineNames } from '../engines/engine.ts'

/** What can be asked for at once. More is asked for in parts. */
const MAX_ITEMS = 500

/** What is to be translated into what, by whom. */
export const wishShape = z.object({
  items: z
    .array(z.object({ collection: z.enum(translatableCollections), id: z.uuid() }))
    .min(1)
    .max(MAX_ITEMS),
  locales: z.array(z.enum(locales)).min(1),
  engine: z.enum(engineNames).nullable().default(null),
})

export const requestShape = wishShape.extend({
  assigneeId: z.uuid().nullable().default(null),
  deadline: z.iso.datetime({ offset: true }).nullable().default(null),
})

/** Whether a person may translate into all of these: a translator of theirs, or somebody who may publish. */
export async function canTranslate(
  payload: Payload,
  userId: string,
  wanted: readonly Locale[],
): Promise<boolean> {
  const user = await payload.findByID({ collection: 'users', id: userId, depth: 0, disableErrors: true })
  if (user === null) return false
  const asker = { ...user, collection: 'users' as const }
  if (mayPublish(asker)) return true
  return hasRole(asker, 'translator') && wanted.every((locale) => user.locales?.includes(locale))
}
