import type { Endpoint } from 'payload'

import { hasRole } from '../../access/roles.ts'
import { serviceNamed } from '../../channels/services.ts'
import { SecretError } from '../../secrets/secret.ts'
import { openAccount, type Secrets, sealAccountSecrets } from '../open-account.ts'
import { answer, forEditors } from './channel-work.ts'
import type { StoredChannel } from './open-channel.ts'

/**
 * Makes a new secret and answers it, this once. The one so far goes on beside it for a week. For administrators; 409
 * where the other side gives the secrets.
 */
export const rotateEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/rotate-secret',
  method: 'post',
  handler: forEditors(async (channel, req) => {
    if (!hasRole(req.user, 'administrator')) return answer(403, { error: 'administrators-only' })
    const rotate = serviceNamed(channel.service)?.rotate
    if (rotate === undefined) return answer(409, { error: 'not-rotatable', field: 'service' })
    const secrets = rotate(known(channel), new Date())
    await req.payload.update({
      collection: 'channels',
      id: channel.id,
      data: { sealedSecret: sealAccountSecrets(secrets, channel) },
      req,
    })
    req.payload.logger.info({ msg: 'a secret was rotated', channelId: channel.id, by: req.user?.id })
    return answer(200, { secret: secrets.signingSecret, previousUntil: secrets.previousUntil ?? null })
  }),
}

/** None where they cannot be opened any more: then there is nothing that could go on. */
function known(channel: StoredChannel): Secrets {
  try {
    return openAccount(channel).secrets
  } catch (error) {
    if (error instanceof SecretError) return {}
    throw error
  }
}
