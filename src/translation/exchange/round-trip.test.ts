import { expect, test } from 'vitest'

import { planSample, readSample, sampleFile, sampleSegment } from '../../testing/exchange.ts'
import { randomSegments } from '../../testing/random-segments.ts'
import { xliffVersions } from './exchange-file.ts'
import { codedOf } from './inline.ts'
import { markIds } from './segment-inline.ts'
import { keyOf, unitIdOf } from './unit-id.ts'
import { writeXliff } from './write-xliff.ts'
import { writable } from './xml-text.ts'

const SEEDS = 150

test.for(xliffVersions)('in XLIFF %s what goes out and comes back untouched changes nothing', (version) => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const file = sampleFile(randomSegments(seed))
    const plan = planSample(writeXliff([file], version), [file])
    const others = plan.units.filter(({ outcome }) => outcome !== 'unchanged' && outcome !== 'skipped')
    expect({ seed, others, writes: plan.writes }).toEqual({ seed, others: [], writes: [] })
  }
})

test.for(xliffVersions)('in XLIFF %s every text comes back to the letter', (version) => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const segments = randomSegments(seed)
    const [file] = readSample(writeXliff([sampleFile(segments)], version)).files
    const back = file?.units.map(({ id, source, target }) => ({
      key: keyOf(id),
      source: codedOf(source),
      target: target === null ? null : codedOf(target),
    }))
    const sent = segments.map(({ key, source, target, state }) => ({
      key,
      source: writable(source),
      target: state === 'missing' ? null : writable(target),
    }))
    expect({ seed, back }).toEqual({ seed, back: sent })
  }
})

test.for(xliffVersions)('in XLIFF %s what a translator writes is stored to the letter', (version) => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const missing = randomSegments(seed).map((segment) => ({
      ...segment,
      target: '',
      state: 'missing' as const,
      outdated: false,
      version: 0,
    }))
    const done = missing.map((segment) => ({
      ...segment,
      target: `λ${segment.source}`,
      state: 'approved' as const,
    }))
    const plan = planSample(writeXliff([sampleFile(done)], version), [sampleFile(missing)])
    expect({ seed, texts: plan.writes.map(({ text, state }) => [text, state]) }).toEqual({
      seed,
      texts: done.map(({ target }) => [writable(target), 'approved']),
    })
  }
})

test('the same items go out as the same bytes, in both versions, and a batch keeps their order', () => {
  const files = [sampleFile(randomSegments(7)), sampleFile(randomSegments(8), { collection: 'events' })]
  for (const version of xliffVersions) {
    const text = writeXliff(files, version)
    expect(writeXliff(files, version)).toBe(text)
    expect(readSample(text).files.map(({ original }) => original)).toEqual([
      `news/${files[0]?.itemId}`,
      `events/${files[0]?.itemId}`,
    ])
  }
})

test('any key of a segment survives as a name that XLIFF allows', () => {
  for (const key of [
    'title',
    'location.city',
    'results.65f_1.indicator',
    'howItWorks#a b',
    'ü#😀',
    '_23_',
    '',
  ]) {
    expect(unitIdOf(key)).toMatch(/^[A-Za-z0-9._-]*$/u)
    expect(keyOf(unitIdOf(key))).toBe(key)
  }
})

test('brackets that an author typed stay text', () => {
  const segment = sampleSegment({
    source: '⟦1⟧see ⟦7⟧ and ⟦/x⟧⟦/1⟧',
    marks: [{ id: 1, kind: 'format', format: 1 }],
  })
  const text = writeXliff([sampleFile([segment])], '2.1')

  expect(text).toContain('dispStart="bold">see ⟦7⟧ and ⟦/x⟧</pc>')
  expect(markIds(segment.marks)).toEqual(new Set(['1']))
})
