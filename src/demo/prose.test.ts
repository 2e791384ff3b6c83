import { expect, test } from 'vitest'

import { numberedSteps, richText } from './prose.ts'

/** Kind, text and children only: what a reader can tell apart. */
interface Outline {
  readonly type: string
  readonly tag?: string
  readonly text?: string
  readonly children?: readonly Outline[]
}

const outline = ({ type, tag, text, children }: Outline): unknown => [
  tag ?? type,
  ...(text === undefined ? [] : [text]),
  ...(children ?? []).map(outline),
]

test('an empty line parts paragraphs, dashes make one list, and a heading stands alone', () => {
  const { root } = richText('First.\n\n## Then\n\n- one\n- two\n\nLast.', 'ltr')

  expect(outline(root as Outline)).toEqual([
    'root',
    ['paragraph', ['text', 'First.']],
    ['h2', ['text', 'Then']],
    ['ul', ['listitem', ['text', 'one']], ['listitem', ['text', 'two']]],
    ['paragraph', ['text', 'Last.']],
  ])
})

test('steps keep their numbers and run in the direction of their language', () => {
  const { root } = numberedSteps(['أولًا', 'ثانيًا'], 'rtl')

  expect(outline(root as Outline)).toEqual([
    'root',
    ['ol', ['listitem', ['text', 'أولًا']], ['listitem', ['text', 'ثانيًا']]],
  ])
  expect(root.direction).toBe('rtl')
  expect(root.children).toMatchObject([{ direction: 'rtl' }])
})
