import { expect, test } from 'vitest'

import { mjml, placeholder } from './mjml.ts'

test('what an editor typed becomes neither markup nor a placeholder', () => {
  const typed = '</a><script>"\' & {{unsubscribe_url}}'
  expect(mjml`<a href="${typed}">${typed}</a>`.source).not.toMatch(/<script|\{|"'|<\/a>.*<\/a>/)
})

test('lines and control characters in a value become spaces', () => {
  expect(mjml`<p>${'one\r\ntwo\u0000three'}</p>`.source).toBe('<p>one two three</p>')
})

test('parts can be nested, listed and left out', () => {
  expect(mjml`<p>${[mjml`<i>${'a'}</i>`, false, null, ['b', 3]]}</p>`.source).toBe('<p><i>a</i>b3</p>')
})

test('only our own placeholders come through', () => {
  expect(mjml`<a href="${placeholder('unsubscribe_url')}">x</a>`.source).toBe(
    '<a href="{{unsubscribe_url}}">x</a>',
  )
})
