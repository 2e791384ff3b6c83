import type { GraphQLFieldConfigMap } from 'graphql'
import { APIError, Forbidden, type GraphQLExtension, NotFound, type PayloadRequest } from 'payload'

import { mayPublish } from '../../access/roles.ts'
import { databaseOf } from '../../database/database.ts'
import { translationText } from '../../i18n/admin-text.ts'
import type { TranslatableReference } from '../translatable.ts'
import { readOrder, readReference, type StatedOrder } from './publication-order.ts'
import { publishLocales } from './publish-locales.ts'
import { schedulePublication } from './schedule-publication.ts'
import { cancelScheduled, type ScheduledPublication, scheduledOf } from './scheduled-publications.ts'

type GraphQL = Parameters<GraphQLExtension>[0]
type Fields = GraphQLFieldConfigMap<unknown, { readonly req: PayloadRequest }>
type Args = Readonly<Record<string, unknown>>

/** Made once for each copy of the library: two types of one name would not make a schema. */
function typesOf({
  GraphQLEnumType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
}: GraphQL) {
  const text = new GraphQLNonNull(GraphQLString)
  const texts = new GraphQLNonNull(new GraphQLList(text))
  const action = new GraphQLEnumType({
    name: 'PublicationAction',
    values: { publish: {}, unpublish: {} },
  })
  const outcome = new GraphQLObjectType({
    name: 'PublicationOutcome',
    fields: { changed: { type: texts }, publicLocales: { type: texts } },
  })
  const scheduled = new GraphQLObjectType({
    name: 'ScheduledPublication',
    fields: {
      scheduledId: { type: text },
      action: { type: text },
      locale: { type: text },
      dueAt: { type: text },
      timeZone: { type: text },
      state: { type: text },
      reason: { type: GraphQLString },
      settledAt: { type: GraphQLString },
    },
  })
  const item = { collection: { type: text }, id: { type: text } }
  const order = { ...item, action: { type: new GraphQLNonNull(action) }, locales: { type: texts } }
  return {
    text,
    outcome,
    scheduled: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(scheduled))),
    item,
    order,
  }
}

const known = new WeakMap<GraphQL, ReturnType<typeof typesOf>>()

function types(library: GraphQL): ReturnType<typeof typesOf> {
  const made = known.get(library) ?? typesOf(library)
  known.set(library, made)
  return made
}

/** `scheduledPublications`: what is planned for an item, and what came of what was. */
export const publicationQueries = (library: GraphQL): Fields => {
  const { scheduled, item } = types(library)
  return {
    scheduledPublications: {
      type: scheduled,
      args: item,
      resolve: async (_, args, { req }) =>
        (await scheduledOf(referenceIn(args, req), databaseOf(req.payload))).map(told),
    },
  }
}

/** What the endpoints below `/api/publication` do. `locales: ["all"]` means all languages. */
export const publicationMutations = (library: GraphQL): Fields => {
  const { text, outcome, scheduled, item, order } = types(library)
  return {
    setPublication: {
      type: outcome,
      args: order,
      resolve: (_, args, { req }) =>
        publishLocales(req.payload, { ...referenceIn(args, req), ...orderIn(args, req) }, req),
    },
    schedulePublication: {
      type: scheduled,
      args: { ...order, at: { type: text }, timeZone: { type: text } },
      resolve: async (_, args, { req }) => {
        const moment = { at: String(args.at), timeZone: String(args.timeZone) }
        const planned = { ...referenceIn(args, req), ...orderIn(args, req), ...moment }
        return (await schedulePublication(req.payload, planned, req)).map(told)
      },
    },
    cancelScheduledPublication: {
      type: scheduled,
      args: { ...item, scheduledId: { type: text } },
      resolve: async (_, args, { req }) => {
        const reference = referenceIn(args, req)
        const database = databaseOf(req.payload)
        if (!(await cancelScheduled(reference, String(args.scheduledId), database)))
          throw new APIError(translationText(req, 'publication.error.notPlanned'), 409)
        return (await scheduledOf(reference, database)).map(told)
      },
    },
  }
}

function referenceIn({ collection, id }: Args, req: PayloadRequest): TranslatableReference {
  if (!mayPublish(req.user)) throw new Forbidden(req.t)
  const reference = readReference(collection, id)
  if (reference === null) throw new NotFound(req.t)
  return reference
}

function orderIn(args: Args, req: PayloadRequest): StatedOrder {
  const order = readOrder(args)
  if (typeof order === 'string') throw new APIError(translationText(req, `publication.error.${order}`), 400)
  return order
}

const told = ({ dueAt, settledAt, ...rest }: ScheduledPublication) => ({
  ...rest,
  dueAt: dueAt.toISOString(),
  settledAt: settledAt?.toISOString() ?? null,
})
