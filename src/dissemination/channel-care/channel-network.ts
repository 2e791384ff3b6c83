import type { Payload } from 'payload'

import type { ChannelNetwork } from '../../channels/channel-for.ts'
import type { ChannelWatch } from '../../channels/guarded-channel.ts'
import { env } from '../../env.ts'
import { ownFederation } from '../fediverse/own-federation.ts'
import { pressMailer } from '../press/press-mailer.ts'
import { privateHosts } from './private-hosts.ts'
import { sessionOf } from './session.ts'

/** What an account is opened with, wherever something is to be asked of its service. */
export const channelNetwork = async (
  payload: Payload,
  channelId: string,
  watch?: ChannelWatch,
): Promise<ChannelNetwork> => ({
  allowedPrivateHosts: await privateHosts(payload),
  publicUrl: env.PUBLIC_URL,
  session: sessionOf(channelId, payload),
  mailer: pressMailer(payload),
  federation: ownFederation(payload, channelId, env.PUBLIC_URL),
  ...(watch !== undefined && { watch }),
})
