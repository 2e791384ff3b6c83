import { expect, test } from 'vitest'

import { checkOneClick } from './one-click.ts'

const unsubscribe = (value: string) => ({ name: 'list-unsubscribe', value })
const post = { name: 'list-unsubscribe-post', value: 'List-Unsubscribe=One-Click' }

test.for([
  ['ready', [unsubscribe('<https://news.example/u/1>, <mailto:leave@news.example>'), post]],
  ['ready', [unsubscribe('<http://localhost:3000/u/1>'), post]],
  ['absent', [{ name: 'subject', value: 'Confirm' }]],
  ['repeated', [unsubscribe('<https://news.example/u/1>'), unsubscribe('<https://news.example/u/2>'), post]],
  ['no-post', [unsubscribe('<https://news.example/u/1>')]],
  ['no-post', [unsubscribe('<https://news.example/u/1>'), { ...post, value: 'yes' }]],
  ['no-https', [unsubscribe('<http://news.example/u/1>'), post]],
  ['no-https', [unsubscribe('<mailto:leave@news.example>'), post]],
  ['no-https', [post]],
] as const)('leaving with one click is judged %s as a mailbox provider would', ([verdict, headers]) => {
  expect(checkOneClick(headers)).toBe(verdict)
})
