import { getPayload, type Payload } from 'payload'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../../payload.config.ts'
import { databaseOf } from '../../../database/database.ts'
import { transportAway } from '../../../ledger/issue-progress/transport-away.ts'
import { reportAway, reportThere } from '../../../ledger/pace/breaker.ts'
import { transportNames } from '../../../newsletter/transports/transport-for.ts'
import { emptying } from '../../../testing/emptying.ts'
import { timedContext } from '../../view-context.ts'
import { Waiting } from './waiting.tsx'

const context = timedContext({ i18n: { language: 'en' } }, 'UTC')
type Settings = Parameters<typeof transportNames>[0]
const both: Settings = {
  MAIL_TRANSPORTS: ['resend', 'smtp'],
  RESEND_API_KEY: 're_x',
  SMTP_URL: 'smtp://x',
}

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(emptying('send_buckets'))
})

const inAnHour = () => new Date(Date.now() + 3_600_000)
const away = (transport: string, reason: string, until: Date | null) =>
  reportAway({ transport, reason, until, isProbe: false }, databaseOf(payload))

/** Of seven planned mails, two are not due yet. */
async function shown(settings: Settings): Promise<string> {
  const now = new Date()
  return renderToStaticMarkup(
    Waiting({
      progress: {
        counts: [{ locale: 'en', state: 'planned', reason: null, people: 7 }],
        waiting: [{ locale: 'en', reason: 'mailbox-full', people: 2, until: inAnHour() }],
        away: await transportAway(transportNames(settings), databaseOf(payload)),
        pace: { steps: [], firstAt: null, lastAt: null, now },
      },
      context,
    }),
  )
}

test('while no way out takes mails, those that are due wait, and it is said why', async () => {
  await away('resend', 'unauthorised', inAnHour())
  await away('smtp', 'busy', inAnHour())
  const told = await shown(both)

  expect(told).toContain('Waiting, and why: 7')
  expect(told).toMatch(/The mail service does not accept our login<small>Until .*<span class="em-end">5</)
})

test('while one of two takes them, nothing waits for the other', async () => {
  await away('resend', 'unauthorised', inAnHour())
  expect(await shown(both)).toContain('Waiting, and why: 2')
})

test('one failure is none yet, and what answers again is there', async () => {
  const alone = { ...both, RESEND_API_KEY: undefined }
  await away('smtp', 'unreachable', null)
  expect(await shown(alone)).toContain('Waiting, and why: 2')
  for (const _ of [2, 3]) await away('smtp', 'unreachable', null)
  expect(await shown(alone)).toContain('The mail service could not be reached')
  await reportThere('smtp', databaseOf(payload))
  expect(await shown(alone)).toContain('Waiting, and why: 2')
})
