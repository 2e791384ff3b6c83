import { expect, test } from 'vitest'

import { openService } from '../../channels/channel-for.ts'
import { indexnow } from '../../channels/indexnow.ts'
import { linkedin } from '../../channels/linkedin.ts'
import { type Service, sessionInMemory } from '../../channels/service.ts'
import { telegram } from '../../channels/telegram.ts'
import { websub } from '../../channels/websub.ts'
import { sql } from '../../database/database.ts'
import { adoptDelivery } from '../../ledger/channel-decisions.ts'
import { bareChannel } from '../../testing/bare-channel.ts'
import { bareChannels } from '../../testing/bare-channels.ts'
import { startFakeHub } from '../../testing/services/fake-hub.ts'
import { linkedInAccount, startFakeLinkedIn } from '../../testing/services/fake-linkedin.ts'
import { searchEngineKey, startFakeSearchEngine } from '../../testing/services/fake-search-engine.ts'
import { startFakeTelegram, telegramAccount } from '../../testing/services/fake-telegram.ts'

const { database } = bareChannels()

/** Who comes to look once they are told, and how many addresses they are told of. */
const toldServices = [
  { service: indexnow, startOther: startFakeSearchEngine, addresses: 1 },
  { service: websub, startOther: startFakeHub, addresses: 6 },
]
const toldChannel = (service: Service, url: string) =>
  bareChannel({ database: database(), service, url, settings: { key: searchEngineKey } })

test.for(toldServices)(
  '$service.name is told of every edit, and of none twice',
  async ({ service, startOther, addresses }) => {
    await using other = await startOther()
    const channel = toldChannel(service, other.url)
    const settle = async () => {
      await channel.makeDue()
      await channel.settle()
    }
    await channel.publish('v1')
    await settle()
    expect(other.told).toHaveLength(addresses)

    await channel.publish('v2')
    await settle()
    expect(other.told).toHaveLength(2 * addresses)
    await channel.choose({ approval: 'approved' })
    await settle()
    expect(other.told).toHaveLength(2 * addresses)
  },
)

test.for(toldServices)(
  '$service.name is told of ten edits and of a withdrawal once each, and not before our pages show them',
  async ({ service, startOther, addresses }) => {
    await using other = await startOther()
    const channel = toldChannel(service, other.url)
    for (let version = 1; version <= 10; version++) {
      await channel.publishAndSettle(`v${version}`)
    }
    expect(other.told).toEqual([])
    expect(await channel.dueInSeconds()).toBeGreaterThan(25)
    await channel.makeDue()
    await channel.settle()
    expect(other.told).toHaveLength(addresses)

    for (let version = 11; version <= 20; version++) {
      await channel.publishAndSettle(`v${version}`)
    }
    expect(other.told).toHaveLength(addresses)
    expect(await channel.dueInSeconds()).toBeGreaterThan(25)
    await channel.makeDue()
    await channel.settle()
    expect(other.told).toHaveLength(2 * addresses)

    await channel.withdraw()
    await channel.settle()
    expect(other.told).toHaveLength(2 * addresses)
    await channel.makeDue()
    await channel.settle()
    expect(other.told).toHaveLength(3 * addresses)
  },
)

test('a hub is told once of a feed in which several items changed within a window', async () => {
  await using hub = await startFakeHub()
  const session = sessionInMemory()
  const items = Array.from({ length: 3 }, () =>
    bareChannel({ database: database(), service: websub, url: hub.url, session }),
  )
  await items[0]?.publish('v1')
  await items[0]?.settle()
  // Within one window, whenever this test began.
  const waits = await items[0]?.dueInSeconds()
  for (const item of items.slice(1)) await item.publish('v1')
  expect(waits).toBeGreaterThan(29)
  expect(waits).toBeLessThanOrEqual(60)
  const later = () => items.map((item) => item.passWindow())
  await Promise.all(later())
  for (const item of items) await item.settle()
  expect(hub.told).toHaveLength(6)

  await items[1]?.publish('v2')
  await items[2]?.withdraw()
  await Promise.all(later())
  for (const item of items) await item.settle()
  expect(hub.told).toHaveLength(12)
})

test('an edit during a ping waits as long as any other', async () => {
  await using other = await startFakeSearchEngine()
  const channel = toldChannel(indexnow, other.url)
  await channel.publish('v1')
  await channel.makeDue()
  const held = await channel.take()
  if (held === null) throw new Error('it was not due')
  await channel.publish('v2')
  await channel.goOn(held)
  await channel.settle()
  expect(other.told).toHaveLength(1)
  expect(await channel.dueInSeconds()).toBeGreaterThan(25)
})

test('a post in doubt that a person found is corrected and withdrawn, where the service shows us nothing', async () => {
  await using fake = await startFakeTelegram()
  const { chat, botToken } = telegramAccount
  const account = { baseUrl: fake.url, settings: { chat }, secrets: { botToken } }
  const channel = bareChannel({ database: database(), service: telegram, url: fake.url, ...account })
  await channel.publishAndSettle('v1')
  const { id, remote_url: url } = await channel.row()
  await database().execute(sql`
    update channel_deliveries set state = 'unconfirmed', remote_state = 'unconfirmed', remote_id = null, remote_url = null where id = ${id}
  `)
  const { state, updated_at } = await channel.row()
  const { addresses } = openService(telegram, account, {
    allowedPrivateHosts: [],
    publicUrl: 'https://emen.example',
  })
  const remoteId = addresses?.nameOf(url ?? '') ?? null
  const seen = { deliveryId: id, state, updatedAt: new Date(updated_at) }
  await adoptDelivery(seen, { url: url ?? '', remoteId, hash: null }, database())
  await channel.publishAndSettle('v2')
  expect(fake.messages().map(({ text }) => text.split('\n')[0])).toEqual(['v2'])

  await channel.withdraw()
  await channel.settle()
  expect(fake.messages()).toEqual([])
})

test.for([
  { withdrawals: 'notice', standing: 'submitted notice-stands live', text: /withdrawn/i },
  { withdrawals: 'leave', standing: 'skipped window-over live', text: /^v1/ },
] as const)(
  'a post that stood for longer than we knew is withdrawn as the channel says ($withdrawals)',
  async ({ withdrawals, standing, text }) => {
    await using fake = await startFakeTelegram()
    const { chat, botToken } = telegramAccount
    const account = { settings: { chat }, secrets: { botToken }, policies: { withdrawals } }
    const channel = bareChannel({
      database: database(),
      service: telegram,
      url: fake.url,
      ...account,
    })
    await channel.publishAndSettle('v1')
    await channel.withdraw()
    fake.refuseNext("Bad Request: message can't be deleted for everyone")
    await channel.settle()

    expect(await channel.standing()).toBe(standing)
    expect(fake.messages().map((message) => message.text)).toEqual([expect.stringMatching(text)])
  },
)

test('a change that arrives in part is not said to be done, and is tried again with the next', async () => {
  await using fake = await startFakeLinkedIn()
  const { pageId, accessToken } = linkedInAccount
  const channel = bareChannel({
    database: database(),
    service: linkedin,
    url: fake.url,
    settings: { pageId },
    secrets: { accessToken },
  })
  await channel.publishAndSettle('v1')
  await channel.publishAndSettle('v2')
  expect(fake.newestText()).toMatch(/^v2/)
  expect(await channel.standing()).toBe('skipped cannot-edit live')

  await channel.publishAndSettle('v2')
  expect(await channel.standing()).toBe('skipped cannot-edit live')
  await channel.publishAndSettle('v1')
  expect(await channel.standing()).toBe('submitted live')
})
