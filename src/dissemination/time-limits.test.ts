import { expect, test } from 'vitest'

import { UNDER_WAY_MINUTES } from '../ledger/under-way.ts'
import { SMTP_LONGEST_MS } from '../newsletter/transports/smtp.ts'
import { EXPIRE_SECONDS } from '../queue/queue.ts'
import { LONGEST_TURN_MS } from './personal/send-personal.ts'
import { AT_A_STRETCH_MS } from './send-issue.ts'

/** For what a worker writes down again and again while the database restarts, and for waits of a moment. */
const WRITTEN_DOWN_MS = 60_000

test('a mail is its worker’s for longer than it takes to hand it over, whatever the server does', () => {
  const longest = LONGEST_TURN_MS + SMTP_LONGEST_MS + WRITTEN_DOWN_MS
  expect(longest).toBeLessThan(UNDER_WAY_MINUTES * 60_000)
})

test('a worker that sends for as long as it may is done before its job is over its time', () => {
  expect(AT_A_STRETCH_MS + SMTP_LONGEST_MS + WRITTEN_DOWN_MS).toBeLessThan(EXPIRE_SECONDS * 1000)
})
