import { type Html, html } from '../../content/markup/html.ts'
import { toolTexts } from '../../i18n/tool-texts.ts'
import type { JsonSchema } from '../../reading/v1/parameter.ts'

const t = toolTexts

export const schemaAnchor = (name: string): string => `schema-${name}`

/** What a value may be, in a few words, with links to what has a name. */
export function typeOf(schema: JsonSchema): Html {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return html`<a href="#${schemaAnchor(name)}">${name}</a>`
  }
  if (Array.isArray(schema.anyOf))
    return html`${(schema.anyOf as JsonSchema[]).map(
      (each, index) => html`${index > 0 && ' | '}${typeOf(each)}`,
    )}`
  if (schema.items !== undefined) return html`${t('v1.docs.listOf')} ${typeOf(schema.items as JsonSchema)}`
  if (schema.const !== undefined) return html`<code>${String(schema.const)}</code>`
  if (Array.isArray(schema.enum))
    return html`${schema.enum.map((word, index) => html`${index > 0 && ' · '}<code>${String(word)}</code>`)}`
  const type = [schema.type ?? 'any'].flat().join(' | ')
  return html`${schema.format === undefined ? type : `${type} (${String(schema.format)})`}`
}

/** The names of an object with what each holds; whatever is no object is said in a sentence. */
export function schemaTable(schema: JsonSchema, about: string): Html {
  const properties = schema.properties as Readonly<Record<string, JsonSchema>> | undefined
  if (properties === undefined) return html`<p>${typeOf(schema)}</p>`
  return html`<table><caption class="hidden">${about}</caption><thead><tr><th scope="col">${t('v1.docs.name')}</th><th scope="col">${t('v1.docs.type')}</th></tr></thead><tbody>${Object.entries(
    properties,
  ).map(
    ([name, each]) =>
      html`<tr><th scope="row"><code>${name}</code></th><td>${typeOf(each)}${
        typeof each.title === 'string' && html` <small>${each.title}</small>`
      }${nested(each, `${about}.${name}`)}</td></tr>`,
  )}</tbody></table>`
}

/** What stands below a name, folded. */
function nested(schema: JsonSchema, about: string): Html | null {
  const [first] = (schema.anyOf as JsonSchema[] | undefined) ?? []
  const inner = (schema.items as JsonSchema | undefined) ?? first ?? schema
  if (inner.properties === undefined) return null
  return html`<details><summary>${t('v1.docs.names')} <span class="hidden">${about}</span></summary>${schemaTable(inner, about)}</details>`
}
