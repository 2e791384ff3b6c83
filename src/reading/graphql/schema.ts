import { GraphQLObjectType, GraphQLSchema } from 'graphql'
import type { SanitizedConfig } from 'payload'

import { toolTexts } from '../../i18n/tool-texts.ts'
import { readableCollections } from '../contract/document.ts'
import { documentFields } from './document-fields.ts'
import { documentTypes } from './document-types.ts'
import { otherFields } from './other-fields.ts'
import type { Reading } from './reading.ts'

const known = new WeakMap<SanitizedConfig, GraphQLSchema>()

/** What `/v1/graphql` answers: the documents of the contract, as `/v1/{collection}` has them, and what leads to them. */
export function readingSchema(config: SanitizedConfig): GraphQLSchema {
  const schema = known.get(config) ?? build(config)
  known.set(config, schema)
  return schema
}

function build(config: SanitizedConfig): GraphQLSchema {
  const types = documentTypes(config)
  const documents = readableCollections.map((each) => documentFields(each, types, config))
  return new GraphQLSchema({
    description: toolTexts('v1.title'),
    query: new GraphQLObjectType<unknown, Reading>({
      name: 'Query',
      fields: Object.assign({}, ...documents, otherFields(types, config)),
    }),
    types: Object.values(types.of),
  })
}
