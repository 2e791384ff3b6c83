import { expect, test } from 'vitest'

import { fakeResend, type ResendFault } from '../../testing/fake-resend.ts'
import { type ResendSuppressions, resendSuppressions, SuppressionListError } from './resend-suppressions.ts'

const quick = { betweenMs: 0, timeoutMs: 20_000, backoffMs: 1 }

type Service = Awaited<ReturnType<typeof fakeResend>>

const listOf = ({ url, apiKey }: Pick<Service, 'url' | 'apiKey'>, pace = quick): ResendSuppressions =>
  resendSuppressions({ apiKey, baseUrl: url }, pace)

async function readAll(list: ResendSuppressions): Promise<string[]> {
  const emails: string[] = []
  for await (const page of list.pages()) emails.push(...page.map(({ email }) => email))
  return emails
}

const fill = (service: Service, count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const email = `person${index}@example.org`
    service.suppress(email, 'bounce')
    return email
  })

test('a list of several pages is read to its end, each entry once', async () => {
  await using service = await fakeResend()
  const emails = fill(service, 250)

  expect((await readAll(listOf(service))).toSorted()).toEqual(emails.toSorted())
  expect(service.requests()).toBe(3)
})

test.for([
  ['is busy', { status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '0.05' } }, quick],
  ['has a fault', { gatewayError: 503 }, quick],
  ['hangs up', { hangUp: 'before' }, quick],
  ['does not answer', { stall: 'before' }, { ...quick, timeoutMs: 1_500 }],
] as const satisfies (readonly [string, ResendFault, typeof quick])[])(
  'a service that %s for a moment is asked again',
  async ([, fault, pace]) => {
    await using service = await fakeResend()
    const emails = fill(service, 3)
    service.failNext(fault)

    expect((await readAll(listOf(service, pace))).toSorted()).toEqual(emails)
    expect(service.requests()).toBe(2)
  },
)

test('a limit of requests is kept by waiting as long as the service says', async () => {
  await using service = await fakeResend({ requestsPerSecond: 2 })
  const emails = fill(service, 250)

  expect((await readAll(listOf(service))).length).toBe(emails.length)
})

test.for([
  ['server-error', { gatewayError: 502 }, 5],
  ['no-answer', { hangUp: 'before' }, 5],
  ['refused', { status: 422, name: 'validation_error' }, 1],
] as const satisfies (readonly [string, ResendFault, number])[])(
  'a service that keeps failing is given up with the reason %s',
  async ([reason, fault, requests]) => {
    await using service = await fakeResend()
    for (let count = 0; count < 9; count++) service.failNext(fault)

    await expect(readAll(listOf(service))).rejects.toMatchObject({ name: 'SuppressionListError', reason })
    expect(service.requests()).toBe(requests)
  },
)

test('a list that comes from the beginning again is not read for ever', async () => {
  const entry = { id: 'suppression-1', email: 'a@example.org', origin: 'bounce', created_at: '2026-11-01' }
  await using service = await fakeResend()
  for (let count = 0; count < 9; count++)
    service.failNext({ under: 200, says: JSON.stringify({ has_more: true, data: [entry] }) })

  await expect(readAll(listOf(service))).rejects.toMatchObject({ reason: 'not-understood' })
  expect(service.requests()).toBe(2)
})

test('a wrong key is said at once', async () => {
  await using service = await fakeResend()

  await expect(readAll(listOf({ ...service, apiKey: 're_wrong' }))).rejects.toEqual(
    new SuppressionListError('unauthorised'),
  )
  expect(service.requests()).toBe(1)
})

test('what is added is on the list under the ids that were answered, and goes by them', async () => {
  await using service = await fakeResend()
  const list = listOf(service)
  const ids = await list.add(['a@example.org', 'b@example.org'])
  expect(service.suppressions().map(({ email, origin }) => [email, origin])).toEqual([
    ['b@example.org', 'manual'],
    ['a@example.org', 'manual'],
  ])

  await list.remove(ids ?? [])
  expect(service.suppressions()).toEqual([])
})
