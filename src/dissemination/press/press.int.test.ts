import { randomUUID } from 'node:crypto'

import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { canonicalAddress } from '../../audience/canonical-address.ts'
import type { PressRelease } from '../../channels/mailer.ts'
import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { Requester } from '../../network/request.ts'
import { smtp } from '../../newsletter/transports/smtp.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { answerUnsubscribe, answerUnsubscribeForm } from '../../site/subscriber/unsubscribe-answers.ts'
import { rest, signIn } from '../../testing/api.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { emptying } from '../../testing/emptying.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { visitor } from '../../testing/visitor.ts'
import { recordFeedback } from '../feedback/record-feedback.ts'
import { personalRenderers } from '../personal/renderers.ts'
import { sendPersonal } from '../personal/send-personal.ts'
import { pressMailer } from './press-mailer.ts'
import { renderPress } from './render-press.ts'

let payload: Payload
/** As a mail can hold them: they are no text. */
const bytes = Buffer.from([0, 255, 128, 10, 13, 0])

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'el', 'ar'])
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying('personal_mails press_releases press_contacts suppressions mail_feedback'),
  )
})

async function contact(name: string, more: { locale?: Locale; topics?: string[] } = {}): Promise<string> {
  const { id } = await payload.create({
    collection: 'press-contacts',
    data: { name, email: `${name}@example.org`, locale: 'en', consentBasis: 'asked for it', ...more },
  })
  return id
}

const item = { collection: 'news', id: randomUUID() } as const
const release = (more: Partial<PressRelease> = {}): PressRelease => ({
  key: 'first',
  item,
  locale: 'en',
  change: 'published',
  subject: 'Mentoring starts',
  html: '<html><body><p>Body</p><a href="{{unsubscribe_url}}">No more</a></body></html>',
  text: 'Body {{unsubscribe_url}}',
  files: [{ url: 'https://emen.example/a.bin', name: 'a.bin', type: 'application/octet-stream', bytes: 6 }],
  replyTo: 'press@example.org',
  ...more,
})
const enter = (more: Partial<PressRelease> = {}) => pressMailer(payload).enter(release(more))

const site: Requester = async () => ({ status: 200, headers: new Headers(), body: bytes })
async function send(request: Requester = site) {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  await sendPersonal(payload, {
    transport,
    signal: new AbortController().signal,
    renderers: { ...personalRenderers, press: (_, mail) => renderPress(payload, mail, request) },
  })
  await transport.close()
  return server.mails()
}

const mailsNow = async () => {
  const { rows } = await databaseOf(payload).execute<{ key: string; state: string }>(sql`
    select key, state from personal_mails order by key, state
  `)
  return rows.map(({ key, state }) => `${key} ${state}`)
}

test('each contact of the language gets a mail of their own, answers go where they are read', async () => {
  await contact('anna')
  await contact('ben')
  await contact('clio', { locale: 'el' })

  expect(await enter()).toBe(2)
  const mails = await send()
  expect(mails.map(({ to }) => to).sort()).toEqual(['anna@example.org', 'ben@example.org'])
  const [mail] = mails
  expect(mail?.parsed.subject).toBe('Mentoring starts')
  expect(mail?.parsed.replyTo).toMatchObject([{ address: 'press@example.org' }])
  expect(mail?.parsed.cc ?? []).toEqual([])
  const header = (name: string) => mail?.parsed.headers.find(({ key }) => key === name)?.value
  expect(header('auto-submitted')).toBe('auto-generated')
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(new Uint8Array(mail?.parsed.attachments[0]?.content as ArrayBuffer)).toEqual(new Uint8Array(bytes))
})

test('what is entered again is sent once', async () => {
  await contact('anna')

  expect([await enter(), await enter()]).toEqual([1, 1])
  expect(await send()).toHaveLength(1)
  expect(await enter()).toBe(1)
  expect(await send()).toHaveLength(0)
})

test('a contact with topics gets what is about them', async () => {
  const [wanted, other] = await Promise.all(
    ['finance', 'skills'].map((label) =>
      payload.create({ collection: 'topics', locale: 'en', data: { label } }),
    ),
  )
  await contact('anna', { topics: [wanted?.id ?? ''] })
  await contact('ben', { topics: [other?.id ?? ''] })
  await contact('all')
  const news = await payload.create({
    collection: 'news',
    locale: 'en',
    draft: true,
    data: { title: 'x', topics: [wanted?.id ?? ''] } as never,
  })
  await enter({ item: { collection: 'news', id: news.id } })

  expect((await send()).map(({ to }) => to).sort()).toEqual(['all@example.org', 'anna@example.org'])
})

test('nobody who wants none gets one: withdrawn, bounced, barred, or withdrawn after it was entered', async () => {
  const withdrawn = await contact('anna')
  await payload.update({ collection: 'press-contacts', id: withdrawn, data: { withdrawn: true } })
  const bounced = await contact('ben')
  await payload.update({
    collection: 'press-contacts',
    id: bounced,
    data: { bouncedAt: '2026-03-01T00:00:00Z' },
  })
  await contact('barred')
  const key = addressKey(canonicalAddress('barred@example.org')?.canonical ?? '')
  await databaseOf(payload).execute(sql`
    insert into suppressions (address_key, scope, reason, origin) values (${key}, 'global', 'manual', 'officer')
  `)
  const late = await contact('late')

  expect(await enter()).toBe(1)
  await payload.update({ collection: 'press-contacts', id: late, data: { withdrawn: true } })
  expect(await send()).toEqual([])
  expect(await mailsNow()).toEqual(['first skipped'])
})

test('a correction goes to those who got the first, and takes its place where that has not left', async () => {
  await contact('anna')
  await enter()
  await send()
  await contact('ben')

  expect(await enter({ key: 'second', change: 'corrected' })).toBe(1)
  expect(await enter({ key: 'third', change: 'withdrawn' })).toBe(1)
  expect((await send()).map(({ to }) => to)).toEqual(['anna@example.org'])
  expect(await mailsNow()).toEqual(['first submitted', 'second skipped', 'third submitted'])
})

test('a release to nobody is entered nowhere, and can be once somebody is there', async () => {
  expect(await enter()).toBe(0)
  await contact('anna')
  expect(await enter()).toBe(1)
})

test('a file that our site has lost keeps no release from leaving', async () => {
  await contact('anna')
  await enter()
  const [mail] = await send(async () => ({ status: 404, headers: new Headers(), body: Buffer.of() }))

  expect(mail?.parsed.attachments).toEqual([])
})

const linkIn = (text = ''): string => /\/u\/(\S+)/.exec(text)?.[1] ?? ''

test('one click ends it, opening the link does not', async () => {
  const id = await contact('anna', { locale: 'el' })
  await enter({ locale: 'el' })
  const [mail] = await send()
  const token = linkIn(mail?.parsed.text)
  const reader = visitor(payload)
  const isWithdrawn = async () =>
    (await payload.findByID({ collection: 'press-contacts', id })).withdrawn === true

  const page = await answerUnsubscribeForm(reader.get(`/u/${token}`), { token })
  expect([page.status, await isWithdrawn()]).toEqual([200, false])
  expect(await page.text()).toContain('<html lang="el"')
  const click = reader.post(`/u/${token}`, [['List-Unsubscribe', 'One-Click']])
  const answer = await answerUnsubscribe(click, { token })
  expect([answer.status, await answer.text(), await isWithdrawn()]).toEqual([200, '', true])
})

test.for([
  { kind: 'bounced', bounceClass: 'hard', withdrawn: false, bounced: true },
  { kind: 'bounced', bounceClass: 'soft', withdrawn: false, bounced: false },
  { kind: 'complained', bounceClass: null, withdrawn: true, bounced: false },
] as const)('what came back ($kind, $bounceClass) marks the contact', async (told) => {
  const { kind, bounceClass, withdrawn, bounced } = told
  const id = await contact('anna')
  await enter()
  await send()
  const { rows } = await databaseOf(payload).execute<{ id: string }>(sql`select id from personal_mails`)
  const unsaid = { providerId: null, status: null, replyCode: null }
  const source = 'mailbox' as const
  const feedback = { ...unsaid, source, key: randomUUID(), at: new Date(), kind, bounceClass }
  await recordFeedback(payload, { ...feedback, deliveryId: rows[0]?.id ?? '' }, new Date())

  const marked = await payload.findByID({ collection: 'press-contacts', id })
  expect([marked.withdrawn, Boolean(marked.bouncedAt)]).toEqual([withdrawn, bounced])
})

test('addresses are for those who keep the list; editors see who is on it', async () => {
  await contact('anna')
  const [officer, editor, translator] = [
    await signIn(payload, { roles: ['data-officer'] }),
    await signIn(payload, { roles: ['editor'] }),
    await signIn(payload, { roles: ['translator'], locales: ['el'] }),
  ]

  expect((await rest('/press-contacts', { as: officer })).text).toContain('anna@example.org')
  const seen = await rest('/press-contacts', { as: editor })
  expect([seen.text.includes('"anna"'), seen.text.includes('@example.org')]).toEqual([true, false])
  const found = await rest('/press-contacts?where[email][like]=anna', { as: editor })
  expect(found.text).not.toContain('"anna"')
  expect((await rest('/press-contacts', { as: translator })).status).toBe(403)
  expect((await rest('/press-contacts')).status).toBe(403)
})
