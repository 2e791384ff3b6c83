import { expect, test } from 'vitest'

import type { Capabilities } from '../../channels/channel.ts'
import { translator } from '../../i18n/translator.ts'
import { capabilityLines } from './capability-lines.ts'

const t = translator('en', 'admin')
const everything: Capabilities = {
  deduplicates: true,
  update: 'in-place',
  remove: 'yes',
  removeWithinMs: null,
  isFinal: false,
  posts: 'by-itself',
  language: 'field',
  concurrency: 1,
  pace: null,
}

test.for([
  [{}, ['Posts can be corrected.', 'Posts can be taken back.']],
  [
    { update: 'none', removeWithinMs: 48 * 3_600_000 },
    ['Posts cannot be corrected.', 'Posts can be taken back for 48 hours only.'],
  ],
  [
    { update: 'unseen', remove: 'none', isFinal: true },
    [
      'What is posted is final.',
      'Readers keep seeing the first version of a post.',
      'Posts cannot be taken back.',
    ],
  ],
  [
    { posts: 'by-hand', language: 'none' },
    [
      'A person posts here; we compose the text.',
      'Posts can be corrected.',
      'Posts can be taken back.',
      'Posts name no language: give each language its own account.',
    ],
  ],
] as const)('a service says plainly what it cannot do: %j', ([less, lines]) => {
  expect(capabilityLines({ ...everything, ...less }, t)).toEqual(lines)
})
