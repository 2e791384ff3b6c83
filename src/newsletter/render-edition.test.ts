import { expect, test } from 'vitest'

import { editionProps, newsItem, paper, practice, shown, twelveItems, webinar } from '../testing/editions.ts'
import { pseudo, pseudoTexts } from '../testing/pseudo-texts.ts'
import { renderEdition } from './render-edition.ts'

const tagged = (html: string, tag: string) => html.match(new RegExp(`<${tag}[ >][^>]*`, 'g')) ?? []

test('the same issue gives the same bytes', async () => {
  const [first, second] = [await renderEdition(editionProps()), await renderEdition(editionProps())]
  expect(second).toEqual(first)
})

test('another word gives another hash', async () => {
  const { issue } = editionProps()
  const changed = await renderEdition(editionProps({ issue: { ...issue, preheader: 'Another' } }))
  expect(changed.contentHash).not.toBe((await renderEdition(editionProps())).contentHash)
})

test.for(['en', 'el', 'ar'] as const)('twelve items in %s weigh at most 60 KB', async (locale) => {
  const items = twelveItems(locale, (text) => pseudo(text, locale))
  const texts = pseudoTexts(locale)
  const { bytes, html } = await renderEdition(editionProps({ locale, items }), texts)
  expect(bytes).toBe(Buffer.byteLength(html))
  expect(bytes).toBeLessThanOrEqual(60 * 1024)
})

test('what editors typed is shown and never obeyed', async () => {
  const typed = '</title><script>alert(1)</script> "{{unsubscribe_url}}" {{nope}}'
  const { issue } = editionProps()
  const { html, text, placeholders } = await renderEdition(
    editionProps({
      issue: { ...issue, subject: typed, preheader: typed, intro: typed },
      items: [shown({ ...practice, title: typed, summary: typed, places: [typed] })],
    }),
  )
  expect(html).not.toContain('<script')
  expect(html.split('{{unsubscribe_url}}')).toHaveLength(2)
  expect(text.split('{{unsubscribe_url}}')).toHaveLength(2)
  expect(placeholders).toEqual(['unsubscribe_url', 'preferences_url', 'stands_in'])
})

test('an address that runs a script is refused', async () => {
  const items = [shown({ ...practice, url: 'javascript:alert(1)' })]
  await expect(renderEdition(editionProps({ items }))).rejects.toMatchObject({
    name: 'EditionError',
    reason: 'unsafe-link',
  })
})

test('a letter that mail programs would cut off is refused', async () => {
  const items = Array.from({ length: 80 }, () => shown({ ...practice, summary: 'Long. '.repeat(100) }))
  await expect(renderEdition(editionProps({ items }))).rejects.toMatchObject({ reason: 'too-large' })
})

test('an item in another language says so and is marked as that language', async () => {
  const { html, text } = await renderEdition(
    editionProps({ locale: 'ar', items: [shown(paper, 'ar')] }),
    pseudoTexts('ar'),
  )
  expect(html).toContain('<html lang="ar" dir="rtl"')
  expect(html).toMatch(/<div lang="en" dir="ltr" style="direction:ltr;text-align:left[^>]*><h2/)
  expect(html).toContain('الإنجليزية')
  expect(text).toContain(`الإنجليزية)\n${paper.title}`)
})

test('in a letter read from right to left nothing of ours is set from left to right', async () => {
  const items = twelveItems('ar', (text) => pseudo(text, 'ar'))
  const approved = { locale: 'ar', text: 'نص' } as const
  const { html } = await renderEdition(
    editionProps({
      locale: 'ar',
      items,
      acknowledgements: [{ project: 'emen', statement: 'funded', emblem: true, disclaimer: approved }],
    }),
    pseudoTexts('ar'),
  )
  expect(html).not.toMatch(/direction:ltr|dir="ltr"/)
  const rows = tagged(html, 'td').filter((cell) => /class="[it]"/.test(cell))
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.filter((cell) => !cell.includes('text-align:right'))).toEqual([])
})

test.for([
  { status: 'cancelled', said: 'Cancelled' },
  { status: 'postponed', said: 'Postponed, new date to follow' },
  { status: 'moved-online', said: 'Moved online' },
  { status: 'rescheduled', said: 'New date, not 3 May 2026 as planned before' },
] as const)('an event that is $status says so in HTML and text', async ({ status, said }) => {
  const event = {
    start: new Date('2026-06-09T12:00:00Z'),
    end: new Date('2026-06-09T14:00:00Z'),
    timeZone: 'Europe/Brussels',
    mode: 'hybrid',
    venue: 'Maison des associations, Lyon',
    previousStart: new Date('2026-05-03T12:00:00Z'),
    status,
  } as const
  const { html, text } = await renderEdition(editionProps({ items: [shown({ ...webinar, event })] }))
  expect(html).toContain(said)
  expect(text).toContain(`Event · ${said} · Maison des associations, Lyon and online`)
  expect(text).toContain('Tuesday, 9 June 2026, 14:00–16:00 (Central European Time, GMT+2)')
})

test('made-up content is marked as such', async () => {
  const marked = await renderEdition(editionProps({ items: [shown({ ...practice, sample: true })] }))
  const real = await renderEdition(editionProps({ items: [shown({ ...practice, sample: false })] }))
  expect(marked.html).toContain('Sample content, made up')
  expect(marked.text).toContain('(Sample content, made up)')
  expect(real.html + real.text).not.toContain('Sample content')
})

test('funding is acknowledged once per project, in the wording approved in the letter’s language', async () => {
  const [own] = editionProps().acknowledgements
  if (own === undefined) throw new Error('the sample has an acknowledgement')
  const greek = { ...own, disclaimer: { locale: 'el', text: 'Εγκεκριμένο κείμενο.' } } as const
  const item = { ...practice, acknowledgements: [greek] }
  const { html, text } = await renderEdition(
    editionProps({ locale: 'el', items: [shown(item, 'el')] }),
    pseudoTexts('el'),
  )
  expect(text).toContain('Εγκεκριμένο κείμενο.')
  expect(html + text).not.toContain('EASME')
  expect(tagged(html, 'img').filter((img) => img.includes('eu-emblem'))).toHaveLength(1)
})

test('a disclaimer that has no approved translation keeps its own language, marked', async () => {
  const { html } = await renderEdition(
    editionProps({ locale: 'ar', items: [shown(practice, 'ar')] }),
    pseudoTexts('ar'),
  )
  expect(html).toMatch(/dir="ltr"[^>]*><span class="q" lang="en"[^>]*>This publication/)
})

test('the emblem is not shown before the award is signed', async () => {
  const { html, text } = await renderEdition(
    editionProps({
      acknowledgements: [{ project: 'x', statement: 'funded', emblem: false, disclaimer: null }],
    }),
  )
  expect(html).not.toContain('eu-emblem')
  expect(text).toContain('Funded by the European Union')
})

test('the letter can be read by machines: headings in order, text for every picture, no font fetched, no pixel', async () => {
  const items = [practice, webinar, paper, newsItem].map((item) => shown(item))
  const { html } = await renderEdition(editionProps({ items }))
  const headings = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
  expect(headings).toEqual([1, 2, 2, 2, 2, 2])
  for (const img of tagged(html, 'img')) expect(img).toMatch(/ alt="/)
  expect(html).not.toMatch(/fonts\.googleapis|@import|<link|height="1"|width="1"/)
  const shownPart = html.slice(html.indexOf('<h1'))
  const sizes = [...shownPart.matchAll(/font(?:-size)?:[^;"]*?(\d+)px/g)].map(([, size]) => Number(size))
  expect(sizes.filter((size) => size > 0 && size < 14)).toEqual([])
})

test('a test says that it is one, in subject, HTML and text', async () => {
  const { subject, html, text } = await renderEdition(editionProps({ test: true }))
  expect(subject).toBe('Test: Six weeks in a borrowed shop, and what the accountant said')
  expect(html).toContain('This is a test.')
  expect(text).toMatch(/^This is a test\./)
})
