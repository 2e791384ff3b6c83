import { expect, test } from 'vitest'

import { fallbackChain } from './fallback-chain.ts'
import type { Locale } from './locales.ts'

const network: readonly Locale[] = ['en', 'de']

test.for([
  ['fr', 'de', 'fr de'],
  ['fr', 'de,en', 'fr de en'],
  ['fr', ' de , en ', 'fr de en'],
  ['fr', 'network', 'fr en de'],
  ['fr', 'el,network', 'fr el en de'],
  ['de', 'network', 'de en'],
  ['fr', 'de-AT', 'fr de'],
  ['fr', 'DE-at,EN', 'fr de en'],
  ['fr', 'pt-BR,es-419', 'fr pt es'],
  ['fr', 'fr,de,de', 'fr de'],
  ['fa-AF', 'en', 'fa-AF fa en'],
  ['fr', 'fa-AF', 'fr fa-AF fa'],
  ['fr', 'prs', 'fr fa-AF fa'],
  ['fr', 'uk-Cyrl-UA', 'fr uk'],
] as const)('%s with %s is served in %s', ([requested, asked, chain]) => {
  expect(fallbackChain(requested, asked, network)).toEqual(chain.split(' '))
})

test.for([
  ['de,xx', 'xx'],
  ['', ''],
  [',', ','],
  ['none', 'none'],
  ['de;en', 'de;en'],
  [Array.from({ length: 11 }, () => 'de').join(), Array.from({ length: 11 }, () => 'de').join()],
] as const)('what is no locale is named: %s', ([asked, unknown]) => {
  expect(fallbackChain('fr', asked, network)).toEqual({ unknown })
})
