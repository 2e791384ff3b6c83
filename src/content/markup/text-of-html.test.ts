import { expect, test } from 'vitest'

import { textOfHtml } from './text-of-html.ts'

test.for([
  { source: '<h2>How</h2><p>One<br>two</p><p>Three</p>', expected: 'How\n\nOne\ntwo\n\nThree' },
  { source: '<ul><li>One</li><li>Two</li></ul>', expected: '- One\n- Two' },
  { source: '<dl><dt>Place</dt><dd>Lyon</dd></dl>', expected: 'Place\nLyon' },
  {
    source: '<table><tbody><tr><th>A</th><td>1</td></tr><tr><th>B</th><td>2</td></tr></tbody></table>',
    expected: 'A 1\nB 2',
  },
  {
    source:
      '<p>See <a href="https://emen.example/a?b=1&amp;c=2">here</a> &amp; <img src="x" alt="y">there</p>',
    expected: 'See here (https://emen.example/a?b=1&c=2) & there',
  },
  { source: '<div><p>In</p><div><p>Deep</p></div></div>', expected: 'In\n\nDeep' },
])('$source reads as text', ({ source, expected }) => {
  expect(textOfHtml(source)).toBe(expected)
})
