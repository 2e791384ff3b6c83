import { ChannelError } from './channel-error.ts'
import type { OpenAccount, ServiceSecret } from './service.ts'

/** Whoever knows the address may post to it, so it is the account and the secret in one. */
export const webhookSecrets: readonly ServiceSecret[] = [{ name: 'webhookUrl', required: true }]

/**
 * The address that a webhook's owner was given.
 * @param hosts where the service hands out webhooks. One that begins with a dot stands for all names below it.
 * @throws {ChannelError} `misconfigured` when it is not one of theirs. The message does not hold it.
 */
export function webhookAddress(
  { baseUrl, secrets: { webhookUrl = '' } }: OpenAccount,
  hosts: readonly string[],
): URL {
  const url = URL.parse(webhookUrl.trim())
  if (url === null) throw new ChannelError('misconfigured', 'the webhook is not an address')
  const place = new URL(baseUrl)
  const isTheirs = hosts.some((host) =>
    host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host,
  )
  if (url.host === place.host && url.protocol === place.protocol) return url
  if (isTheirs && url.protocol === 'https:') return url
  throw new ChannelError('misconfigured', `webhooks of ${place.host} are not at ${url.host}`)
}

/** A text in pieces, those that are addresses told apart. */
export const withAddresses = (
  text: string,
): readonly { readonly text: string; readonly isAddress: boolean }[] =>
  text
    .split(/(https?:\/\/\S+)/)
    .map((piece, index) => ({ text: piece, isAddress: index % 2 === 1 }))
    .filter((piece) => piece.text !== '')

/** For services whose webhooks answer with no name for what they posted. The ledger knows by the capabilities and never asks. */
export async function cannotChange(): Promise<never> {
  throw new ChannelError('rejected', 'what was posted over this webhook can be neither changed nor removed')
}
