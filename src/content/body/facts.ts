import type { Media, Organisation, Term } from '../../payload-types.ts'
import { type Html, type HtmlValue, html } from '../markup/html.ts'

/** A name and what stands for it. A fact without a value is not shown. */
export type Fact = readonly [label: string, value: HtmlValue]

/** Whether there is anything to say. */
export const isStated = ([, value]: Fact): boolean =>
  value !== null && value !== undefined && value !== false && value !== ''

export const factList = (facts: readonly Fact[]): Html =>
  html`<dl class="facts">${facts
    .filter(isStated)
    .map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`

/** A section that is dropped with its heading when there is nothing to say in it. */
export const section = (heading: string, body: Html | null): Html | null =>
  body === null ? null : html`<h2>${heading}</h2>${body}`

type Populated<Row> = string | Row | null | undefined

/** The row behind a relation. Null where it was not read or is not public. */
export const row = <Row extends object>(value: Populated<Row>): Row | null =>
  typeof value === 'object' && value !== null ? value : null

/** Labels of terms or topics in the page's language; those without one are left out. */
export const labelsOf = (terms: readonly Populated<Pick<Term, 'label'>>[] | null | undefined): string[] =>
  (terms ?? []).flatMap((term) => row(term)?.label ?? [])

export const nameOf = (organisation: Populated<Organisation>): string | null => {
  const { name, acronym } = row(organisation) ?? {}
  return name || acronym || null
}

export const namesOf = (organisations: readonly Populated<Organisation>[] | null | undefined): string[] =>
  (organisations ?? []).flatMap((organisation) => nameOf(organisation) ?? [])

/** Where a file can be fetched. Null where there is none. */
export const fileHref = (file: Populated<Media>): string | null => row(file)?.url ?? null
