import { expect, test } from 'vitest'

import type { DemoPractice, PracticeTexts } from '../shapes.ts'
import { demoPractices } from './all.ts'

interface Written {
  readonly where: string
  readonly practice: DemoPractice
  readonly texts: PracticeTexts
}

const written: readonly Written[] = demoPractices.flatMap((practice) =>
  Object.entries(practice.texts).map(([locale, texts]) => ({
    where: `${practice.key} (${locale})`,
    practice,
    texts,
  })),
)

const keys = demoPractices.map(({ key }) => key)

/** Field names, and for lists how many entries: what two languages of one practice must share. */
const outline = (texts: PracticeTexts | undefined) =>
  Object.entries(texts ?? {})
    .map(([field, value]) => (Array.isArray(value) ? `${field} ${value.length}` : field))
    .toSorted()

const sentences = (texts: PracticeTexts) => Object.values(texts).flat().join('\n')

test('each practice has a key of its own, in kebab-case', () => {
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

test('each practice is written in the language that it names as its source, and this one is published', () => {
  for (const { key, texts, sourceLocale, unpublished } of demoPractices) {
    expect(Object.keys(texts), key).toContain(sourceLocale)
    expect(unpublished ?? [], key).not.toContain(sourceLocale)
  }
})

test('only languages that are written can be held back', () => {
  for (const { key, texts, unpublished } of demoPractices)
    expect(Object.keys(texts), key).toEqual(expect.arrayContaining([...(unpublished ?? [])]))
})

test('titles hold to 100 characters and summaries to 600 in one paragraph', () => {
  for (const { where, texts } of written) {
    expect(texts.title.length, where).toBeLessThanOrEqual(100)
    expect(texts.summary.length, where).toBeLessThanOrEqual(600)
    expect(texts.summary, where).not.toContain('\n')
  }
})

test('each language of a practice says as much as the one it was written in', () => {
  for (const { where, practice, texts } of written)
    expect(outline(texts), where).toEqual(outline(practice.texts[practice.sourceLocale]))
})

test('each figure has its indicator in each language', () => {
  for (const { where, practice, texts } of written)
    expect(texts.resultIndicators.length, where).toBe(practice.results.length)
})

test('no text is empty or padded, and Arabic, Greek and Ukrainian are in their own script', () => {
  for (const { where, texts } of written)
    for (const text of Object.values(texts).flat()) expect(text, where).toMatch(/^\S(.*\S)?$/s)
  const scripts = { ar: /\p{Script=Arabic}/u, el: /\p{Script=Greek}/u, uk: /\p{Script=Cyrillic}/u }
  for (const { key, texts } of demoPractices)
    for (const locale of ['ar', 'el', 'uk'] as const)
      for (const text of Object.values(texts[locale] ?? {}).flat())
        expect(text, `${key} (${locale})`).toMatch(scripts[locale])
})

test('what is no sample claims no figures, no voices, no failures and no scores', () => {
  for (const practice of demoPractices.filter(({ sample }) => !sample)) {
    expect([...practice.results, ...practice.scores], practice.key).toEqual([])
    expect(practice.evidence, practice.key).toBe('described')
    for (const texts of Object.values(practice.texts)) {
      expect(texts, practice.key).not.toHaveProperty('userOpinion')
      expect(texts, practice.key).not.toHaveProperty('whatFailed')
    }
  }
})

test('nothing made up is put down to a real organisation', () => {
  for (const { key, provider, responsible } of demoPractices.filter(({ sample }) => sample))
    expect([provider, responsible], key).toEqual(['sample-organisation', 'sample-organisation'])
})

test('each sample tells what did not work', () => {
  for (const { where, texts } of written.filter(({ practice }) => practice.sample))
    expect(texts.whatFailed?.length ?? 0, where).toBeGreaterThan(100)
})

test('scores cover the nine dimensions from 0 to 10, and peers do not only echo the scheme', () => {
  const scored = demoPractices.filter(({ scores }) => scores.length > 0)
  expect(scored).toHaveLength(8)
  for (const { key, scores } of scored) {
    expect(
      scores.map(({ dimension }) => dimension),
      key,
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    for (const value of scores.flatMap(({ self, peer }) => [self ?? 0, peer ?? 0])) {
      expect(value, key).toBeGreaterThanOrEqual(0)
      expect(value, key).toBeLessThanOrEqual(10)
    }
    expect(
      scores.some(({ self, peer }) => self !== peer),
      key,
    ).toBe(true)
  }
})

test('related practices exist and are others', () => {
  for (const { key, related } of demoPractices)
    for (const item of related.filter(({ collection }) => collection === 'practices')) {
      expect(keys, key).toContain(item.key)
      expect(item.key).not.toBe(key)
    }
})

test('a practice ends after it began, and what has ended does not go on', () => {
  for (const { key, start, end, ongoing } of demoPractices) {
    for (const date of [start, end ?? start]) {
      expect(new Date(date).toISOString().slice(0, 10), key).toBe(date)
      expect(date < '2026-11-01', key).toBe(true)
    }
    expect(end === null || (start < end && !ongoing), key).toBe(true)
  }
})

test('no text holds an address that somebody could write to', () => {
  for (const { where, texts } of written) expect(sentences(texts), where).not.toMatch(/@|https?:|www\./)
})
