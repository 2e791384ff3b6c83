import type { Payload } from 'payload'

import { demoChannels } from '../network/channels.ts'
import { demoAccounts, demoSites } from '../partners/partner-accounts.ts'
import { keepRow } from './keep-row.ts'
import { eachInTurn, type OnProgress } from './progress.ts'

type Channel = (typeof demoChannels)[number]

/**
 * The network's accounts at the partners that run beside it.
 * @param partnersUrl origin of the partners' server.
 */
export async function loadChannels(
  payload: Payload,
  partnersUrl: string,
  onProgress: OnProgress,
): Promise<void> {
  await eachInTurn('channels', demoChannels, onProgress, async (channel) => {
    const { name, locales, collections } = channel
    await keepRow(
      payload,
      { collection: 'channels', where: { name: { equals: name } } },
      {
        name,
        locales: [...locales],
        collections: [...collections],
        mode: 'auto',
        ...accountOf(channel, partnersUrl),
      },
    )
  })
}

/** @throws {RangeError} when the partners' server has no such account or site. */
function accountOf({ name, partner }: Channel, partnersUrl: string) {
  if (partner.service === 'mastodon') {
    const account = demoAccounts.find(({ locale }) => locale === partner.locale)
    if (account === undefined) throw new RangeError(`no account for ${name}`)
    return { service: partner.service, baseUrl: partnersUrl, secrets: { accessToken: account.accessToken } }
  }
  const site = demoSites.find((each) => each.name === partner.site)
  if (site === undefined) throw new RangeError(`no site for ${name}`)
  return {
    service: partner.service,
    baseUrl: `${partnersUrl}/hooks/${site.name}`,
    secrets: { signingSecret: site.secret },
  }
}
