import { expect, test } from 'vitest'

import { releaseHindrance } from './release-hindrance.ts'

const described = (version: string, ...paths: string[]) => ({
  openapi: '3.1.1',
  info: { version },
  paths: Object.fromEntries(paths.map((path) => [path, { get: { parameters: [], responses: {} } }])),
})
const released = described('1.1.0', '/v1/news', '/v1/events')
const changelog = (text: string) =>
  `# Changelog\n\n## Unreleased\n### Changed\n${text}\n\n## 1.0.0\n- contract 2.0.0\n`

test('a contract that only adds is released', () => {
  const more = described('1.2.0', '/v1/news', '/v1/events', '/v1/faqs')
  expect(releaseHindrance({ released, described: more, brokenSchema: [], changelog: changelog('') })).toEqual(
    [],
  )
})

test.for([
  ['1.2.0', '- contract 1.2.0: less', [], ['GET /v1/events is gone']],
  ['2.0.0', '- Less', [], ['CHANGELOG.md says nothing of "contract 2.0.0" under Unreleased']],
  ['2.0.0', '- contract 2.0.0: events are gone', [], []],
  ['1.1.0', '', ['Event.end was removed.'], ['GET /v1/events is gone', 'Event.end was removed.']],
] as const)(
  'one that takes something away under %s is told of in the changelog: %s',
  ([version, text, brokenSchema, expected]) => {
    const less = described(version, '/v1/news')
    expect(releaseHindrance({ released, described: less, brokenSchema, changelog: changelog(text) })).toEqual(
      expected,
    )
  },
)
