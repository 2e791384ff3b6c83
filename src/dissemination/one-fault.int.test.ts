import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { createTestItem } from '../testing/create-item.ts'
import { createTestNewsletter } from '../testing/create-newsletter.ts'
import { emptying } from '../testing/emptying.ts'
import { fakeResend } from '../testing/fake-resend.ts'
import { fakeSmtp } from '../testing/fake-smtp.ts'
import { oneRenderer } from '../testing/one-renderer.ts'
import type { PersonalRenderer, RenderedPersonalMail } from './personal/personal-renderer.ts'

const { getPayload } = await import('payload')
const { default: config } = await import('../../payload.config.ts')
const { databaseOf, sql } = await import('../database/database.ts')
const { settleLapsedPersonalMails } = await import('../ledger/personal-mails.ts')
const { resend } = await import('../newsletter/transports/resend.ts')
const { smtp } = await import('../newsletter/transports/smtp.ts')
const { sendPersonal } = await import('./personal/send-personal.ts')
const { prepareIssue } = await import('./prepare-issue.ts')
const { requestSend } = await import('./request-send.ts')
const { sendIssue } = await import('./send-issue.ts')

type TestNewsletter = Awaited<ReturnType<typeof createTestNewsletter>>

let payload: Payload
let newsletter: TestNewsletter
let server: Awaited<ReturnType<typeof fakeSmtp>>

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletter = await createTestNewsletter(payload)
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  server = await fakeSmtp()
  await run(
    emptying('personal_mails email_deliveries follows subscriptions subscribers send_buckets sending_days'),
  )
})
afterEach(async () => {
  await run(sql`drop function if exists in_the_way cascade`)
  await run(sql`drop sequence if exists times`)
  await run(sql`update network set pace_mails_per_second = null`)
  await server[Symbol.asyncDispose]()
})

const run = (statement: ReturnType<typeof sql>) => databaseOf(payload).execute(statement)

/** So often a statement like this fails. */
async function failsFirst(times: number, table: 'send_buckets' | 'personal_mails', when: string) {
  await run(sql`create sequence times`)
  await run(
    sql.raw(`
    create function in_the_way() returns trigger language plpgsql as $$
    begin
      if nextval('times') <= ${times} then raise exception 'the database is away'; end if;
      return new;
    end $$;
    create trigger in_the_way before insert or update on ${table} for each row when (${when}) execute function in_the_way();
  `),
  )
}

const saying =
  (more: Partial<RenderedPersonalMail> = {}): PersonalRenderer =>
  async () => ({
    locale: 'en',
    subject: 'News',
    html: '<p>News</p>',
    text: 'News',
    fromName: 'EMEN',
    listName: 'News',
    ...more,
  })

async function planned(people: number) {
  await newsletter.subscribe(people, ['en'])
  await run(sql`
    insert into personal_mails (id, subscriber_id, kind, key, state)
    select gen_random_uuid(), id, 'digest', '2026-W48', 'planned' from subscribers
  `)
}

async function send(renderer = saying(), refusing = '') {
  const transport = smtp({ url: server.url })
  const end = await sendPersonal(payload, {
    transport: {
      ...transport,
      sendOne: async (mail, options) => {
        if (mail.to === refusing) throw new Error('a fault of ours')
        return transport.sendOne(mail, options)
      },
    },
    signal: new AbortController().signal,
    renderers: oneRenderer(renderer),
  }).then(
    () => 'done',
    () => 'failed',
  )
  await transport.close()
  return end
}

const told = async () =>
  (
    await run(sql`
      select concat_ws(' ', count(*), state, reason) as says from personal_mails group by state, reason order by state, reason
    `)
  ).rows.map(({ says }) => says)

const counted = async () =>
  (await run(sql`select coalesce(sum(mails), 0)::int as mails from sending_days`)).rows[0]?.mails

test('a fault with one personal mail takes nothing from those that leave beside it', async () => {
  await planned(5)
  const { rows } = await run(sql`select email from subscribers limit 1`)
  expect(await send(saying(), String(rows[0]?.email))).toBe('failed')
  expect([await told(), server.mails().length]).toEqual([['4 submitted', '1 submitting'], 4])
})

test('where nobody can say whose turn it is, no personal mail is in doubt', async () => {
  await planned(3)
  await run(sql`update network set pace_mails_per_second = 100`)
  await failsFirst(1, 'send_buckets', `new.key like 'sender:%'`)
  expect(await send()).toBe('failed')
  expect([await told(), server.mails().length, await counted()]).toEqual([['1 planned', '2 submitted'], 2, 2])
  expect(await send()).toBe('done')
  expect([await told(), server.mails().length, await counted()]).toEqual([['3 submitted'], 3, 3])
})

test('what became of personal mails is written down though the database is away for a moment', async () => {
  await planned(3)
  await failsFirst(2, 'personal_mails', `new.state = 'submitted'`)
  expect(await send()).toBe('done')
  expect([await told(), server.mails().length]).toEqual([['3 submitted'], 3])
})

test('a personal mail that nobody could answer fails before it leaves', async () => {
  await planned(1)
  expect(await send(saying({ replyTo: 'a@example.org,b@example.org' }))).toBe('done')
  expect([await told(), server.mails().length]).toEqual([['1 failed edition-refused'], 0])
})

test('a personal mail that is refused for now does not count in the day, however often', async () => {
  await planned(1)
  for (let attempt = 0; attempt < 3; attempt++) {
    server.failNext({ at: 'rcpt', answer: '450 4.2.1 later' })
    await send()
    await run(sql`update personal_mails set due_at = now()`)
    expect(await counted()).toBe(0)
  }
  await send()
  expect([await told(), await counted()]).toEqual([['1 submitted'], 1])
})

test('a personal mail that another worker sent meanwhile counts in the day, whatever a late one is told', async () => {
  await using service = await fakeResend()
  const own = resend({ apiKey: service.apiKey, baseUrl: service.url })
  const sendBy = (transport: typeof own) =>
    sendPersonal(payload, {
      transport,
      signal: new AbortController().signal,
      renderers: oneRenderer(saying()),
    })
  await planned(1)
  await sendBy({
    ...own,
    sendOne: async () => {
      await run(sql`update personal_mails set lease_until = now() - interval '1 second'`)
      await settleLapsedPersonalMails(databaseOf(payload))
      await sendBy(own)
      return { kind: 'not-now', reason: 'rate-limited', retryAt: new Date(), code: null, about: 'transport' }
    },
  })
  expect([await told(), service.mails().length, await counted()]).toEqual([['1 submitted'], 1, 1])
})

test('a letter that cannot be written is not marked as under way', async () => {
  const item = await createTestItem(payload)
  await item.publish('en')
  await newsletter.subscribe(3, ['en'])
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
  await run(sql`update newsletters set reply_to = 'a@example.org,b@example.org'`)
  const transport = smtp({ url: server.url })
  const signal = new AbortController().signal
  await expect(sendIssue(payload, issueId, { transport, signal })).rejects.toThrow('no e-mail address')
  await transport.close()

  const { rows } = await run(sql`select state, count(*)::int as mails from email_deliveries group by 1`)
  expect(rows).toEqual([{ state: 'planned', mails: 3 }])
})
