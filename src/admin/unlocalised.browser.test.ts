import { getPayload, type Payload } from 'payload'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { type Child, startChild } from '../run/child-process.ts'
import { freePort } from '../run/free-port.ts'
import { closeBrowser, picture, visitor } from '../testing/browser.ts'
import { testEnvironment } from '../testing/environment.ts'
import { createMarkedNetwork, type MarkedRows } from '../testing/marked-network.ts'
import { ownProduct } from '../testing/own-product.ts'
import { unlocalised } from '../testing/unlocalised.ts'

const { databaseUrl, mediaFolder } = ownProduct()
const STOP_WITHIN_MS = 8000

const editor = { email: 'mark@mark.example', password: 'one door for everyone', name: 'ნიშანი' }

/** What the admin's own libraries say in English only, and tags of locales behind their names. */
const ofLibraries = [
  /^To pick up a draggable item/,
  /^Notifications alt\+T$/,
  /^invisible$/,
  /^\([a-z]{2,3}(-[A-Z]{2})?\)$/,
]

let payload: Payload
let rows: MarkedRows
let web: Child
let url: string
let person: Awaited<ReturnType<typeof visitor>>
let page: Page

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  await payload.create({ collection: 'users', data: { ...editor, roles: ['administrator'] } })
  rows = await createMarkedNetwork(payload, 'bg', 'ar')

  const port = await freePort(null)
  url = `http://localhost:${port}`
  web = await startChild({
    name: 'web',
    file: 'src/run/web.ts',
    env: {
      ...process.env,
      ...testEnvironment,
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_URL: databaseUrl,
      MEDIA_DIR: mediaFolder,
      EMISSARY_PSEUDO: '1',
    },
    onLine: () => undefined,
    onStart: () => undefined,
  })
  person = await visitor({ viewport: { width: 1440, height: 900 }, locale: 'bg' })
  page = person.page
  await signIn()
})

afterAll(async () => {
  await person.close()
  await closeBrowser()
  await web.stop(STOP_WITHIN_MS)
  await payload.destroy()
})

async function signIn(): Promise<void> {
  await page.goto(`${url}/admin`)
  await page.locator('#field-email').fill(editor.email)
  await page.locator('#field-password').fill(editor.password)
  await page.locator('button[type="submit"]').click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

test.for([
  ['the dashboard', ''],
  ['where an item went', 'collections/practices/:practices/dissemination'],
  ['the preview of an issue', 'collections/issues/:issues/preview'],
  ['sending an issue', 'collections/issues/:issues/send'],
] as const)('every text of %s is taken from locales/', async ([name, path]) => {
  const address = path.replace(/:(\w+)/, (_, collection: string) => rows.get(collection) ?? '')
  await page.goto(`${url}/admin/${address}?locale=bg`, { waitUntil: 'networkidle' })
  await picture(page, `pseudo ${name}`)
  const shown = await page.locator('body').innerHTML()

  expect(shown).toContain('···')
  const strays = unlocalised(shown, 'bg').filter((text) => !ofLibraries.some((own) => own.test(text)))
  expect(strays).toEqual([])
})
