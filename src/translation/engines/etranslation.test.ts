import { expect, test } from 'vitest'

import { requester } from '../../network/request.ts'
import { describeEngine } from '../../testing/describe-engine.ts'
import { fakeETranslation } from '../../testing/fake-etranslation.ts'
import { eTranslation } from './etranslation.ts'
import { receiveDelivery } from './etranslation-documents.ts'

const open = (url: string, password = 'secret') =>
  eTranslation({ user: 'emissary', password, url }, requester({ allowedPrivateHosts: [new URL(url).host] }))
const options = {
  signal: AbortSignal.timeout(5_000),
  now: new Date(),
  reference: '0199c0de-0000-7000-8000-000000000009',
  callbackUrl: new URL('https://emissary.example/api/translation/etranslation/token'),
}
const batch = { source: 'en', target: 'de', pieces: [{ id: 'title.abc', markup: 'Open' }] } as const

describeEngine({
  async startService() {
    const server = await fakeETranslation()
    const newest = () => {
      const request = server.accepted().at(-1)
      if (request === undefined) throw new Error('nothing was asked for')
      return request
    }
    return Object.assign(server, { callBack: () => server.deliveryOf(newest()) })
  },
  open,
  openAsStranger: (url) => open(url, 'of somebody else'),
  statuses: [
    [400, 'refused'],
    [401, 'unauthorised'],
    [413, 'too-large'],
    [429, 'rate-limited'],
    [500, 'unavailable'],
    [502, 'unclear'],
    [503, 'unavailable'],
    [504, 'unclear'],
  ],
  saysUntilWhen: true,
})

test('it is told who asks, for what, and where to call back', async () => {
  await using server = await fakeETranslation()
  const outcome = await open(server.url).translate(batch, options)

  expect(outcome).toEqual({ kind: 'accepted', providerReference: '1000' })
  expect(server.accepted()).toMatchObject([
    { externalReference: options.reference, callbackUrl: options.callbackUrl.href, target: 'DE' },
  ])
})

test.for([
  ['ar', 'unsupported-pair', 50],
  ['de', 'quota', 0],
] as const)(
  'a negative number instead of a name for the request is a refusal: %s, %s',
  async ([target, reason, limit]) => {
    await using server = await fakeETranslation()
    server.limit(limit)

    await expect(open(server.url).translate({ ...batch, target }, options)).rejects.toMatchObject({ reason })
  },
)

test('a document over 20 MB is not sent', async () => {
  await using server = await fakeETranslation()
  const pieces = [{ id: 'a', markup: 'x'.repeat(16 * 1024 ** 2) }]

  await expect(open(server.url).translate({ ...batch, pieces }, options)).rejects.toMatchObject({
    reason: 'too-large',
  })
  expect(server.requests()).toBe(0)
})

const documented = (html: string) => Buffer.from(html).toString('base64')

test.for([
  ['{"requestId":7}', { kind: 'noted' }],
  [
    '{"requestId":"7","errorCode":"-20028","errorMessage":"busy"}',
    { kind: 'failed', reason: 'rate-limited', code: '-20028', providerReference: '7' },
  ],
  [
    '{"requestId":7,"errorCode":-99999}',
    { kind: 'failed', reason: 'refused', code: '-99999', providerReference: '7' },
  ],
  ['<h1>Welcome</h1>', { kind: 'unreadable' }],
  ['{"result":"abc"}', { kind: 'unreadable' }],
  [`{"requestId":7,"result":"${documented('<p>no names</p>')}"}`, { kind: 'unreadable' }],
  [
    `{"requestId":7,"result":"${documented('<body class="x"><p class="y" id="a.b">Auf</p>\n<p id="c.d"> Zu </p></body>')}"}`,
    {
      kind: 'delivered',
      pieces: [
        { id: 'a.b', markup: 'Auf' },
        { id: 'c.d', markup: 'Zu' },
      ],
    },
  ],
] as const)('the callback %s says %j', ([body, delivery]) => {
  expect(receiveDelivery(body)).toEqual(delivery)
})
