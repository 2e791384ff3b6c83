import config from '@payload-config'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { handleEndpoints, type Payload } from 'payload'

import type { Role } from '../access/roles.ts'
import { databaseOf } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { issueKey } from '../reading/keys/keys.ts'
import type { Scope } from '../reading/keys/scopes.ts'

/** What an API answered. */
export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: answers of a hundred shapes, each asserted where it is asked for
  readonly body: any
  readonly text: string
}

/** The value of an `Authorization` header. Null: nobody in particular. */
export type Credentials = string | null

interface Ask {
  readonly as?: Credentials
  /** Further headers, such as those of a browser that is signed in. */
  readonly brought?: Readonly<Record<string, string>>
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  readonly file?: File
  /** Interface language of whoever asks. */
  readonly language?: Locale
}

const ORIGIN = 'http://localhost:3000'

/** Asks the REST API as the world does, through HTTP requests and without a server. `path` starts after `/api`. */
export async function rest(
  path: string,
  { as = null, brought = {}, method = 'GET', body, file, language = 'en' }: Ask = {},
) {
  const headers = new Headers({ ...brought, 'Accept-Language': language })
  if (as !== null) headers.set('Authorization', as)
  const request = new Request(`${ORIGIN}/api${path}`, { method, headers, ...payloadOf(body, file, headers) })
  return answerOf(await handleEndpoints({ config, request }))
}

function payloadOf(body: unknown, file: File | undefined, headers: Headers): { body?: BodyInit } {
  if (file !== undefined) {
    const form = new FormData()
    form.set('file', file)
    form.set('_payload', JSON.stringify(body ?? {}))
    return { body: form }
  }
  if (body === undefined) return {}
  headers.set('Content-Type', 'application/json')
  return { body: JSON.stringify(body) }
}

/** Asks the GraphQL API. `beside` stands in the body next to the query. */
export async function graphql(query: string, as: Credentials = null, beside: object = {}): Promise<Answer> {
  const headers = new Headers({ 'Content-Type': 'application/json' })
  if (as !== null) headers.set('Authorization', as)
  const request = new Request(`${ORIGIN}/api/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ ...beside, query }),
  })
  return answerOf(await GRAPHQL_POST(config)(request))
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  return { status: response.status, text, body: JSON.parse(text) }
}

interface Person {
  readonly roles: readonly Role[]
  readonly locales?: readonly Locale[]
  readonly organisation?: string
}

/** Creates a person and signs in as them. */
export async function signIn(
  payload: Payload,
  { roles, locales = [], organisation }: Person,
): Promise<string> {
  const email = `${crypto.randomUUID()}@people.example`
  const password = crypto.randomUUID()
  await payload.create({
    collection: 'users',
    data: {
      email,
      password,
      name: roles.join(', '),
      roles: [...roles],
      locales: [...locales],
      organisation: organisation ?? null,
    },
  })
  const { token } = await payload.login({ collection: 'users', data: { email, password } })
  return `JWT ${token}`
}

/** Creates a partner site with a key. */
export async function apiConsumer(payload: Payload, limits: ConsumerLimits = {}): Promise<string> {
  const { id } = await payload.create({
    collection: 'api-consumers',
    data: { name: 'Partner site', scopes: ['read', 'changes'], ratePerMinute: 1000, ...limits },
  })
  return `Bearer ${await issueKey({ consumerId: id, endsAt: null }, databaseOf(payload))}`
}

interface ConsumerLimits {
  readonly scopes?: Scope[]
  readonly ratePerMinute?: number
  readonly quotaPerDay?: number
}
