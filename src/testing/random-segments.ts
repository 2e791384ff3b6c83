import type { ExchangeMark, ExchangeSegment, ExchangeState } from '../translation/exchange/exchange-file.ts'
import { seededRandom } from './seeded-random.ts'

const words = [
  'Mentoring',
  ' ',
  '  ',
  '\t',
  '\n',
  '\r\n',
  '<b>',
  '</target>',
  '&amp;',
  '&',
  '&#x26;',
  ']]>',
  '<![CDATA[',
  '<!-- -->',
  '"quoted"',
  "'",
  'مرحبا بالعالم',
  'שלום',
  '\u200f',
  '\u200c',
  'e\u0301',
  'é',
  '👩‍👩‍👧',
  '🇬🇷',
  'naïve',
  '⟦',
  '⟧',
  '⟦x⟧',
  '⟦/⟧',
  '⟦⟧',
  '\u00a0',
  '\u2028',
  '\u0085',
  '\u0001',
  '\ufffe',
  'Η αγορά',
  '%s {{name}}',
  '\u{1F600}',
]
const states: readonly ExchangeState[] = ['missing', 'machine', 'in-translation', 'needs-review', 'approved']
const kinds: readonly ExchangeMark['kind'][] = ['format', 'link', 'break', 'other']
const MAX_DEPTH = 3

/** Segments with whatever a text can hold: marks in marks, other scripts, what looks like markup. The same for a seed. */
export function randomSegments(seed: number): ExchangeSegment[] {
  const random = seededRandom(seed)
  const below = (count: number): number => Math.floor(random() * count)
  const oneOf = <Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value =>
    values[below(values.length)] as Value

  const words_ = (): string => Array.from({ length: below(4) }, () => oneOf(words)).join('')
  const marked = (next: { id: number }, depth = 0): string => {
    const parts = Array.from({ length: below(4) }, () => {
      if (depth >= MAX_DEPTH || random() < 0.5) return words_()
      const id = next.id++
      return random() < 0.3 ? `⟦${id}/⟧` : `⟦${id}⟧${marked(next, depth + 1)}⟦/${id}⟧`
    })
    return `${words_()}${parts.join('')}`
  }
  return Array.from({ length: 1 + below(5) }, (_, index) => {
    const next = { id: 1 }
    const source = `${oneOf(['A', 'Ω', 'ع'])}${marked(next)}`
    const marks = Array.from({ length: next.id - 1 }, (_each, at): ExchangeMark => {
      const kind = oneOf(kinds)
      return {
        id: at + 1,
        kind,
        ...(kind === 'link' && { url: 'https://example.org/?a=1&b="2"' }),
        ...(kind === 'format' && { format: 1 + below(127) }),
      }
    })
    const state = oneOf(states)
    return {
      key: `results.${index}#${below(1000)}`,
      field: 'results',
      label: `Results <${oneOf(words)}>`,
      source,
      marks,
      sourceHash: `hash-${below(1000)}`,
      target: state === 'missing' ? '' : `Ω${source}`,
      state,
      outdated: state !== 'missing' && random() < 0.3,
      maxCharacters: random() < 0.2 ? 10_000 : null,
      version: state === 'missing' ? 0 : 1 + below(5),
    }
  })
}
