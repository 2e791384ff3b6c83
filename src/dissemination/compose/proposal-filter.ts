import type { Payload } from 'payload'
import { z } from 'zod'

import { contentCollections, type ItemReference, isContentCollection } from '../../content/published-item.ts'
import { databaseOf } from '../../database/database.ts'
import { lastIssueAt } from './last-issue-at.ts'
import type { ProposalFilter } from './propose-items.ts'

/** Conditions for looking for items, without those that the issue has. */
export type ProposalConditions = Omit<ProposalFilter, 'except'>

/** `a,b`, or the name more than once. Empty: none. */
const many = <Value extends z.ZodType<unknown, string>>(value: Value) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given) =>
      [given]
        .flat()
        .flatMap((each) => each.split(','))
        .filter((each) => each !== ''),
    )
    .pipe(z.array(value).max(200))

/** `collection:id`. */
export const itemReference = z.string().transform((given, context): ItemReference => {
  const [collection = '', id = ''] = given.split(':')
  if (isContentCollection(collection) && z.uuid().safeParse(id).success) return { collection, id }
  context.addIssue({ code: 'custom' })
  return z.NEVER
})

/** `collection:id,collection:id`. */
export const itemReferences = many(itemReference)

const shape = z.object({
  /** A day, a moment, or `always`. Unset: since the newsletter's last issue. */
  since: z.union([z.iso.date(), z.iso.datetime({ offset: true }), z.literal('always')]).optional(),
  collections: many(z.enum(contentCollections)).optional(),
  topics: many(z.uuid()).optional(),
  countries: many(z.uuid()).optional(),
  communities: many(z.uuid()).optional(),
  except: itemReferences.default([]),
})

/** What a query asks for, with the newsletter's own conditions where it says nothing. Otherwise the field at fault. */
export async function proposalFilter(
  payload: Payload,
  newsletterId: string,
  query: Readonly<Record<string, unknown>>,
): Promise<ProposalFilter | { readonly field: string }> {
  const parsed = shape.safeParse(query)
  if (!parsed.success) return { field: String(parsed.error.issues[0]?.path[0] ?? '') }
  const { since, except, ...asked } = parsed.data
  const usual = await usualConditions(payload, newsletterId)
  return {
    since: since === undefined ? usual.since : since === 'always' ? null : new Date(since),
    collections: asked.collections ?? usual.collections,
    topics: asked.topics ?? usual.topics,
    countries: asked.countries ?? usual.countries,
    communities: asked.communities ?? usual.communities,
    except,
  }
}

/** What the newsletter looks for: since its last issue, by its own conditions. */
export async function usualConditions(payload: Payload, newsletterId: string): Promise<ProposalConditions> {
  const newsletter = await payload.findByID({
    collection: 'newsletters',
    id: newsletterId,
    depth: 0,
    select: { proposals: true },
    disableErrors: true,
  })
  const { collections, topics, countries, communities } = newsletter?.proposals ?? {}
  return {
    since: await lastIssueAt(newsletterId, databaseOf(payload)),
    collections: collections ?? [],
    topics: idsOf(topics),
    countries: idsOf(countries),
    communities: idsOf(communities),
  }
}

const idsOf = (rows: readonly (string | { readonly id: string })[] | null | undefined): string[] =>
  (rows ?? []).map((row) => (typeof row === 'string' ? row : row.id))
