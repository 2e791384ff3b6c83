import { join } from 'node:path'

import { expect, test } from 'vitest'

import { facetsOf } from '../src/channels/bluesky-facets.ts'
import { composePost } from '../src/channels/bluesky-text.ts'
import {
  eventInEnglish,
  practiceInArabic,
  practiceInEnglish,
  practiceInFrench,
} from '../src/testing/items.ts'
import { runProgram } from './run-program.ts'

const composed = [practiceInEnglish, practiceInFrench, practiceInArabic, eventInEnglish].map(
  (item) => composePost(item, { change: 'published' }, true).text,
)
const written = [
  'see https://emen.example/a?b=c&d=e, or not',
  '(#Mentorat) #ÉconomieSociale, #2026',
  '👩🏽‍💻 नमस्ते #हिन्दी https://emen.example/hi',
  'https://emen.example/#part and C# and #',
]

test('Bluesky’s own library finds the same addresses and hashtags at the same places', async () => {
  const texts = [...composed, ...written]
  const program = { name: '@atproto/api', command: process.execPath, installedBy: 'npm' } as const
  const file = join(import.meta.dirname, 'bluesky-facets.mjs')
  const theirs = JSON.parse(await runProgram(program, [file], JSON.stringify(texts)))

  expect(texts.map(facetsOf)).toEqual(theirs)
})
