import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { PROBE_HEADER, probeAnswer } from '../../audience/unsubscribe-probe.ts'
import { databaseOf } from '../../database/database.ts'
import type { Requester } from '../../network/request.ts'
import { generateDkimKey, recordOf } from '../../newsletter/dkim/dkim-keys.ts'
import { emptying } from '../../testing/emptying.ts'
import { fakeDns } from '../../testing/fake-dns.ts'
import { fakeResendDomains, SENDING_KEY } from '../../testing/fake-resend-domains.ts'
import { activatePublished } from './activate-published.ts'
import { checkMailSetUp } from './check-mail-set-up.ts'
import { dnsLookUp } from './dns-look-up.ts'
import { keyEndpoints } from './key-endpoints.ts'

type MailEnv = Parameters<typeof checkMailSetUp>[0]

const env: MailEnv = {
  MAIL_FROM: 'news@emen.org',
  CONFIRMATIONS_FROM: 'news@emen.org',
  MAIL_TRANSPORTS: ['resend', 'smtp'],
  BOUNCE_DOMAIN: 'bounce.emen.org',
  SMTP_URL: 'smtp://smtp.emen.org:587',
  RESEND_API_KEY: undefined,
  RESEND_BASE_URL: undefined,
  RESEND_WEBHOOK_SECRET: undefined,
  PUBLIC_URL: 'https://www.emen.org',
}

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(emptying('dkim_keys'))
})

/** As our own site answers: see the test of that beside it. */
const answeringAsWe: Requester = async ({ url }) => {
  const proof = probeAnswer(url.pathname.slice('/u/'.length)) ?? ''
  return { status: 404, headers: new Headers({ [PROBE_HEADER]: proof }), body: Buffer.alloc(0) }
}

interface World {
  readonly settings?: Partial<MailEnv>
  readonly request?: Requester
  readonly dns?: string
}

/** `name: finding`, for each thing that was looked at. */
async function found({ settings = {}, request = answeringAsWe, dns = '127.0.0.1:1' }: World) {
  const means = { dns: dnsLookUp([dns]), request, database: databaseOf(payload) }
  const checks = await checkMailSetUp({ ...env, ...settings }, means)
  return checks.map(({ name, of, mark, finding }) => `${name} ${of && `(${of}) `}${mark}: ${finding}`)
}

test('a mail server that is set up well has nothing to do', async () => {
  await using dns = await fakeDns()
  const key = await generateDkimKey('emen.org', new Date(), databaseOf(payload))
  if (key === null) throw new Error('no key was made')
  dns.add('TXT', recordOf(key).name, recordOf(key).value)
  dns.add('TXT', 'bounce.emen.org', 'v=spf1 a:smtp.emen.org -all')
  dns.add('TXT', 'emen.org', 'v=spf1 include:bounce.emen.org -all')
  dns.add('A', 'smtp.emen.org', '8.8.4.4')
  dns.add('TXT', '_dmarc.emen.org', 'v=DMARC1; p=quarantine')
  dns.add('MX', 'emen.org', 'mx.emen.org')
  dns.add('MX', 'bounce.emen.org', 'www.emen.org')
  expect(await activatePublished(key.id, dnsLookUp([dns.address]), databaseOf(payload))).toMatchObject({
    state: 'active',
  })

  expect(await found({ dns: dns.address })).toEqual([
    'sender fine: sender-own',
    'spf fine: spf-passes',
    'spf fine: spf-passes',
    'dkim fine: dkim-signed',
    'dmarc fine: dmarc-enforced',
    'mx fine: mx-found',
    'returns fine: returns-taken',
    'unsubscribe fine: unsubscribe-answers',
  ])
})

test('before there is a sender, that is the one thing to do, and no name is looked up', async () => {
  expect(
    await found({
      settings: {
        MAIL_FROM: 'news@emissary.example',
        CONFIRMATIONS_FROM: 'news@emissary.example',
        PUBLIC_URL: 'http://localhost:3000',
      },
    }),
  ).toEqual([
    'sender to-do: sender-example',
    'spf open: sender-needed',
    'dkim open: sender-needed',
    'dmarc open: sender-needed',
    'mx open: sender-needed',
    'unsubscribe to-do: unsubscribe-local',
  ])
})

test('a name server that has trouble leaves open what it knows; nobody is told to add what may be there', async () => {
  await using dns = await fakeDns()
  dns.fail()
  const checks = await found({ dns: dns.address })
  expect(checks.filter((line) => line.includes('dns-silent'))).toEqual([
    'spf open: dns-silent',
    'spf open: dns-silent',
    'dmarc open: dns-silent',
    'mx open: dns-silent',
    'returns open: dns-silent',
  ])
})

test('each way out and each sender is looked at, and named where there are several', async () => {
  await using service = await fakeResendDomains([
    {
      name: 'emen.org',
      status: 'verified',
      records: [{ type: 'TXT', name: 'send', value: 'v=spf1 include:service.test ~all', status: 'verified' }],
    },
  ])
  await using dns = await fakeDns()
  dns.add('TXT', 'service.test', 'v=spf1 ip4:198.51.100.128/25 -all')
  dns.add('TXT', 'send.emen.org', 'v=spf1 include:service.test ~all')
  dns.add('TXT', 'bounce.emen.org', 'v=spf1 a:smtp.emen.org -all')
  dns.add('TXT', 'answers.emen.eu', 'v=spf1 -all')
  dns.add('A', 'smtp.emen.org', '8.8.4.4')
  const settings = {
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: service.url,
    CONFIRMATIONS_FROM: 'hello@answers.emen.eu',
  }
  expect((await found({ settings, dns: dns.address })).filter((line) => !/^(mx|dmarc)/.test(line))).toEqual([
    'sender (emen.org) fine: sender-own',
    'sender (answers.emen.eu) fine: sender-own',
    'provider (Resend · emen.org) fine: provider-verified',
    'provider (Resend · answers.emen.eu) to-do: provider-unknown',
    'spf (Resend · emen.org) fine: spf-passes',
    'spf (SMTP) fine: spf-passes',
    // Confirmations bounce to their own domain.
    'spf (SMTP) to-do: spf-unnamed',
    'dkim (SMTP · emen.org) open: dkim-off',
    'dkim (SMTP · answers.emen.eu) open: dkim-off',
    'returns (Resend) to-do: returns-unheard',
    'returns (SMTP) to-do: returns-none',
    'tracking (Resend · emen.org) fine: tracking-off',
    'unsubscribe fine: unsubscribe-answers',
  ])
})

test.for([
  [
    [{ name: 'emen.org', status: 'verified' }],
    ['provider fine: provider-verified', 'tracking fine: tracking-off'],
  ],
  [
    [{ name: 'emen.org', status: 'verified', click_tracking: true }],
    ['provider fine: provider-verified', 'tracking to-do: tracking-on'],
  ],
  [
    [{ name: 'emen.org', status: 'pending' }],
    ['provider to-do: provider-unverified', 'tracking fine: tracking-off'],
  ],
  [[{ name: 'other.org', status: 'verified' }], ['provider to-do: provider-unknown']],
] as const)('of a mail service that knows %j it is said: %j', async ([domains, expected]) => {
  await using service = await fakeResendDomains(domains)
  await using dns = await fakeDns()
  const settings = { RESEND_API_KEY: 're_test', RESEND_BASE_URL: service.url, SMTP_URL: undefined }
  const checks = await found({ settings, dns: dns.address })
  expect(checks.filter((line) => /^(provider|tracking)/.test(line))).toEqual(expected)
})

test.for([
  ['does not know', 're_other', 'provider to-do: provider-refused'],
  ['lets send and nothing else', SENDING_KEY, 'provider open: provider-restricted'],
] as const)(
  'a mail service that %s our key does not pass for one that is silent',
  async ([, key, finding]) => {
    await using service = await fakeResendDomains([{ name: 'emen.org', status: 'verified' }])
    await using dns = await fakeDns()
    const settings = { RESEND_API_KEY: key, RESEND_BASE_URL: service.url, SMTP_URL: undefined }
    const checks = await found({ settings, dns: dns.address })
    expect(checks.filter((line) => /^(provider|tracking)/.test(line))).toEqual([finding])
  },
)

test('of a mail service that is away nothing is known', async () => {
  await using dns = await fakeDns()
  const settings = {
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: 'http://127.0.0.1:1',
    SMTP_URL: undefined,
  }
  expect(await found({ settings, dns: dns.address })).toContain('provider open: provider-silent')
})

test('a key whose record cannot be read does not sign', async () => {
  await using dns = await fakeDns()
  const key = await generateDkimKey('emen.org', new Date(), databaseOf(payload))
  const activate = () => activatePublished(key?.id ?? '', dnsLookUp([dns.address]), databaseOf(payload))
  expect(await activate()).toBe('unpublished')
  dns.fail()
  expect(await activate()).toBe('unpublished')
})

test.for([
  [null, 401],
  [{ collection: 'users', roles: ['editor'] }, 403],
  [{ collection: 'users', roles: ['administrator'] }, 201],
] as const)('keys are made by administrators: %j gets %i', async ([user, status]) => {
  const [make] = keyEndpoints()
  const req = { payload, user, i18n: { language: 'en' }, headers: new Headers() }
  const answer = await make?.handler(req as unknown as Parameters<NonNullable<typeof make>['handler']>[0])
  expect(answer?.status).toBe(status)
})
