import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { type MailCatcher, startMailCatcher } from './mail-catcher.ts'

let folder = ''
let catcher: MailCatcher

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catcher-'))
  catcher = await startMailCatcher({ smtpPort: 0, pagePort: 0, folder })
})

afterEach(async () => {
  await catcher.stop()
  await rm(folder, { recursive: true })
})

const letter = {
  from: 'EMEN <news@emen.example>',
  to: 'Niki <niki@subscriber.example>',
  subject: 'Νέα του δικτύου',
  text: 'Καλημέρα',
  html: '<html lang="el"><head><title>x</title></head><body><script>top.document.title = "taken"</script><p>Καλημέρα</p></body></html>',
  headers: {
    'Content-Language': 'el',
    'List-Unsubscribe': '<https://emen.example/u/1>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
}

async function submit(mail: object): Promise<void> {
  const transport = createTransport(catcher.smtpUrl)
  await transport.sendMail(mail)
  transport.close()
}

const json = async (path: string) => (await fetch(catcher.url + path)).json()

test('a sender that is killed in the middle of a mail does no harm to the others', async () => {
  const killed = connect(Number(new URL(catcher.smtpUrl).port), '127.0.0.1')
  await once(killed, 'data')
  for (const command of ['HELO killed.example', 'MAIL FROM:<news@emen.example>']) {
    killed.write(`${command}\r\n`)
    await once(killed, 'data')
  }
  killed.resetAndDestroy()

  await submit(letter)
  expect((await json('/api/mails')).total).toBe(1)
})

test('a mail that was submitted can be read with its envelope, language and verdicts', async () => {
  await submit(letter)

  const { total, mails } = await json('/api/mails')

  expect(total).toBe(1)
  expect(mails[0]).toMatchObject({
    envelope: { from: 'news@emen.example', to: ['niki@subscriber.example'] },
    from: 'EMEN <news@emen.example>',
    subject: 'Νέα του δικτύου',
    locale: 'el',
    oneClick: 'ready',
  })
  expect(await json(`/api/mails/${mails[0].id}`)).toMatchObject({ text: expect.stringContaining('Καλημέρα') })
})

test('mails are listed newest first and can be found by recipient or by words', async () => {
  await submit(letter)
  await submit({ ...letter, to: 'omar@subscriber.example', subject: 'أخبار الشبكة' })

  expect((await json('/api/mails')).mails).toMatchObject([
    { subject: 'أخبار الشبكة' },
    { subject: 'Νέα του δικτύου' },
  ])
  expect(await json('/api/mails?to=niki@subscriber.example')).toMatchObject({ total: 1 })
  expect(await json(`/api/mails?q=${encodeURIComponent('أخبار')}`)).toMatchObject({ total: 1 })
})

test('mails survive a restart and are gone after deletion', async () => {
  await submit(letter)
  await catcher.stop()
  catcher = await startMailCatcher({ smtpPort: 0, pagePort: 0, folder })
  expect(await json('/api/mails')).toMatchObject({ total: 1 })

  await fetch(`${catcher.url}/api/mails`, { method: 'DELETE' })

  expect(await json('/api/mails')).toEqual({ total: 0, mails: [] })
})

test('the HTML of a mail is shown where it can run no script and reach no other machine', async () => {
  await submit(letter)
  const { mails } = await json('/api/mails')

  const answer = await fetch(`${catcher.url}/mails/${mails[0].id}/html`)

  const policy = answer.headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox allow-popups')
  expect(await answer.text()).toContain('<head><base target="_blank">')
})

test('the page of a mail escapes what its sender wrote', async () => {
  await submit({ ...letter, subject: '<img src=x onerror=alert(1)>' })
  const { mails } = await json('/api/mails')

  for (const path of ['/', `/mails/${mails[0].id}`, `/mails/${mails[0].id}?view=headers`])
    expect(await (await fetch(catcher.url + path)).text()).not.toContain('<img src=x')
})

test('a page of the world whose name points at this machine reads no mail', async () => {
  const status = await new Promise((resolve) => {
    request(`${catcher.url}/api/mails`, { headers: { host: 'evil.example' } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    }).end()
  })

  expect(status).toBe(421)
})
