import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'

import { editionProps, twelveItems } from '../testing/editions.ts'
import { pseudo, pseudoTexts } from '../testing/pseudo-texts.ts'
import { compileEdition, mergeDecoded, mergeEncoded, previewEdition } from './compiled-edition.ts'
import { renderEdition } from './render-edition.ts'

const values = {
  unsubscribe_url: 'https://emen.example/u/v1.k1.c3Vic2NyaWJlcg.bWFj?a=1&b="2"',
  preferences_url: 'https://emen.example/preferences/{{unsubscribe_url}}$&',
}

const parsed = (body: Buffer, contentType: string) =>
  PostalMime.parse(
    Buffer.concat([Buffer.from(`MIME-Version: 1.0\r\nContent-Type: ${contentType}\r\n\r\n`), body]),
    { attachmentEncoding: 'utf8' },
  )

const longestLine = (body: Buffer): number =>
  Math.max(
    ...body
      .toString('latin1')
      .split('\r\n')
      .map(({ length }) => length),
  )

const calendar = {
  filename: 'event.ics',
  contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
  content: `BEGIN:VCALENDAR\r\n${'SUMMARY:Συνάντηση: مقابلة\r\n'.repeat(40)}END:VCALENDAR\r\n`,
}

const normal = (text: string) => text.replace(/\r\n?/g, '\n')

/** Of every file in the body, decoded here: the parser takes calendars for text and changes their line breaks. */
const files = (body: Buffer): string[] =>
  [...body.toString('latin1').matchAll(/: base64\r\n\r\n(.*?)\r\n--/gs)].map(([, encoded = '']) =>
    Buffer.from(encoded, 'base64').toString(),
  )

/** The parser ends every part with a line break of its own. */
const lines = (text: string | undefined) => normal(text ?? '').replace(/\n$/, '')

const inArabic = {
  text: 'لا يصدر هذا العدد باللغة التالية: <العربية>. لغة هذه النسخة: & الإنجليزية.',
  locale: 'ar',
} as const

test.for([
  ['en', undefined],
  ['el', undefined],
  ['ar', undefined],
  ['en', inArabic],
] as const)(
  'a %s message merged in its encoding is the very same letter, labelled in another language or not: %o',
  async ([locale, standsIn]) => {
    const items = twelveItems(locale, (text) => pseudo(text, locale))
    const edition = await renderEdition(editionProps({ locale, items }), pseudoTexts(locale))
    const compiled = compileEdition(edition)
    const own = { ...values, ...(standsIn !== undefined && { stands_in: standsIn }) }
    const body = Buffer.concat(mergeEncoded(compiled, own))

    const plain = mergeDecoded(compiled, own)
    const { html, text } = await parsed(body, compiled.contentType)
    expect(lines(html)).toBe(plain.html)
    expect(lines(text)).toBe(plain.text)
    expect(longestLine(body)).toBeLessThanOrEqual(76)
  },
)

test.for(['en', 'el', 'ar'] as const)(
  'a %s message with a file is the very same letter, and its file comes byte for byte',
  async (locale) => {
    const items = twelveItems(locale, (text) => pseudo(text, locale))
    const edition = await renderEdition(
      editionProps({ locale, items, attachments: [calendar] }),
      pseudoTexts(locale),
    )
    const compiled = compileEdition(edition)
    const body = Buffer.concat(mergeEncoded(compiled, values))
    const plain = mergeDecoded(compiled, values)

    const { html, text, attachments } = await parsed(body, compiled.contentType)
    expect(lines(html)).toBe(plain.html)
    expect(lines(text)).toBe(plain.text)
    expect(attachments).toMatchObject([
      {
        filename: calendar.filename,
        mimeType: 'text/calendar',
        method: 'PUBLISH',
        disposition: 'attachment',
        content: normal(calendar.content),
      },
    ])
    expect(files(body)).toEqual([calendar.content])
    expect(longestLine(body)).toBeLessThanOrEqual(76)
  },
)

test('of two files each is a part of its own, whatever their length', async () => {
  const contents = ['x'.repeat(57), 'y'.repeat(58)]
  const attachments = contents.map((content, index) => ({ ...calendar, filename: `${index}.ics`, content }))
  const compiled = compileEdition({ html: 'x', text: 'y', attachments })
  const body = Buffer.concat(mergeEncoded(compiled, values))
  const read = await parsed(body, compiled.contentType)
  expect(read.attachments.map(({ filename }) => filename)).toEqual(['0.ics', '1.ics'])
  expect(files(body)).toEqual(contents)
})

test.for([
  '',
  ' ',
  'trailing space \nand tab\t\n',
  '.starts with a dot\n.again',
  `${'.'.repeat(200)}`,
  'x'.repeat(75),
  `${'x'.repeat(74)}é${'y'.repeat(80)}`,
  'é'.repeat(100),
  'emoji 👩‍👩‍👧 = equals\r\nCRLF\rCR',
  '=_boundary',
])('whatever stands around a value comes through: %j', async (around) => {
  const source = `${around}{{unsubscribe_url}}${around}{{preferences_url}}${around}`
  const compiled = compileEdition({ html: source, text: source })
  const { html, text } = await parsed(Buffer.concat(mergeEncoded(compiled, values)), compiled.contentType)
  const plain = mergeDecoded(compiled, values)
  expect(lines(html)).toBe(normal(plain.html))
  expect(lines(text)).toBe(normal(plain.text))
})

test.for([
  '.a\n.{{unsubscribe_url}}\n..b',
  '.'.repeat(300),
  '\r.\r\n\n.\r\n.\n\r',
  '{{unsubscribe_url}}',
  '',
])('no line begins with a dot and each ends in CRLF, so that SMTP need not change the body: %j', (source) => {
  const file = { ...calendar, content: source }
  const compiled = compileEdition({ html: source, text: source, attachments: [file] })
  const body = Buffer.concat(mergeEncoded(compiled, { ...values, unsubscribe_url: '.c' })).toString('latin1')
  expect(body).not.toMatch(/(^|\n)\.|\r(?!\n)|(?<!\r)\n/)
  expect(body.endsWith('\r\n')).toBe(true)
})

test('a value is escaped in HTML, raw in text, and never searched for placeholders', () => {
  const merged = mergeDecoded(
    compileEdition({ html: '<a href="{{preferences_url}}">', text: '{{preferences_url}}' }),
    { ...values, preferences_url: 'https://x.example/?a=1&b="2"{{unsubscribe_url}}$1' },
  )
  expect(merged).toEqual({
    html: '<a href="https://x.example/?a=1&#38;b=&#34;2&#34;{{unsubscribe_url}}$1">',
    text: 'https://x.example/?a=1&b="2"{{unsubscribe_url}}$1',
  })
})

test('whom a letter in another language is for is told so in theirs, in an element that says which, and nobody else', async () => {
  const compiled = compileEdition(
    await renderEdition(editionProps({ locale: 'en', items: [] }), pseudoTexts('en')),
  )
  const told = mergeDecoded(compiled, { ...values, stands_in: inArabic })
  const others = mergeDecoded(compiled, values)

  expect(told.html).toContain('<div lang="ar" dir="rtl"')
  expect(told.html).toContain('&#60;العربية&#62;. لغة هذه النسخة: &#38; الإنجليزية.</div>')
  expect(told.text).toContain(`${inArabic.text}\n\n`)
  expect([
    others.html.includes('lang="ar"'),
    others.html.includes('stands_in'),
    others.text.includes('\n\n\n'),
  ]).toEqual([false, false, false])
})

test('a label that begins with a name in another script is read in its own direction, on a line of its own', () => {
  const compiled = compileEdition({ html: '{{stands_in}}<p>', text: '{{stands_in}}EMEN' })
  const text = 'EMEN\r\nلا يصدر {{unsubscribe_url}}'
  const { html, text: plain } = mergeDecoded(compiled, { ...values, stands_in: { text, locale: 'ar' } })
  expect(plain).toBe('\u200fEMEN لا يصدر {\u2060{unsubscribe_url}}\n\nEMEN')
  expect(html).toMatch(/^<div lang="ar" dir="rtl" style="[^"]*text-align:right[^"]*">EMEN [^<]*<\/div><p>$/)
})

test('a file that is kept in base64 arrives as it was', () => {
  const file = { ...calendar, encoding: 'base64', content: Buffer.from('Σ').toString('base64') } as const
  const compiled = compileEdition({ html: 'x', text: 'y', attachments: [file] })
  expect(files(Buffer.concat(mergeEncoded(compiled, values)))).toEqual(['Σ'])
})

test('a value cannot bring in another line', () => {
  const compiled = compileEdition({ html: '', text: '{{unsubscribe_url}}' })
  expect(mergeDecoded(compiled, { ...values, unsubscribe_url: 'https://x.example/\r\nBcc: y' }).text).toBe(
    'https://x.example/Bcc: y',
  )
})

test('a letter without a person’s own link is refused', () => {
  const compiled = compileEdition({ html: '', text: '{{unsubscribe_url}}' })
  expect(() => mergeEncoded(compiled, { ...values, unsubscribe_url: '' })).toThrow(
    expect.objectContaining({ reason: 'missing-value' }),
  )
})

test('a preview is the edition itself, with links that lead nowhere', async () => {
  const edition = await renderEdition(editionProps())
  const preview = previewEdition(edition)
  expect(preview.html).toBe(
    edition.html
      .replace('{{stands_in}}', '')
      .replace('{{preferences_url}}', 'https://preview.invalid/preferences')
      .replace('{{unsubscribe_url}}', 'https://preview.invalid/unsubscribe'),
  )
  expect(preview.html + preview.text).not.toContain('{{')
})
