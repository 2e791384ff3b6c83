import { expect, test } from 'vitest'

import { planSample } from '../../testing/exchange.ts'
import { file, good, swap } from '../../testing/filled-exchange.ts'

test.for<[string, { change: (text: string) => string; report: object }]>([
  [
    'a unit that the item does not have',
    {
      change: swap('<unit id="title"', '<unit id="slug"'),
      report: { unit: 'slug', problem: 'unknown-unit' },
    },
  ],
  [
    'a unit that is called like a method',
    { change: swap('<unit id="title"', '<unit id="__proto__"'), report: { problem: 'unknown-unit' } },
  ],
  [
    'a unit twice',
    {
      change: swap('<unit id="body_23_n1"', '<unit id="title"'),
      report: { unit: 'title', problem: 'unit-twice' },
    },
  ],
  [
    'a source that was altered',
    {
      change: swap('Mentoring starts</source>', 'Mentoring stops</source>'),
      report: { unit: 'title', problem: 'altered-source' },
    },
  ],
  [
    'a source whose markup was altered',
    { change: swap('of it</pc>', 'of</pc> it'), report: { unit: 'body#n1', problem: 'altered-source' } },
  ],
  [
    'a source that was taken away',
    { change: swap(/<source>Mentoring.*<\/source>/u, ''), report: { problem: 'altered-source' } },
  ],
  [
    'markup that was lost',
    {
      change: swap(/<pc id="2"[^>]*>αυτό<\/pc>/u, 'αυτό'),
      report: { unit: 'body#n1', label: 'Text', problem: 'missing-markup', values: { marks: '2' } },
    },
  ],
  [
    'markup that was added',
    {
      change: swap('Αρχίζει', '<ph id="9"/>Αρχίζει'),
      report: { unit: 'title', problem: 'extra-markup', values: { marks: '9' } },
    },
  ],
  [
    'markup that was doubled',
    {
      change: swap('τώρα', '<pc id="1">τώρα</pc>'),
      report: { problem: 'extra-markup', values: { marks: '1' } },
    },
  ],
  [
    'markup with another number',
    { change: swap(/<pc id="2"([^>]*)>αυτό/u, '<pc id="3"$1>αυτό'), report: { problem: 'missing-markup' } },
  ],
  [
    'markup in another order of nesting',
    {
      change: swap(/(<pc id="1"[^>]*>)όλο (<pc id="2"[^>]*>)αυτό/u, '$2όλο $1αυτό'),
      report: { problem: 'misnested' },
    },
  ],
  [
    'halves of markup that cross',
    {
      change: swap(
        /<pc id="1"[^>]*>όλο <pc id="2"[^>]*>αυτό<\/pc><\/pc>/u,
        '<sc id="1"/>όλο <sc id="2"/>αυτό<ec startRef="1"/><ec startRef="2"/>',
      ),
      report: { problem: 'misnested' },
    },
  ],
  [
    'a half of markup',
    { change: swap(/<pc id="2"[^>]*>αυτό<\/pc>/u, '<sc id="2"/>αυτό'), report: { problem: 'misnested' } },
  ],
  [
    'markup that was typed',
    { change: swap('Διαβάστε', '⟦1⟧⟦/1⟧Διαβάστε'), report: { unit: 'body#n1', problem: 'typed-mark' } },
  ],
  [
    'a mark that was typed and that nobody knows',
    { change: swap('Αρχίζει', '⟦7/⟧Αρχίζει'), report: { problem: 'typed-mark' } },
  ],
  [
    'an element of HTML',
    {
      change: swap('Αρχίζει', '<b xmlns="http://www.w3.org/1999/xhtml">Αρχίζει</b>'),
      report: { problem: 'foreign-markup', values: { element: 'b' } },
    },
  ],
  [
    'a script',
    {
      change: swap('Αρχίζει', '<script>alert(1)</script>'),
      report: { problem: 'foreign-markup', values: { element: 'script' } },
    },
  ],
  [
    'a control character spelled for tools',
    {
      change: swap('Αρχίζει', 'Αρχ<cp hex="0008"/>'),
      report: { problem: 'control-character', values: { character: 'U+0008' } },
    },
  ],
  [
    'half a character',
    {
      change: swap('Αρχίζει', 'Αρχ<cp hex="D83D"/>'),
      report: { problem: 'control-character', values: { character: 'U+D83D' } },
    },
  ],
  [
    'a C1 control character',
    {
      change: swap('Αρχίζει', 'Αρχ&#x9b;'),
      report: { problem: 'control-character', values: { character: 'U+009B' } },
    },
  ],
  ['a line break in a line', { change: swap('Αρχίζει', 'Αρχ\nίζει'), report: { problem: 'line-break' } }],
  [
    'a text that is too long',
    {
      change: swap('Αρχίζει', 'Αρχίζει η καθοδήγηση!'),
      report: { unit: 'title', label: 'Title', problem: 'too-long', values: { number: 21, limit: 20 } },
    },
  ],
])('%s is refused, and the whole file with it', ([, { change, report }]) => {
  const altered = change(good)
  expect(altered).not.toBe(good)

  const plan = planSample(altered, [file])

  expect(plan.units.filter(({ outcome }) => outcome === 'problem')).toMatchObject([report])
  expect(plan.writes).toEqual([])
})

test('every unit that is wrong is named, not just the first', () => {
  const plan = planSample(good.replaceAll('</target>', '\u009b</target>'), [file])

  expect(plan.units.map(({ unit, problem, line }) => ({ unit, problem, line }))).toEqual([
    { unit: 'title', problem: 'control-character', line: 6 },
    { unit: 'body#n1', problem: 'control-character', line: 13 },
  ])
})
