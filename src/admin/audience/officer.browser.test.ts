import { getPayload, type Payload } from 'payload'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { noteLook } from '../../audience/looks.ts'
import { suppress } from '../../audience/suppression/suppress.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../../testing/browser.ts'
import { confirmedPerson } from '../../testing/confirmed-person.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { emptying } from '../../testing/emptying.ts'
import { ownProduct } from '../../testing/own-product.ts'
import { signInTo } from '../../testing/sign-in.ts'

const { url } = ownProduct()

const officer = { email: 'officer@example.org', password: 'answers for everybody', name: 'Olga Officer' }
const editor = { email: 'editor.officer@example.org', password: 'decides what is public', name: 'Edit Or' }
const places = ['suppressions', 'proof', 'retention', 'looks'] as const

let payload: Payload
let person: Awaited<ReturnType<typeof visitor>>
let page: Page

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  const { id } = await payload.create({
    collection: 'users',
    data: { ...officer, roles: ['data-officer'] },
  })
  await payload.create({ collection: 'users', data: { ...editor, roles: ['editor'] } })
  const { newsletterIds } = await createTestNetwork(payload, ['en', 'ar'])
  const database = databaseOf(payload)
  await database.execute(
    emptying('subscribers subscriptions consent_events suppressions address_looks retention_runs'),
  )
  const now = new Date()
  for (const [name, reason] of [
    ['amina', 'complaint'],
    ['basil', 'hard-bounce'],
    ['carla', null],
  ] as const) {
    const { addressKey } = await confirmedPerson(payload, {
      address: `${name}@example.org`,
      newsletterIds,
      now,
    })
    if (reason !== null)
      await inTransaction(payload, (transaction) =>
        suppress(
          { addressKey, scope: 'global', reason, origin: 'mailbox', note: null, actor: null, now },
          transaction,
        ),
      )
  }
  const look = { userId: id, subscriberId: null, people: 40, purpose: 'Yearly report' }
  await noteLook({ ...look, kind: 'exported' }, database)
  person = await visitor({ viewport: { width: 1440, height: 900 }, acceptDownloads: true })
  page = person.page
  await signInTo(page, url, officer)
})

afterAll(async () => {
  await person.close()
  await closeBrowser()
  await payload.destroy()
})

const open = async (place: string): Promise<void> => {
  await page.goto(`${url}/admin/audience/${place}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

test('an officer sees how many are barred and why, without who they are', async () => {
  await open('suppressions')

  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('4 entries bar mail')
  expect(await page.locator('.em-view').textContent()).toContain('b***@e***.org')
  expect(await page.locator('.em-view').textContent()).not.toContain('basil@example.org')
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-suppressions')
})

test('an address is barred, found again and released, with the keyboard, and each step says what came of it', async () => {
  const add = page.getByRole('form', { name: 'Bar an address' })
  await add.getByLabel('Email address').fill('carla@example.org')
  await add.getByLabel('Why, without an address').fill('Asked by telephone')
  await page.keyboard.press('Enter')
  await add.getByText('It gets no mail now.').waitFor()

  const find = page.getByRole('form', { name: 'Look up an address' })
  await find.getByLabel('Email address').fill('carla@example.org')
  await page.keyboard.press('Enter')
  await page.waitForURL(/address=/u)
  expect(page.url()).not.toContain('carla')
  const release = page.getByRole('button', { name: 'Release c***@e***.org' })
  await release.focus()
  await page.keyboard.press('Enter')
  await page.getByText('Release this address?').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-suppressions-release')
  await page.keyboard.type('Called again')
  await page.getByRole('button', { name: 'Release', exact: true }).click()
  await page.getByText('Release this address?').waitFor({ state: 'detached' })

  const { rows } = await databaseOf(payload).execute(sql`
    select kind, detail ->> 'note' as note from consent_events where actor is not null order by id
  `)
  expect(rows.filter(({ kind }) => kind !== 'ended')).toEqual([
    { kind: 'suppressed', note: 'Asked by telephone' },
    { kind: 'released', note: 'Called again' },
  ])
})

test('proof is checked and taken along, for a purpose', async () => {
  await open('proof')
  await page.getByRole('button', { name: 'Check everything' }).click()
  await page.getByText('3 people checked: what is sent matches the proof.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-proof')

  const form = page.getByRole('form', { name: 'Proof of everybody' })
  const today = new Date().toISOString().slice(0, 10)
  await form.getByLabel('From').fill(today)
  await form.getByLabel('Until').fill(today)
  await form.getByLabel('Purpose').fill('Yearly report')
  const download = page.waitForEvent('download')
  await form.getByRole('button', { name: 'Save' }).click()
  expect((await download).suggestedFilename()).toBe(`consent-${today}-${today}.jsonl`)
})

test('retention is tried before it is carried out, which is asked for once more', async () => {
  await open('retention')
  await page.getByRole('button', { name: 'Try' }).click()
  await page.getByText('Nothing was removed. The numbers are below.').waitFor()
  await page.getByRole('cell', { name: officer.name }).first().waitFor()
  await page.getByRole('button', { name: 'Remove now' }).click()
  await page.getByText('Remove for good what is older?').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-retention')
})

test('who looked is listed, and found by who and when', async () => {
  await open('looks')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('3 looks at addresses')
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-looks')

  await page.getByLabel('Until').fill('2020-01-01')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.waitForURL(/until=2020-01-01/u)
  expect(await page.getByText('Nobody looked.').isVisible()).toBe(true)
})

test.for(places)('the view of %s reads from right to left in Arabic and fits a phone', async (place) => {
  await person.addCookies([{ name: 'payload-lng', value: 'ar', url }])
  await page.setViewportSize({ width: 390, height: 844 })
  await open(place)

  expect(await page.evaluate(() => [document.dir, document.documentElement.scrollWidth])).toEqual([
    'rtl',
    390,
  ])
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, `admin-${place}-ar`)
})

test('an editor is told that these are not theirs', async () => {
  await using visiting = await visitor()
  await signInTo(visiting.page, url, editor)
  for (const place of places) {
    await visiting.page.goto(`${url}/admin/audience/${place}`)
    await visiting.page.getByText('Only data officers see this.').waitFor()
    expect(await visiting.page.getByRole('table').count()).toBe(0)
  }
})
