/** Red, green and blue from 0 to 255. */
export type Colour = readonly [number, number, number]

const named: Readonly<Record<string, Colour>> = { white: [255, 255, 255], black: [0, 0, 0] }

/** The first colour in a value of `color` or `background` that is one and not see-through. Null: there is none. */
export function colourIn(value: string): Colour | null {
  const [found = ''] = /#[0-9a-f]{3,8}\b|rgb\([^)]*\)|\b(?:white|black)\b/i.exec(value.toLowerCase()) ?? []
  if (found.startsWith('rgb')) return numbers(found.match(/\d+/g)?.map(Number) ?? [])
  if (found.startsWith('#')) {
    const digits = found.slice(1)
    const pairs = digits.length < 6 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? [])
    return numbers(pairs.map((pair) => Number.parseInt(pair, 16)))
  }
  return named[found] ?? null
}

function numbers([red, green, blue, alpha]: readonly number[]): Colour | null {
  if (red === undefined || green === undefined || blue === undefined || alpha === 0) return null
  return [red, green, blue]
}

/** From 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastOf(one: Colour, other: Colour): number {
  const [lighter, darker] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
