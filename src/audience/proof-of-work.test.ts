import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { expect, test } from 'vitest'

import { parseKeyring } from '../secrets/keyring.ts'
import { newChallenge, solvedChallenge } from './proof-of-work.ts'

const key = (letter: string): string => Buffer.alloc(32, letter).toString('base64')
const before = parseKeyring(`k1:${key('a')}`)
const after = parseKeyring(`k2:${key('b')},k1:${key('a')}`)
const dropped = parseKeyring(`k2:${key('b')}`)

const now = new Date('2026-11-23T10:00:00Z')
const hoursLater = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000)

const { prove } = (await import(new URL('../site/scripts/prove.js', import.meta.url).href)) as {
  readonly prove: (challenge: Challenge) => Promise<string | null>
}

const challenge = await newChallenge(now, before)
const proof = (await prove(challenge)) ?? ''

test('the work that our own script does is accepted, also after the key was succeeded', async () => {
  const { nonce } = challenge.parameters
  expect(await solvedChallenge(proof, hoursLater(23), before)).toBe(nonce)
  expect(await solvedChallenge(proof, now, after)).toBe(nonce)
})

test('our script finds the very solution that the library does', async () => {
  const solution = await solveChallenge({ challenge, deriveKey })
  expect(JSON.parse(proof).solution).toEqual({
    counter: solution?.counter,
    derivedKey: solution?.derivedKey,
  })
})

test('work for a challenge that is a day old, or whose key was dropped, counts for nothing', async () => {
  expect(await solvedChallenge(proof, hoursLater(24), before)).toBeNull()
  expect(await solvedChallenge(proof, now, dropped)).toBeNull()
})

const changed = (parameters: object, solution: object = {}): string =>
  JSON.stringify({
    challenge: { ...challenge, parameters: { ...challenge.parameters, ...parameters } },
    solution: { ...JSON.parse(proof).solution, ...solution },
  })

test('what this file takes for unchanged is accepted', async () => {
  expect(await solvedChallenge(changed({}), now, before)).toBe(challenge.parameters.nonce)
})

test.for([
  ['no proof', ''],
  ['no JSON', 'proof'],
  ['JSON of something else', '{"challenge":{}}'],
  ['a key that was guessed', changed({}, { derivedKey: '00'.repeat(32) })],
  ['a longer life', changed({ data: { until: 9e15 } })],
  ['a prefix that fits', changed({ keyPrefix: '00' })],
  ['cheaper work', changed({ cost: 1 })],
  ['another id', changed({ nonce: '0'.repeat(32) })],
] as const)('%s is no proof', async ([, text]) => {
  expect(await solvedChallenge(text, now, before)).toBeNull()
})
