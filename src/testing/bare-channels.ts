import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll } from 'vitest'

import config from '../../payload.config.ts'
import type { Service } from '../channels/service.ts'
import { databaseOf } from '../database/database.ts'
import type { ChannelPolicies } from '../dissemination/channels/next-step.ts'
import type { PlannedChannel } from '../dissemination/channels/plan.ts'
import { bareChannel } from './bare-channel.ts'
import { bareService, startBareServer } from './services/bare-service.ts'

interface Setting {
  readonly abilities?: Parameters<typeof bareService>[0]
  readonly policies?: Partial<ChannelPolicies>
  readonly rules?: Partial<PlannedChannel>
}

/** A service whose posts cannot be changed or removed, nor found again. */
export const unfollowing = { finds: false, update: 'none', remove: 'none' } as const
/** A service on which nobody sees that a post was changed. */
export const unseen = { finds: true, update: 'unseen' } as const

/** For the top of a test file: channels of services that do only what each test says. */
export function bareChannels() {
  let payload: Payload
  beforeAll(async () => {
    payload = await getPayload({ config })
  })
  afterAll(() => payload.destroy())
  const database = () => databaseOf(payload)

  async function setUp({ abilities = { finds: true }, policies = {}, rules = {} }: Setting = {}) {
    const service: Service = bareService(abilities)
    const server = await startBareServer(service.capabilities)
    const channel = bareChannel({ database: database(), service, url: server.url, policies, rules })
    return {
      server,
      channel,
      texts: () => server.posts.map(({ text }) => text.split(' | https').at(0)),
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    }
  }
  return { database, setUp }
}
