import { expect, test } from 'vitest'

import { fromMarkup, toMarkup } from './markup.ts'
import { protectedParts, translatableWords } from './protected-parts.ts'

const keep = [
  { term: 'EMEN', caseSensitive: true },
  { term: 'EMEN network', caseSensitive: false },
]
const source = 'See ⟦1⟧the ⟦2⟧EMEN⟦/2⟧ site⟦/1⟧⟦3/⟧ of {{ name }} & co'

test('coded text becomes elements, and comes back the same', () => {
  const { markup, kept } = toMarkup(source, keep)

  expect(markup).toBe(
    'See <x-m id="1">the <x-m id="2"><x-k id="1" translate="no">EMEN</x-k></x-m> site</x-m><x-m id="3"></x-m> of <x-k id="2" translate="no">{{ name }}</x-k> &amp; co',
  )
  expect(kept).toEqual(['EMEN', '{{ name }}'])
  expect(fromMarkup(markup, source, keep)).toEqual({ text: source })
})

const one = '<x-m id="1">der <x-m id="2"><x-k id="1">EMEN</x-k></x-m> Ort</x-m>'
const three = '<x-m id="3"></x-m>'
const two = '<x-k id="2">{{ name }}</x-k>'

test.for([
  ['marks may move', `${two}: ${three}${one}`, '{{ name }}: ⟦3/⟧⟦1⟧der ⟦2⟧EMEN⟦/2⟧ Ort⟦/1⟧'],
  [
    'an empty element may be closed in itself',
    `${one}<x-m id="3"/>${two}`,
    '⟦1⟧der ⟦2⟧EMEN⟦/2⟧ Ort⟦/1⟧⟦3/⟧{{ name }}',
  ],
  [
    'a kept part that was translated is put back',
    `${one}${three}<x-k id='2' translate='no'>{{ Name }}</x-k>`,
    '⟦1⟧der ⟦2⟧EMEN⟦/2⟧ Ort⟦/1⟧⟦3/⟧{{ name }}',
  ],
  [
    'characters may come as entities',
    `${one}${three}${two} &#233;&#x20AC;&nbsp;&lt;`,
    '⟦1⟧der ⟦2⟧EMEN⟦/2⟧ Ort⟦/1⟧⟦3/⟧{{ name }} é€ <',
  ],
] as const)('%s', ([, markup, text]) => {
  expect(fromMarkup(markup, source, keep)).toEqual({ text })
})

test.for([
  [`${one}${two}`, 'mark-lost'],
  [`${one}${three}${three}${two}`, 'mark-changed'],
  [`<x-m id="1">der</x-m> <x-m id="2"><x-k id="1">EMEN</x-k></x-m>${three}${two}`, 'mark-changed'],
  [`<x-m id="1">der <x-m id="2"><x-k id="1">EMEN</x-k></x-m> Ort${three}${two}`, 'mark-changed'],
  [`${one}</x-m>${three}${two}`, 'mark-changed'],
  [`${one}${three}`, 'protected-lost'],
  [`${one}${three}${two}${two}`, 'protected-changed'],
  [`${one}${three}${two}<x-k id="3">x</x-k>`, 'markup'],
  [`${one}${three}${two}<x-m id="9">x</x-m>`, 'markup'],
  [`${one}${three}${two}<script>alert(1)</script>`, 'markup'],
  [`${one}${three}${two} &bogus;`, 'markup'],
  [`${one}${three}${two} 3 < 4`, 'markup'],
  [`${one}${three}${two} ⟦4/⟧`, 'markup'],
] as const)('%s is refused: %s', ([markup, fault]) => {
  expect(fromMarkup(markup, source, keep)).toEqual({ fault })
})

test.for([
  ['Go to https://emen.example/a?b=(c). Now', 'https://emen.example/a?b=(c'],
  ['Write to help.desk@emen.example.', 'help.desk@emen.example'],
  ['Visit www.emen.example, please', 'www.emen.example'],
  ['{{count}} people', '{{count}}'],
  ['The emen Network grows', 'emen Network'],
  ['EMENs are not it, emen neither', null],
] as const)('in “%s” an engine must not touch %s', ([text, part]) => {
  const found = protectedParts(text, keep).filter(({ isProtected }) => isProtected)

  expect(found.map((each) => each.text)).toEqual(part === null ? [] : [part])
})

test.for([
  ['⟦1⟧Open⟦/1⟧ the door', 3],
  ['https://emen.example', 0],
  ['EMEN', 0],
  ['40 %', 0],
  ['⟦1/⟧', 0],
  ['Πόρτα', 1],
] as const)('“%s” has %i words to translate', ([text, count]) => {
  expect(translatableWords(text, keep)).toBe(count)
})

/** Numbers that are always the same for one seed. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * below)
  }
}

const words = [
  'Open',
  '&amp;',
  '<b>',
  'EMEN',
  '{{ name }}',
  'https://a.example/?x=1&y=2',
  'العربية',
  '"',
  '’',
  '\n',
  '👩🏽‍💻',
  '3 < 4',
  'a@b.example',
]

/** Words and well-nested marks, each number once. */
function randomCodedText(seed: number): string {
  const below = numbers(seed)
  let id = 0
  const part = (depth: number): string =>
    Array.from({ length: 1 + below(4) }, () => {
      const kind = depth > 3 ? 0 : below(4)
      if (kind < 2) return words[below(words.length)] ?? ''
      id += 1
      const own = id
      return kind === 2 ? `⟦${own}/⟧` : `⟦${own}⟧${part(depth + 1)}⟦/${own}⟧`
    }).join(' ')
  return part(0)
}

test('whatever people write comes back from its markup as it was', () => {
  const texts = Array.from({ length: 500 }, (_, seed) => randomCodedText(seed + 1))

  expect(texts.map((text) => fromMarkup(toMarkup(text, keep).markup, text, keep))).toEqual(
    texts.map((text) => ({ text })),
  )
})

test('whatever element an engine leaves out is missed', () => {
  const unnoticed = Array.from({ length: 500 }, (_, seed) => randomCodedText(seed + 1)).filter((text) => {
    const { markup } = toMarkup(text, keep)
    const cut = markup.replace(/<x-[mk] [^>]*>/u, '')
    return cut !== markup && 'text' in fromMarkup(cut, text, keep)
  })

  expect(unnoticed).toEqual([])
})
