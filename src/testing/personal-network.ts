import { randomUUID } from 'node:crypto'

import config from '@payload-config'
import { getPayload } from 'payload'
import { afterAll, beforeEach } from 'vitest'

import { databaseOf, sql } from '../database/database.ts'
import type { PersonalRenderer } from '../dissemination/personal/personal-renderer.ts'
import { sendPersonal } from '../dissemination/personal/send-personal.ts'
import { smtp } from '../newsletter/transports/smtp.ts'
import { createTestNetwork } from './create-network.ts'
import { emptying } from './emptying.ts'
import type { fakeSmtp } from './fake-smtp.ts'
import { oneRenderer } from './one-renderer.ts'

/** Says what each mail is, with a person's own links in it. */
const plainly: PersonalRenderer = async (_, { key, kind, items }) => ({
  locale: 'el',
  subject: `${kind} ${key}`,
  html: '<p>Νέα <a href="{{unsubscribe_url}}">x</a> <a href="{{preferences_url}}">y</a></p>',
  text: 'Νέα {{unsubscribe_url}}',
  fromName: 'Sample network',
  listName: 'Τα νέα σας',
  items,
})

export const renderers = oneRenderer(plainly)

/** For the top of a test file: a network that writes to people one by one. Each test begins with nobody and no mail. */
export async function personalNetwork() {
  const payload = await getPayload({ config })
  const { newsletterIds } = await createTestNetwork(payload, ['en', 'el'])
  const [newsletterId] = newsletterIds
  const run = (statement: ReturnType<typeof sql>) => databaseOf(payload).execute(statement)

  const allow = async (mailsPerWeek: number | null) =>
    void (await run(sql`update network set mails_per_week = ${mailsPerWeek}`))

  afterAll(() => payload.destroy())
  beforeEach(async () => {
    await run(
      emptying('personal_mails email_deliveries subscriptions follows suppressions subscribers send_buckets'),
    )
    await allow(null)
  })

  /** Gets a newsletter and follows the events. Their id is the key of their address. */
  async function person(): Promise<string> {
    const id = randomUUID()
    await run(sql`
      insert into subscribers (id, email, address_key, locale, status, confirmed_at)
      values (${id}, ${`${id}@example.org`}, ${id}, 'el', 'active', now())
    `)
    await run(sql`
      insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
      values (${id}, ${newsletterId}, 'confirmed', now())
    `)
    await run(sql`
      insert into follows (subscriber_id, target, target_id, confirmed_at) values (${id}, 'events', ${randomUUID()}, now())
    `)
    return id
  }

  /** A mail that waits to leave. Answers its id. */
  async function plan(subscriberId: string, kind: 'digest' | 'notice' | 'reminder', key = '2026-W48') {
    const id = randomUUID()
    await run(sql`
      insert into personal_mails (id, subscriber_id, kind, key, state)
      values (${id}, ${subscriberId}, ${kind}, ${key}, 'planned')
    `)
    return id
  }

  async function rowOf(id: string) {
    const { rows } = await run(sql`
      select state, reason, due_at > now() as late from personal_mails where id = ${id}
    `)
    return rows[0]
  }

  const makeDue = () => run(sql`update personal_mails set due_at = now()`)

  /** What a worker does with all that is due, by this mail server. */
  async function sendBySmtp(
    { url }: Awaited<ReturnType<typeof fakeSmtp>>,
    more: Partial<Parameters<typeof sendPersonal>[1]> = {},
  ): Promise<void> {
    const transport = smtp({ url })
    await sendPersonal(payload, { transport, signal: new AbortController().signal, renderers, ...more })
    await transport.close()
  }

  return { payload, run, allow, person, plan, rowOf, makeDue, sendBySmtp }
}
