import { XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'

import { measure } from '../content/body/measure.ts'
import { radar } from '../content/body/radar.ts'
import { prose } from '../content/markup/prose.ts'
import { richText } from '../content/markup/rich-text.ts'

test('plain text keeps its paragraphs and lists, and nothing in it is markup', () => {
  expect(prose('It began\nin Lyon.\n\nWe need:\n- a <room>\n  with light\n- a lender')?.source).toBe(
    '<p>It began in Lyon.</p><p>We need:</p><ul><li>a &lt;room&gt; with light</li><li>a lender</li></ul>',
  )
  expect(prose(' \n\n ')).toBeNull()
})

const document = (...children: unknown[]) => ({ root: { type: 'root', children } })
const words = (text: string, format = 0) => ({ type: 'text', text, format })

test('formatted text keeps headings, lists, links and emphasis', () => {
  const shown = richText(
    document(
      { type: 'heading', tag: 'h2', children: [words('Steps')] },
      {
        type: 'list',
        tag: 'ol',
        children: [{ type: 'listitem', children: [words('Ask', 1), words(' <first>', 2)] }],
      },
      {
        type: 'paragraph',
        children: [{ type: 'link', fields: { url: 'https://example.org' }, children: [words('here')] }],
      },
    ),
    1,
  )
  expect(shown?.source).toBe(
    '<h3>Steps</h3><ol><li><strong>Ask</strong><em> &lt;first&gt;</em></li></ol><p><a href="https://example.org/">here</a></p>',
  )
})

test('a link that would run a script, and an element that we do not know, show their words only', () => {
  const shown = richText(
    document(
      {
        type: 'paragraph',
        children: [{ type: 'link', fields: { url: 'javascript:alert(1)' }, children: [words('press')] }],
      },
      { type: 'iframe', src: 'https://evil.example', children: [words('me')] },
    ),
  )
  expect(shown?.source).toBe('<p>press</p>me')
})

test('a text of empty paragraphs is no text', () => {
  expect(richText(document({ type: 'paragraph', children: [words(' ')] }))).toBeNull()
  expect(richText(null)).toBeNull()
})

test.for([
  [41, 'people', 'en', '41'],
  [2150, 'eur', 'en', '€2,150'],
  [22, 'percent', 'fr', '22\u202f%'],
  [6, 'months', 'en', '6 months'],
  [1240, 'number', 'ar', '1,240'],
] as const)('%i %s in %s is written %s', ([value, unit, locale, expected]) => {
  expect(measure(value, unit, locale).replaceAll('\u00a0', '\u202f')).toBe(expected)
})

test('a radar draws a line only where every axis is scored, since a line would invent the rest', () => {
  const drawn = (series: (number | null)[][]) => radar({ title: 'Scores', axes: 3, max: 10, series }).source
  const whole = drawn([[1, 2, 3]])
  const partial = drawn([[1, null, 3]])

  expect(XMLValidator.validate(whole)).toBe(true)
  expect(whole).toContain('class="series-0"')
  expect(partial).not.toContain('class="series-0"')
  expect(partial.match(/<circle/g)).toHaveLength(2)
})
