import { expect, test } from 'vitest'

import { wantsLinkedData } from './wants-linked-data.ts'

test.for([
  ['application/ld+json', true],
  ['Application/LD+JSON; charset=utf-8', true],
  ['application/ld+json, */*;q=0.1', true],
  ['application/ld+json, application/json', true],
  ['*/*, application/ld+json', true],
  ['text/turtle;q=0.4, application/ld+json;q=0.9, text/html;q=0.8', true],
  ['text/html, application/ld+json;q=0.9', false],
  ['application/json, application/ld+json', false],
  ['application/ld+json;q=0.5, */*', false],
  ['application/ld+json;q=0, */*', false],
  ['application/ld+json;q=x', false],
  ['application/activity+json, application/ld+json', false],
  ['application/ld+json; profile="https://www.w3.org/ns/activitystreams"', false],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', false],
  ['*/*', false],
  ['', false],
  [null, false],
] as const)('Accept: %s asks for linked data: %s', ([accept, expected]) => {
  expect(wantsLinkedData(accept)).toBe(expected)
})
