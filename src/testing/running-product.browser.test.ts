import { afterAll, expect, test } from 'vitest'

import { closeBrowser, visitor } from './browser.ts'
import { ownProduct } from './own-product.ts'

afterAll(closeBrowser)

const { url } = ownProduct()

test('the admin opens with its styles and without a complaint of the browser', async () => {
  await using person = await visitor()
  const complaints: string[] = []
  person.page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
  person.page.on('pageerror', (error) => void complaints.push(error.message))

  await person.page.goto(`${url}/admin`)
  await person.page.waitForLoadState('networkidle')

  const field = person.page.getByRole('textbox', { name: /email/i })
  expect(await field.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe('1px')
  expect(complaints).toEqual([])
})
