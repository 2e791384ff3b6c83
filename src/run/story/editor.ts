import { z } from 'zod'

import type { Locale } from '../../i18n/locales.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: string }

/** An editor at the REST API, with nothing but what the API offers. */
export interface Editor {
  get<Answer>(path: string): Promise<Answer>
  list(collection: string, query?: string): Promise<readonly Row[]>
  create(collection: string, locale: Locale, data: unknown): Promise<string>
  update(collection: string, id: string, locale: Locale, data: unknown): Promise<void>
  remove(collection: string, id: string): Promise<void>
  post(path: string, data?: unknown): Promise<void>
}

const listShape = z.object({ docs: z.array(z.looseObject({ id: z.string() })) })
const createdShape = z.object({ doc: z.object({ id: z.string() }) })

/** @throws {Error} with the API's own words whenever it does not do what it was asked. */
export async function signIn(
  site: string,
  credentials: { readonly email: string; readonly password: string },
): Promise<Editor> {
  const ask = async (method: string, path: string, data?: unknown, token?: string): Promise<unknown> => {
    const answer = await fetch(`${site}/api${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `JWT ${token}` }),
      },
      ...(data !== undefined && { body: JSON.stringify(data) }),
    })
    const body = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${body.slice(0, 400)}`)
    return JSON.parse(body)
  }
  const { token } = z.object({ token: z.string() }).parse(await ask('POST', '/users/login', credentials))

  return {
    get: async <Answer>(path: string) => (await ask('GET', path, undefined, token)) as Answer,
    list: async (collection, query = '') =>
      listShape.parse(await ask('GET', `/${collection}?depth=0&limit=100${query}`, undefined, token)).docs,
    create: async (collection, locale, data) =>
      createdShape.parse(await ask('POST', `/${collection}?locale=${locale}`, data, token)).doc.id,
    update: async (collection, id, locale, data) =>
      void (await ask('PATCH', `/${collection}/${id}?locale=${locale}`, data, token)),
    remove: async (collection, id) => void (await ask('DELETE', `/${collection}/${id}`, undefined, token)),
    post: async (path, data = {}) => void (await ask('POST', path, data, token)),
  }
}
