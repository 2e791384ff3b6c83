import { expect, test } from 'vitest'

import { blocks, inDirectionOf, lines, plain, plainPlaceholder } from './plain.ts'

test.for(['{{unsubscribe_url}}', '{{{unsubscribe_url}}}', '{{{{x}}}}'])(
  '%s in a text is no placeholder',
  (typed) => {
    expect(plain`${typed}`.source).not.toContain('{{')
    expect(plain`${typed}`.source.replaceAll('\u2060', '')).toBe(typed)
  },
)

test('a value stays on one line, and blocks and lines leave out what is empty', () => {
  const value = plain`${' one\ntwo '}`
  expect(blocks([value, null, plain``, lines([value, plainPlaceholder('unsubscribe_url')])]).source).toBe(
    'one two\n\none two\n{{unsubscribe_url}}',
  )
})

test.for([
  { line: 'نشرة EMEN', marked: false },
  { line: 'EMEN، بروكسل', marked: true },
  { line: '9 يونيو', marked: false },
  { line: '2026', marked: true },
])('in a letter read from right to left "$line" starts at the right', ({ line, marked }) => {
  expect(inDirectionOf('rtl')(plain`${line}`).source.startsWith('\u200f')).toBe(marked)
  expect(inDirectionOf('ltr')(plain`${line}`).source).toBe(line)
})
