import config from '@payload-config'
import { getPayload } from 'payload'
import { afterAll } from 'vitest'

import { answerV1 } from '../reading/v1/router.ts'
import { createTestItem } from './create-item.ts'
import { createTestNetwork } from './create-network.ts'

/** When whoever reads does so. */
export const now = new Date('2026-11-28T12:00:00Z')

/** For the top of a test file: a network with two news items and a topic, and whoever reads it under `/v1`. */
export async function readNetwork() {
  const payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'el'])
  await payload.create({ collection: 'topics', locale: 'en', data: { label: 'Finance', slug: 'finance' } })
  /** Public in English and French. */
  const both = await createTestItem(payload)
  await both.publish('en', { title: 'Alpha' })
  await both.publish('fr', { title: 'Étude' })
  /** Public in Greek only. */
  const greek = await createTestItem(payload)
  await greek.publish('el', { title: 'Ωμέγα' })
  afterAll(() => payload.destroy())

  const send = (path: string, init: RequestInit = {}) =>
    answerV1(payload, new Request(`http://localhost:3000/v1${path}`, init), now)

  const get = async (path: string, headers: Record<string, string> = {}) =>
    readAnswer(await send(path, { headers }))

  return { payload, both, greek, send, get }
}

/** An answer with its text, which is JSON where it is not empty. */
export async function readAnswer(response: Response) {
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text === '' ? null : JSON.parse(text),
  }
}

/** The titles of a list, in its order. */
export const titlesOf = ({ body }: { readonly body: { data: { title: string }[] } }) =>
  body.data.map(({ title }) => title)
