import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'

import { expect, test } from 'vitest'

import { facetsOf } from '../src/channels/bluesky-facets.ts'
import { composePost } from '../src/channels/bluesky-text.ts'
import {
  eventInEnglish,
  practiceInArabic,
  practiceInEnglish,
  practiceInFrench,
} from '../src/testing/items.ts'

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
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bluesky-facets.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const texts = [...composed, ...written]
  child.stdin.end(JSON.stringify(texts))
  const theirs = (await json(child.stdout)) as ReturnType<typeof facetsOf>[]

  expect(texts.map(facetsOf)).toEqual(theirs)
})
