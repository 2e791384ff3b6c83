import { XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'

import { coverEmblem, coverPattern } from './cover-pattern.ts'

const wide = { columns: 12, rows: 4, palette: 'light' } as const
const ids = Array.from(
  { length: 60 },
  (_, index) => `0199c0de-0000-7000-8000-${String(index).padStart(12, '0')}`,
)

test('an item’s picture never changes, and another item has another', () => {
  expect(coverPattern('0199c0de-0000-7000-8000-000000000001', wide)).toBe(
    coverPattern('0199c0de-0000-7000-8000-000000000001', wide),
  )
  expect(new Set(ids.map((id) => coverPattern(id, wide))).size).toBe(ids.length)
})

test('every house has its doors at street level and nowhere else', () => {
  const door = 'M8 40V20a12 12 0 0 1 24 0v20z'
  for (const id of ids) {
    const doors = coverPattern(id, wide)
      .split('<path')
      .filter((path) => path.includes(door))
    expect(doors).toHaveLength(12)
    expect(doors.every((path) => /translate\(\d+ 120\)/.test(path))).toBe(true)
  }
})

test('pictures are well-formed and take the page’s colours, or the light ones for mails', () => {
  for (const id of ids) {
    for (const draw of [coverPattern, coverEmblem]) {
      for (const size of [wide, { ...wide, columns: 3, rows: 1 }, { ...wide, columns: 5, rows: 2 }])
        expect(XMLValidator.validate(draw(id, size))).toBe(true)
      expect(draw(id, { ...wide, palette: 'css' })).not.toMatch(/fill="#/)
      expect(draw(id, wide)).not.toContain('var(')
    }
  }
})
