import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import type { Post } from '../../../channels/channel.ts'
import { messages } from '../../../i18n/translator.ts'
import { textReader } from '../../client-texts.ts'
import type { PostLook } from '../channel-view.ts'
import { PostDrawing } from './post-drawing.tsx'

const t = textReader(messages('en', 'admin'), 'en')

const post: Post = {
  text: 'Mentoring starts\n\nhttps://network.example/en/news/mentoring\n\n#Mentoring',
  locale: 'en',
  url: 'https://network.example/en/news/mentoring',
  image: null,
  report: { unit: 'characters', used: 60, limit: 500, shortened: [] },
}

const drawn = (changed: Partial<Post>, kind: PostLook['kind'] = 'post'): string =>
  renderToStaticMarkup(
    createElement(PostDrawing, {
      post: { ...post, ...changed },
      kind,
      account: { name: 'École', place: 'social.example', avatar: 'round' },
      t,
    }),
  )

test('a post stands under the name and the first letter of its account', () => {
  expect(drawn({})).toMatch(/em-drawn-round[^>]*>É<.*École.*now.*social\.example/)
})

test.for([
  ['en', 'ltr'],
  ['ar', 'rtl'],
] as const)('a post in %s is drawn %s', ([locale, direction]) => {
  expect(drawn({ locale })).toContain(`lang="${locale}" dir="${direction}"`)
})

test('addresses and hashtags are coloured and lead nowhere, addresses without what all begin with', () => {
  const markup = drawn({})

  expect(markup).toContain(
    '<span class="em-drawn-link"><bdi dir="ltr">network.example/en/news/mentoring</bdi>',
  )
  expect(markup).toContain('<span class="em-drawn-link">#Mentoring</span>')
  expect(markup).not.toContain('<a ')
})

test('a picture shows its words to those who see it too', () => {
  const image = { url: 'https://network.example/hall.png', alt: 'A market hall', type: 'image/png' }

  expect(drawn({ image })).toMatch(/alt="A market hall".*Alt text:<\/span> A market hall/)
})

test('data for programs is broken into lines, from left to right whatever its language', () => {
  const markup = drawn({ text: '{"title":"مرحبا"}', locale: 'ar' }, 'data')

  expect(markup).toContain('dir="ltr"')
  expect(markup).toContain('{\n  &quot;title&quot;')
})

test('a record shows its parts by their names, and not what is sent to the program', () => {
  const markup = drawn({ text: '{"sent":1}', fields: { creator: 'Sample network', licence: '' } }, 'record')

  expect(markup).toMatch(/creator<\/dt>.*Sample network/)
  expect(markup).not.toMatch(/sent|licence/)
})
