import type { Payload } from 'payload'

import type { NetworkLanguages } from '../../content/network-languages.ts'
import type { Consumer } from '../keys/keys.ts'
import type { Scope } from '../keys/scopes.ts'
import type { JsonSchema, Parameters, ValuesOf } from './parameter.ts'

/** One request, read and checked. */
export interface Ask<Given extends Parameters = Parameters> {
  readonly payload: Payload
  readonly request: Request
  readonly now: Date
  /** What stands in the address where the path has `{name}`. */
  readonly path: Readonly<Record<string, string>>
  readonly query: ValuesOf<Given>
  readonly languages: NetworkLanguages
  /** Whose key it came with. Null: it came with none. */
  readonly consumer: Consumer | null
  /** Every route there is. */
  readonly routes: readonly Route[]
}

/** One address of the contract: the router, the check of queries and the documentation are all made from this. */
export interface Route {
  /** `/v1/news/{slugOrId}`. A fixed part goes before one in braces. */
  readonly path: string
  /** Unique: `listNews`. Its sentence in the documentation is the text `v1.route.<about>`. */
  readonly name: string
  readonly about: string
  readonly parameters: Parameters
  /** What may stand in the path, where that is a closed list. */
  readonly pathValues?: Readonly<Record<string, readonly string[]>>
  readonly scope: Scope
  /** What it answers. */
  readonly answers: {
    readonly schema: JsonSchema
    readonly contentType: string
    /** What else, by what is asked for in `Accept`. */
    readonly also?: Readonly<Record<string, JsonSchema>>
  }
  /** Which refusals beside those of every address it may answer with. */
  readonly refusals?: readonly ('not-found' | 'gone' | 'restart')[]
  /** Whether it may lead to another address of ours (308). */
  readonly mayMove?: boolean
  /** As how many requests it counts, where that is more than one. */
  weigh?(ask: Pick<Ask, 'payload' | 'path' | 'languages'>): Promise<number>
  answer(ask: Ask): Promise<Response>
}

interface Definition<Given extends Parameters> extends Omit<Route, 'answer' | 'parameters'> {
  readonly parameters: Given
  answer(ask: Ask<Given>): Promise<Response>
}

/** A route whose answer is given the values of its own parameters. */
export const route = <Given extends Parameters>(definition: Definition<Given>): Route => ({
  ...definition,
  answer: (ask) => definition.answer(ask as Ask<Given>),
})

/** The answer is JSON of this shape. */
export const json = (schema: JsonSchema) => ({ schema, contentType: 'application/json' })
