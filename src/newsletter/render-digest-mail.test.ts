import { expect, test } from 'vitest'

import { editionProps, paper, practice, shown, twelveItems } from '../testing/editions.ts'
import { pseudo, pseudoTexts } from '../testing/pseudo-texts.ts'
import { type DigestMailProps, renderDigestMail } from './render-digest-mail.ts'

const digestProps = (changes: Partial<DigestMailProps> = {}): DigestMailProps => ({
  locale: 'en',
  rhythm: 'weekly',
  network: editionProps().network,
  postalAddress: 'Rue de l’Exemple 1\n1040 Brussels',
  emblemUrl: 'https://emen.example/brand/eu-emblem.png',
  chosen: [],
  items: [shown(practice)],
  ...changes,
})

const funded = {
  ...practice,
  acknowledgements: editionProps().acknowledgements,
}

test('the same digest gives the same bytes', async () => {
  expect(await renderDigestMail(digestProps())).toEqual(await renderDigestMail(digestProps()))
})

test.for(['en', 'el', 'ar'] as const)(
  'twenty items in %s fit into what no mail program clips',
  async (locale) => {
    const translated = (text: string) => pseudo(text, locale)
    const twelve = twelveItems(locale, translated)
    const items = [...twelve, ...twelve.slice(0, 8)].map(({ item, shownLocale }) => ({
      item: { ...item, summary: translated(`${practice.summary} `.repeat(3)) },
      shownLocale,
    }))
    const { html } = await renderDigestMail(digestProps({ locale, items }), pseudoTexts(locale))
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(80 * 1024)
  },
)

test('a digest says why one gets it, and how to change or leave it', async () => {
  const { html, text } = await renderDigestMail(digestProps({ chosen: ['Finance', 'Premises', 'Greece'] }))
  for (const part of [html, text]) {
    expect(part).toContain('about what you chose: Finance, Premises, and Greece.')
    expect(part).toContain('You get this mail once a week')
    expect(part.split('{{unsubscribe_url}}')).toHaveLength(2)
    expect(part.split('{{preferences_url}}')).toHaveLength(2)
  }
})

test('its subject names the first item, but never in another language', async () => {
  expect((await renderDigestMail(digestProps())).subject).toBe(`New for you this week: ${practice.title}`)
  const monthly = digestProps({ rhythm: 'monthly' })
  expect((await renderDigestMail(monthly)).subject).toBe(`New for you this month: ${practice.title}`)
  const { subject } = await renderDigestMail(
    digestProps({ locale: 'ar', items: [shown(paper, 'ar')] }),
    pseudoTexts('ar'),
  )
  expect(subject).not.toContain(paper.title)
})

test('an item in another of one’s languages says so and is marked as that language', async () => {
  const { html, text } = await renderDigestMail(
    digestProps({ locale: 'ar', items: [shown({ ...paper, machineTranslated: true }, 'ar')] }),
    pseudoTexts('ar'),
  )
  expect(html).toContain('<html lang="ar" dir="rtl"')
  expect(html).toMatch(/<div lang="en" dir="ltr" style="direction:ltr;text-align:left[^>]*><h2/)
  expect(html).toContain('الإنجليزية')
  expect(html).toContain(pseudo('Translated by machine, not yet checked', 'ar'))
  expect(text).toContain(`الإنجليزية)\n${paper.title}`)
})

test('whoever funded an item is acknowledged, once, and nobody where nothing was funded', async () => {
  const disclaimer = 'financial support of the Executive Agency'
  const { html, text } = await renderDigestMail(
    digestProps({ items: [shown(funded), shown({ ...paper, acknowledgements: funded.acknowledgements })] }),
  )
  expect(html.split('eu-emblem.png')).toHaveLength(2)
  expect(html.split(disclaimer)).toHaveLength(2)
  expect(text).toContain('Co-funded by the European Union')
  expect((await renderDigestMail(digestProps())).html).not.toContain('eu-emblem.png')
})

test('in a digest read from right to left nothing of ours is set from left to right', async () => {
  const items = twelveItems('ar', (text) => pseudo(text, 'ar'))
  const { html } = await renderDigestMail(digestProps({ locale: 'ar', items }), pseudoTexts('ar'))
  expect(html).not.toMatch(/direction:ltr|dir="ltr"/)
})

test('what editors typed is shown and never obeyed', async () => {
  const typed = '</title><script>alert(1)</script> "{{unsubscribe_url}}" {{nope}}'
  const { html, text } = await renderDigestMail(
    digestProps({ chosen: [typed], items: [shown({ ...practice, title: typed, summary: typed })] }),
  )
  expect(html).not.toContain('<script')
  expect(html.split('{{unsubscribe_url}}')).toHaveLength(2)
  expect(text.split('{{unsubscribe_url}}')).toHaveLength(2)
})
