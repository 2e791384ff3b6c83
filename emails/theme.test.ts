import { expect, test } from 'vitest'

import { dark, light } from './theme.ts'

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test.for([
  ['light', light],
  ['dark', dark],
] as const)('every text can be read on its ground in the %s letter', ([, colours]) => {
  const pairs = [
    [colours.ink, colours.surface],
    [colours.ink, colours.accentSoft],
    [colours.inkSoft, colours.surface],
    [colours.primary, colours.surface],
    [colours.primary, colours.accentSoft],
    [colours.onPrimary, colours.primary],
    [colours.accent, colours.accentSoft],
    [colours.bad, colours.badSoft],
  ] as const
  const faint = pairs.filter(([text, ground]) => contrast(text, ground) < 4.5)
  expect(faint).toEqual([])
})
