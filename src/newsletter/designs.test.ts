import { expect, test } from 'vitest'

import type { LetterDesign } from '../../emails/letter-contents.ts'
import { designedLetter } from '../testing/designed-letters.ts'
import { editionProps, practice, shown, twelveItems, webinar } from '../testing/editions.ts'
import { pseudo, pseudoTexts } from '../testing/pseudo-texts.ts'
import { renderEdition } from './render-edition.ts'

const designs = ['digest', 'announcement', 'invitation'] as const satisfies readonly LetterDesign[]

const event = webinar.event
if (event === null) throw new Error('the sample has an event')

const invitation = {
  registration: { url: 'https://events.emen.example/finance', until: new Date('2026-06-08T21:59:00Z') },
  calendarUrl: `${webinar.url}/event.ics`,
  languages: ['English'],
  interpretation: ['French', 'Greek'],
}

const invited = (changes: Partial<typeof invitation> | { readonly registration: null } = {}) =>
  editionProps({
    design: 'invitation',
    items: [shown(webinar)],
    invitation: { ...invitation, ...changes },
  })

const headings = (html: string): number[] => [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))

const inOrder = (text: string, words: readonly string[]): number[] => words.map((word) => text.indexOf(word))

test.for(designs)(
  'a letter in the design %s says its parts in their order, in HTML and text',
  async (design) => {
    const props = designedLetter(design, 'en')
    const { html, text } = await renderEdition(props)
    const words = [
      design === 'invitation' ? 'Open day in Athens' : 'The three-year call',
      'Three questions to us',
      'Who pays for the interpreter?',
      'https://emen.example/ask',
      'From our members',
      'The permit desk',
      'Mentors wanted',
    ]
    for (const source of [html.slice(html.indexOf('<h1')), text]) {
      const places = inOrder(source, words)
      expect(places).not.toContain(-1)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }
  },
)

test.for(designs)('headings of the design %s go down one level at a time', async (design) => {
  const levels = headings((await renderEdition(designedLetter(design, 'en'))).html)
  expect(levels[0]).toBe(1)
  expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([])
  expect(levels.filter((level) => level === 3)).toHaveLength(2)
})

test.for(designs)(
  'in the design %s nothing of an Arabic letter is set from left to right',
  async (design) => {
    const { acknowledgements: _, ...letter } = designedLetter(design, 'ar')
    const { html, text } = await renderEdition({ ...letter, acknowledgements: [] }, pseudoTexts('ar'))
    expect(html).toContain('<html lang="ar" dir="rtl"')
    expect(html).not.toMatch(/direction:ltr|dir="ltr"/)
    expect(text).toContain('== من أعضائنا ==')
  },
)

test('what a part does not say leaves no empty place behind', async () => {
  const { html, text } = await renderEdition(
    editionProps({
      contents: [
        { kind: 'text', heading: '', body: 'Good morning.', link: null },
        { kind: 'items', heading: '', items: [shown(practice)] },
      ],
    }),
  )
  expect(html).not.toMatch(/<h\d[^>]*><\/h\d>|class="i y"/)
  expect(text).not.toContain('==')
})

test('an announcement has one button and tells all of the summary', async () => {
  const { html } = await renderEdition(designedLetter('announcement', 'en'))
  expect(html.match(/class="b"/g)).toHaveLength(1)
  expect(html).toContain('back for help while there is still time.')
})

test('the picture of what is announced stands on top, once', async () => {
  const image = {
    url: 'https://emen.example/media/x.jpg',
    alt: 'A till',
    width: 1120,
    height: 700,
    type: 'image/jpeg',
  }
  const { issue } = editionProps()
  const { html } = await renderEdition(
    editionProps({
      design: 'announcement',
      items: [shown({ ...practice, image })],
      issue: { ...issue, coverUrl: null },
    }),
  )
  expect(html.match(/media\/x\.jpg/g)).toHaveLength(1)
  expect(html.indexOf('media/x.jpg')).toBeLessThan(html.indexOf('The annual event'))
})

test('an invitation says when, where, in which languages and how to come', async () => {
  const { html, text } = await renderEdition(invited())
  for (const words of [
    'Tuesday, 9 June 2026, 14:00–16:00 (Central European Time, GMT+2)',
    'Online',
    'French, Greek',
    '8 June 2026',
    invitation.registration.url,
    invitation.calendarUrl,
  ]) {
    expect(html).toContain(words)
    expect(text).toContain(words)
  }
})

test('where nobody need register the button leads to the event, and nothing asks to register', async () => {
  const { html, text } = await renderEdition(invited({ registration: null }))
  expect(html).not.toContain('Register')
  expect(text).not.toContain('Register')
  expect(html.match(/class="b"/g)).toHaveLength(1)
  expect(html).toContain('See the event')
})

test('a file that comes with the letter is part of its hash', async () => {
  const calendar = { filename: 'event.ics', contentType: 'text/calendar', content: 'BEGIN' }
  const without = await renderEdition(invited())
  const withFile = await renderEdition({ ...invited(), attachments: [calendar] })
  expect(withFile.attachments).toEqual([calendar])
  expect(withFile.contentHash).not.toBe(without.contentHash)
})

test.for(['en', 'el', 'ar'] as const)(
  'twelve items in four sections in %s weigh at most 70 KB',
  async (locale) => {
    const items = twelveItems(locale, (text) => pseudo(text, locale))
    const contents = [0, 3, 6, 9].map((from) => ({
      kind: 'items' as const,
      heading: pseudo('From our members', locale),
      items: items.slice(from, from + 3),
    }))
    const { bytes } = await renderEdition(editionProps({ locale, contents }), pseudoTexts(locale))
    expect(bytes).toBeLessThanOrEqual(70 * 1024)
  },
)

test('what editors typed into a text of the issue’s own is shown and never obeyed', async () => {
  const typed = '</p><script>alert(1)</script> "{{unsubscribe_url}}"'
  const { html, text } = await renderEdition(
    editionProps({
      contents: [
        {
          kind: 'text',
          heading: typed,
          body: `${typed}\n\n- ${typed}`,
          link: { url: 'https://emen.example/', text: typed },
        },
      ],
    }),
  )
  expect(html).not.toContain('<script')
  expect(html.split('{{unsubscribe_url}}')).toHaveLength(2)
  expect(text.split('{{unsubscribe_url}}')).toHaveLength(2)
})

test('a link of the issue’s own that runs a script is refused', async () => {
  const contents = [
    { kind: 'text', heading: '', body: 'x', link: { url: 'javascript:alert(1)', text: 'x' } },
  ] as const
  await expect(renderEdition(editionProps({ contents }))).rejects.toMatchObject({ reason: 'unsafe-link' })
})
