import { expect, test } from 'vitest'

import { html, jsonLd, safeHref } from './html.ts'

test('what a person has typed is shown as typed and never becomes markup', () => {
  const title = `"><script>alert('1')</script> & co`

  expect(html`<h1 title="${title}">${title}</h1>`.source).toBe(
    '<h1 title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; co">' +
      '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; co</h1>',
  )
})

test('parts are put together without being escaped twice, and what is absent leaves nothing behind', () => {
  const items = ['a', 'b & c'].map((item) => html`<li>${item}</li>`)

  expect(html`<ul>${items}</ul>${null}${undefined}${false}${0}`.source).toBe(
    '<ul><li>a</li><li>b &amp; c</li></ul>0',
  )
})

test('data for search engines cannot end its script element', () => {
  expect(jsonLd({ name: '</script><b>' }).source).toBe(
    '<script type="application/ld+json">{"name":"\\u003c/script\\u003e\\u003cb\\u003e"}</script>',
  )
})

test.for([
  ['https://example.org/a?b=1', 'https://example.org/a?b=1'],
  ['/en/practices', '/en/practices'],
  ['mailto:info@example.org', 'mailto:info@example.org'],
  ['javascript:alert(1)', null],
  [' java\nscript:alert(1)', null],
  ['data:text/html,<script>', null],
  ['//evil.example', null],
  ['not an address', null],
] as const)('an editor’s link to %s leads to %s', ([typed, expected]) => {
  expect(safeHref(typed)).toBe(expected)
})
