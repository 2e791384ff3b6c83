import { toolTexts } from '../../i18n/tool-texts.ts'
import { sharedSchemas } from '../openapi/shared-schemas.ts'
import { type JsonSchema, listOf, type Parameter, unknownOf } from './parameter.ts'

const MAX_FIELDS = 50

/** Which names of a document are wanted, with dots for those within others. Checked against the document's own schema. */
export const fieldNames = (document: JsonSchema): Parameter<readonly string[]> => ({
  schema: {
    type: 'array',
    items: { type: 'string' },
    maxItems: MAX_FIELDS,
    examples: [['title', 'url', 'topics.label']],
  },
  read(text) {
    const asked = listOf(text)
    if (asked.length > MAX_FIELDS)
      return { problem: toolTexts('v1.tooMany'), remedy: toolTexts('v1.atMost', { max: MAX_FIELDS }) }
    for (const path of asked) {
      const strange = strangeIn(path, document)
      if (strange !== null) return strange
    }
    return { value: asked }
  },
})

/** What is wrong with a path. Null: nothing. */
function strangeIn(path: string, document: JsonSchema) {
  let schema = document
  const walked: string[] = []
  for (const name of path.split('.')) {
    const properties = propertiesOf(schema)
    // Names below are as they come: a locale in `alternates`, an editor's node.
    if (properties === null) return schema.additionalProperties === undefined ? unknownOf(path, walked) : null
    const next = Object.hasOwn(properties, name) ? properties[name] : undefined
    if (next === undefined) {
      const known = Object.keys(properties).map((each) => [...walked, each].join('.'))
      return unknownOf(path, known)
    }
    walked.push(name)
    schema = next
  }
  return null
}

/** Of what a value is, or each entry of a list is. Null: it has no names of its own. */
function propertiesOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> | null {
  const plain = resolved(schema)
  if (plain.items !== undefined) return propertiesOf(plain.items as JsonSchema)
  if (Array.isArray(plain.anyOf)) return propertiesOf(plain.anyOf[0] as JsonSchema)
  return (plain.properties as Readonly<Record<string, JsonSchema>> | undefined) ?? null
}

const resolved = (schema: JsonSchema): JsonSchema =>
  typeof schema.$ref === 'string' ? (sharedSchemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema
