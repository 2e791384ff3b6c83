import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { directionOf } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import { picture, visitor } from '../../testing/browser.ts'
import { createTestChoices } from '../../testing/create-choices.ts'
import { accessible, signUpPages, tabTo, untilPerson } from '../../testing/sign-up-pages.ts'

const { url, payload, newsletterId, mailedPath } = await signUpPages()
const choices = await createTestChoices(payload, ['en', 'el', 'ar', 'fr'])

const subscriberOf = async (address: string) => {
  const { rows } = await databaseOf(payload).execute<Record<string, unknown>>(sql`
    select id, locale, further_locales, frequency, to_jsonb(topics) as topics, to_jsonb(countries) as countries
    from subscribers where email = ${address}`)
  return rows[0]
}

test.for(['en', 'el', 'ar'] as const)(
  'somebody without a mouse signs up with all that can be chosen, in %s',
  { timeout: 120_000 },
  async (locale) => {
    await using person = await visitor({ locale })
    const { page } = person
    const t = translator(locale, 'site')
    const address = `keys-${locale}@example.org`
    await page.goto(`${url}/${locale}/subscribe?newsletter=${newsletterId}`)
    const opened = Date.now()
    expect(await page.locator('html').getAttribute('dir')).toBe(directionOf(locale))
    await accessible(page)
    await picture(page, `sign-up-${locale}`)

    await tabTo(page, '#email')
    await page.keyboard.type(address)
    await tabTo(page, '#further-2')
    await page.keyboard.press('f')
    await tabTo(page, '.more > summary')
    await page.keyboard.press('Enter')
    await tabTo(page, 'input[name=frequency]')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, `input[name=topics][value="${choices.topicIds[0]}"]`)
    await page.keyboard.press('Space')
    await tabTo(page, `input[name=countries][value="${choices.countryIds[4]}"]`)
    await page.keyboard.press('Space')
    await accessible(page)
    await picture(page, `sign-up-more-${locale}`)
    await tabTo(page, '#consent')
    await page.keyboard.press('Space')
    await untilPerson(opened)
    await tabTo(page, '#sign-up button[type=submit]')
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await page.keyboard.press('Enter')
    expect(new URLSearchParams((await sent).postData() ?? '').get('proof')).toMatch(/"derivedKey"/)
    await page.waitForURL(`${url}/${locale}/subscribe/sent`)
    await accessible(page)

    await page.goto(`${url}${await mailedPath(address)}`)
    await accessible(page)
    await picture(page, `confirm-${locale}`)
    expect(await subscriberOf(address)).toBeUndefined()
    await tabTo(page, 'main .button')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: t('confirm.doneTitle') }).waitFor()
    expect(await subscriberOf(address)).toMatchObject({
      locale,
      further_locales: ['fr'],
      frequency: 'weekly',
      topics: [choices.topicIds[0]],
      countries: [choices.countryIds[4]],
    })
    expect(await person.cookies()).toEqual([])
  },
)

test('without any script what is wrong is said where it stands, and everything chosen stays', async () => {
  await using person = await visitor({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  const { page } = person
  await page.goto(`${url}/el/subscribe`)
  const opened = Date.now()
  await page.locator('.more > summary').click()
  await page.locator('input[name=frequency][value=monthly]').check()
  await page.locator('input[name=topics]').first().check()
  await page.locator('input[name=newsletters]').first().check()
  await page.locator('#email').fill('no-script@example')
  await page.locator('#sign-up button').click()
  expect(await page.locator('.summary a').count()).toBe(2)
  expect(await page.locator('input[name=frequency][value=monthly]').isChecked()).toBe(true)
  expect(await page.locator('.more').getAttribute('open')).toBe('')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await picture(page, 'sign-up-wrong-360')

  await page.locator('#email').fill('no-script-el@example.org')
  await page.locator('#consent').check()
  await untilPerson(opened)
  await page.locator('#sign-up button').click()
  await page.waitForURL(`${url}/el/subscribe/sent`)
  expect(await mailedPath('no-script-el@example.org')).toMatch(/^\/el\/confirm\//)
})
