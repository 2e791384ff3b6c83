import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Clause, parseQuery } from './parse-query.ts'

const read = (clauses: readonly Clause[]) =>
  clauses.map(({ words, isPhrase, isUnfinished }) => {
    const text = words.map(({ folded }) => folded).join(' ')
    return isPhrase ? `"${text}"` : isUnfinished ? `${text}…` : text
  })
const readAll = (typed: string) => {
  const { required, excluded } = parseQuery(typed)
  return [read(required), read(excluded)]
}

test.for([
  { typed: 'Access to finance', required: ['access', 'to', 'finance…'], excluded: [] },
  { typed: 'finance ', required: ['finance'], excluded: [] },
  { typed: 'fi', required: ['fi'], excluded: [] },
  { typed: '"access to finance" women', required: ['"access to finance"', 'women…'], excluded: [] },
  { typed: '«accès au financement»', required: ['"acces au financement"'], excluded: [] },
  { typed: 'mentoring -women', required: ['mentoring'], excluded: ['"women"'] },
  { typed: 'mentoring -"young women"', required: ['mentoring'], excluded: ['"young women"'] },
  { typed: 'self-employed', required: ['self', 'employed…'], excluded: [] },
  { typed: 'l’entrepreneur', required: ['l', 'entrepreneur…'], excluded: [] },
  { typed: '"never closed', required: ['"never closed"'], excluded: [] },
  { typed: ' -- "" & | ! :* <-> \\ \' ', required: [], excluded: [] },
])('“$typed” asks for $required without $excluded', ({ typed, required, excluded }) =>
  expect(readAll(typed)).toEqual([required, excluded]),
)

test('whatever is typed asks for twelve words at the most', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (typed) => {
      const { required, excluded } = parseQuery(typed)
      const words = [...required, ...excluded].flatMap((clause) => clause.words)
      expect(words.length).toBeLessThanOrEqual(12)
      expect(words.every(({ folded }) => folded !== '')).toBe(true)
    }),
  )
})
