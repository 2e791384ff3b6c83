import { expect, test } from 'vitest'

import { alreadySubscribed } from '../../emails/already-subscribed.ts'
import { confirmSubscription } from '../../emails/confirm-subscription.ts'
import { pseudoTexts } from '../testing/pseudo-texts.ts'
import { textsIn } from './render-edition.ts'
import { renderMail } from './render-mail.ts'

const props = {
  language: { locale: 'en', direction: 'ltr' },
  network: {
    name: 'EMEN',
    url: 'https://emen.example/en',
    privacyUrl: 'https://emen.example/en/privacy',
    logoUrl: null,
  },
  postalAddress: 'Rue de l’Exemple 1\n1040 Brussels',
  newsletters: ['EMEN newsletter', '<b>Finance</b> letter'],
} as const
const confirmUrl = 'https://emen.example/en/confirm/v1.k1.abc'

test('the confirmation names what was asked for and has one link, in HTML and in text', async () => {
  const { subject, html, text } = await renderMail(
    confirmSubscription({ ...props, confirmUrl, validDays: 7 }, textsIn('en')),
  )
  expect(subject).toBe('Confirm that you want letters from EMEN')
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url)
  expect(new Set(links)).toEqual(new Set([confirmUrl, props.network.privacyUrl]))
  expect(text.match(/https:\S+/g)).toEqual([confirmUrl, props.network.privacyUrl])
  expect(html).toContain('&#60;b&#62;Finance&#60;/b&#62; letter')
  expect(text).toContain('The link works for 7 days.')
})

test('it is set from right to left where the language is, its link from left to right', async () => {
  const language = { locale: 'ar', direction: 'rtl' } as const
  const { html } = await renderMail(
    confirmSubscription({ ...props, language, confirmUrl, validDays: 7 }, pseudoTexts('ar')),
  )
  expect(html).toContain('<html lang="ar" dir="rtl"')
  expect(html.match(/dir="ltr"[^>]*>/g)).toHaveLength(1)
})

test('whoever subscribes again learns by mail that they get the letters already', async () => {
  const preferencesUrl = 'https://emen.example/en/preferences/v1'
  const { html, text } = await renderMail(alreadySubscribed({ ...props, preferencesUrl }, textsIn('en')))
  expect(html).toContain(`href="${preferencesUrl}"`)
  expect(text).toContain(`Change what you get:\n${preferencesUrl}`)
})

test('an address that runs a script is refused', async () => {
  const mail = confirmSubscription(
    { ...props, confirmUrl: 'javascript:alert(1)', validDays: 7 },
    textsIn('en'),
  )
  await expect(renderMail(mail)).rejects.toMatchObject({ reason: 'unsafe-link' })
})
