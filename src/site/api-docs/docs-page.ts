import { type Html, html } from '../../content/markup/html.ts'
import { siteUrl } from '../../content/site-url.ts'
import { toolTexts } from '../../i18n/tool-texts.ts'
import { MAX_LEVELS, MAX_ROOTS, MAX_WEIGHT } from '../../reading/graphql/query-shape.ts'
import type { JsonSchema } from '../../reading/v1/parameter.ts'
import { problemStatus } from '../../reading/v1/problem.ts'
import { stylesheetPath } from '../stylesheet.ts'
import { schemaAnchor, schemaTable, typeOf } from './schema-table.ts'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly description: string
  readonly schema: JsonSchema
}

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly parameters: readonly Parameter[]
  readonly responses: {
    readonly 200: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> }
  }
}

/** As much of an OpenAPI document as the page shows. */
interface Description {
  readonly info: { readonly title: string; readonly description: string; readonly version: string }
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly securitySchemes: { readonly key: { readonly description: string } }
  }
}

const t = toolTexts

/** Names that no language translates. */
const formats = { openapi: 'OpenAPI 3.1', graphql: 'GraphQL' }

const example = `curl '${siteUrl('/v1/practices?locale=en&limit=3&fields=title,url')}'`

/** What stands between backticks in the description's Markdown is code. https://spec.commonmark.org/0.31.2/#code-spans */
const withCode = (text: string): Html =>
  html`${text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`

/** The whole description on one page, made from the document that programs read. Without a script. */
export function docsPage({ info, paths, components }: Description): Html {
  const operations = Object.entries(paths).map(([path, { get }]) => ({ path, ...get }))
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${info.title}</title>
<meta name="description" content="${info.description}">
<link rel="icon" href="/brand/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${stylesheetPath}">
<link rel="service-desc" href="/v1/openapi.json" type="application/json">
</head>
<body class="api-docs">
<a class="skip" href="#main">${t('v1.docs.skip')}</a>
<main id="main" class="wrap">
<div class="page-head"><h1>${info.title}</h1><p>${info.description}</p></div>
<p><a class="button" href="/v1/openapi.json">${formats.openapi}</a> <a href="/v1/schema.graphql">${formats.graphql}</a> · ${t(
    'v1.docs.version',
    { version: info.version },
  )}</p>
<h2 id="begin">${t('v1.docs.begin')}</h2>
<pre tabindex="0"><code>${example}</code></pre>
<p>${t('v1.docs.languages')}</p>
<h2 id="keys">${t('v1.docs.keys')}</h2>
<p>${withCode(components.securitySchemes.key.description)}</p><p>${t('v1.docs.limits')}</p>
<h2 id="graphql">${formats.graphql}</h2>
<p>${t('v1.docs.graphql', { levels: MAX_LEVELS, roots: MAX_ROOTS, weight: MAX_WEIGHT })}</p>
<nav aria-labelledby="addresses"><h2 id="addresses">${t('v1.docs.addresses')}</h2><ul>${operations.map(
    ({ path, operationId, summary }) =>
      html`<li><a href="#${operationId}"><code>${path}</code></a> ${summary}</li>`,
  )}</ul></nav>
${operations.map((operation) => section(operation))}
<h2 id="problems">${t('v1.docs.problems')}</h2><p>${t('v1.docs.problems.lead')}</p>
<dl>${Object.entries(problemStatus).map(
    ([name, status]) =>
      html`<dt id="problem-${name}">${status} ${t(`v1.problem.${name}.title`)}</dt><dd>${t(`v1.problem.${name}.detail`)}</dd>`,
  )}</dl>
<h2 id="schemas">${t('v1.docs.schemas')}</h2>
${Object.entries(components.schemas).map(
  ([name, schema]) => html`<h3 id="${schemaAnchor(name)}">${name}</h3>${schemaTable(schema, name)}`,
)}
</main>
</body>
</html>
`
}

function section({
  path,
  operationId,
  summary,
  parameters,
  responses,
}: Operation & { readonly path: string }): Html {
  const [answer] = Object.entries(responses[200].content)
  return html`<section aria-labelledby="${operationId}"><h3 id="${operationId}"><code>${`GET ${path}`}</code></h3><p>${summary}</p>${
    parameters.length > 0 &&
    html`<table><caption class="hidden">${t('v1.docs.parameters')}: ${path}</caption><thead><tr><th scope="col">${t('v1.docs.name')}</th><th scope="col">${t('v1.docs.type')}</th><th scope="col">${t('v1.docs.meaning')}</th></tr></thead><tbody>${parameters.map(
      ({ name, required, description, schema }) =>
        html`<tr><th scope="row"><code>${name}</code>${required && html` <small>${t('v1.docs.required')}</small>`}</th><td>${typeOf(schema)}</td><td>${description}${
          schema.default !== undefined && html` ${t('v1.docs.default', { value: String(schema.default) })}`
        }</td></tr>`,
    )}</tbody></table>`
  }${
    answer !== undefined &&
    html`<details><summary>${t('v1.docs.answer')} <code>${answer[0]}</code></summary>${schemaTable(answer[1].schema, path)}</details>`
  }</section>`
}
