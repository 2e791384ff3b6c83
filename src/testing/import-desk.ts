import config from '@payload-config'
import { handleEndpoints } from 'payload'
import { expect } from 'vitest'

import { runImport } from '../audience/imports/run-import.ts'
import { databaseOf, sql } from '../database/database.ts'
import { type Answer, type Credentials, rest, signIn } from './api.ts'
import { sampleEvidence } from './audience-import.ts'
import { importingNetwork } from './importing-network.ts'

/** Two that are new, one that is there twice, and one of a country that there is not. */
export const list = [
  'Email;Sprache;Newsletter;Land',
  '-Ann@example.org;en;Practice letter;',
  'bob@example.org;fr;Practice letter;',
  'BOB@example.org;fr;Practice letter;',
  'eve@example.org;en;Practice letter;"=Atlantis"',
].join('\n')

/** For the top of a test file: what a data officer asks of lists, over HTTP. Each test begins with nobody and no list. */
export async function importDesk() {
  const { payload, practice } = await importingNetwork()
  const officer = await signIn(payload, { roles: ['data-officer'] })

  const ask = (path: string, body?: object, as: Credentials = officer): Promise<Answer> =>
    rest(`/audience/imports${path}`, { as, method: 'POST', body })
  const change = (id: string, body: object): Promise<Answer> =>
    rest(`/audience/imports/${id}`, { as: officer, method: 'PATCH', body })
  const look = (path: string, as: Credentials = officer): Promise<Answer> =>
    rest(`/audience/imports${path}`, { as })

  /** As the browser sends a file: its bytes and nothing around them. */
  async function upload(
    content: string | Uint8Array<ArrayBuffer>,
    name = 'list.csv',
    as: Credentials = officer,
  ) {
    const response = await handleEndpoints({
      config,
      request: new Request(`http://localhost:3000/api/audience/imports?${new URLSearchParams({ name })}`, {
        method: 'POST',
        headers: { 'Accept-Language': 'en', ...(as !== null && { Authorization: as }) },
        body: content,
      }),
    })
    return { status: response.status, body: (await response.json()) as { readonly id: string } }
  }

  async function textOf(path: string, init: RequestInit = {}): Promise<string> {
    const headers = { 'Accept-Language': 'en', Authorization: officer, ...init.headers }
    const request = new Request(`http://localhost:3000/api/audience${path}`, { ...init, headers })
    const response = await handleEndpoints({ config, request })
    expect(response.status).toBe(200)
    // `text()` takes a mark away.
    return Buffer.from(await response.arrayBuffer()).toString()
  }

  /** Asks for a step and does it as a worker would. */
  async function step(id: string, name: 'check' | 'apply' | 'undo'): Promise<Answer['body']> {
    expect((await ask(`/${id}/${name}`)).status).toBe(202)
    await runImport(payload, id)
    return (await look(`/${id}`)).body
  }

  async function bringIn(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
    const { id } = (await upload(content)).body
    await change(id, { evidence: sampleEvidence })
    await step(id, 'check')
    await step(id, 'apply')
    return id
  }

  const looks = async () =>
    (await databaseOf(payload).execute(sql`select kind, people, purpose from address_looks order by id`)).rows

  return { payload, practice, officer, ask, change, look, upload, textOf, step, bringIn, looks }
}
