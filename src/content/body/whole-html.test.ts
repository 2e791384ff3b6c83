import { expect, test } from 'vitest'

import type { News } from '../../payload-types.ts'
import { practiceInArabic } from '../../testing/items.ts'
import { paragraph } from '../../testing/paragraph.ts'
import type { PublishedItem } from '../published-item.ts'
import { wholeHtml } from './whole-html.ts'

const item: PublishedItem = { ...practiceInArabic, collection: 'news' }
const stored = { type: 'story', date: '2026-03-01', body: paragraph('نص') } as unknown as News
const write = (more: Partial<PublishedItem>) =>
  wholeHtml({ ...item, ...more }, stored, { contactEmail: null })

test('what a machine wrote says so in its language and leads to the original', () => {
  const written = write({ machineTranslated: true })

  expect(written).toMatch(/^<div lang="ar" dir="rtl"><p><strong>/)
  expect(written).toContain(`<a href="${item.alternates.en}" hreflang="en">`)
  expect(write({})).not.toContain('hreflang')
})

test('made-up content says so', () => {
  expect(write({ sample: true })).toMatch(/^<div lang="ar" dir="rtl"><p><strong>/)
  expect(write({})).toMatch(/^<div lang="ar" dir="rtl"><p>نص<\/p>/)
})

test('funding is stated once for each project, a disclaimer keeps its own language', () => {
  const written = write({
    acknowledgements: [
      {
        project: 'EMEN',
        statement: 'co-funded',
        emblem: true,
        disclaimer: { text: 'Views <b>', locale: 'en' },
      },
      { project: 'Other', statement: 'funded', emblem: false, disclaimer: null },
    ],
  })

  expect(written.match(/<img/g)).toHaveLength(1)
  expect(written).toContain('<p lang="en" dir="ltr">Views &lt;b&gt;</p>')
})
