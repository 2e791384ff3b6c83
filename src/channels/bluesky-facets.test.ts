import { expect, test } from 'vitest'

import { facetsOf } from './bluesky-facets.ts'

/** What each facet covers in a text, cut out of its bytes. */
const covered = (text: string) =>
  facetsOf(text).map(({ index: { byteStart, byteEnd }, features: [feature] }) => ({
    part: Buffer.from(text).subarray(byteStart, byteEnd).toString('utf8'),
    leadsTo: 'uri' in feature ? feature.uri : feature.tag,
  }))

test.for([
  ['plain words # and 3#4 and # 5', []],
  ['see https://emen.example/a?b=c&d.', ['https://emen.example/a?b=c&d']],
  ['(https://emen.example/é)', ['https://emen.example/é']],
  ['#Mentorat #ÉconomieSociale, #2026', ['#Mentorat', '#ÉconomieSociale']],
  ['👩🏽‍💻 ريادة #ريادة_الأعمال', ['#ريادة_الأعمال']],
  ['नमस्ते #हिन्दी https://emen.example/hi', ['#हिन्दी', 'https://emen.example/hi']],
  ['فارسی #می‌خواهم', ['#می‌خواهم']],
  ['https://emen.example/#part', ['https://emen.example/#part']],
  [`#${'a'.repeat(65)}`, []],
  [`#${'ع̀̀̀̀̀̀'.repeat(60)}`, []],
] as const)('%s', ([text, parts]) => {
  expect(covered(text).map(({ part }) => part)).toEqual(parts)
  expect(covered(text).map(({ leadsTo }) => leadsTo)).toEqual(parts.map((part) => part.replace(/^#/, '')))
})
