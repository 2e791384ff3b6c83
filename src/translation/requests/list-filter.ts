import { z } from 'zod'

import { translatableCollections } from '../../content/translatable.ts'
import { locales as everyLocale, type Locale } from '../../i18n/locales.ts'
import { engineNames } from '../engines/engine.ts'
import type { RequestFilter } from './read-requests.ts'
import { requestStates } from './request-state.ts'

const MAX_LIMIT = 200
const DEFAULT_LIMIT = 50

const shape = z.object({
  state: z.enum(requestStates).optional(),
  /** Into which one translates. `locale` is Payload's own, and stated for every request that does not state it. */
  language: z.enum(everyLocale).optional(),
  /** `none`: a person translates. */
  engine: z.enum([...engineNames, 'none']).optional(),
  assignee: z.uuid().optional(),
  collection: z.enum(translatableCollections).optional(),
  item: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  page: z.coerce.number().int().min(1).default(1),
})

/** Reads a query. Fields left empty do not filter, as a form sends them. Otherwise the field that cannot be read. */
export function listFilter(
  query: Readonly<Record<string, unknown>>,
  own: readonly Locale[] | null,
): RequestFilter | { readonly field: string } {
  const filled = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  const parsed = shape.safeParse(filled)
  if (!parsed.success) return { field: parsed.error.issues[0]?.path.join('.') ?? '' }
  const { assignee, item, page, limit, state, language, engine, collection } = parsed.data
  return {
    locales: own,
    limit,
    offset: (page - 1) * limit,
    ...(state !== undefined && { state }),
    ...(language !== undefined && { locale: language }),
    ...(engine !== undefined && { engine }),
    ...(collection !== undefined && { collection }),
    ...(assignee !== undefined && { assigneeId: assignee }),
    ...(item !== undefined && { itemId: item }),
  }
}
