import { composeNote } from './activitypub-note.ts'
import type { Capabilities, Channel, Post } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import type { FederatedPost, Federation, NameFault } from './federation.ts'
import type { ChannelTools, OpenAccount, Service } from './service.ts'

/**
 * Posts stand with us: an identity is one post, and to enter one is a transaction that either happened or did not. Followers'
 * servers get them afterwards, and know an activity again by its address, so one that may have arrived is sent again.
 */
const capabilities: Capabilities = {
  deduplicates: true,
  update: 'in-place',
  remove: 'yes',
  removeWithinMs: null,
  isFinal: false,
  posts: 'by-itself',
  language: 'field',
  concurrency: 4,
  pace: null,
}

/** The network itself in the fediverse, with an account for each language: https://www.w3.org/TR/activitypub/ */
export const activitypub: Service = {
  name: 'activitypub',
  capabilities,
  look: 'post',
  // There is none: the accounts are on our own site.
  fixedUrl: 'https://fediverse.invalid/',
  // What all servers take, with room for a hyphen and a language.
  settings: [{ name: 'accountName', required: true, pattern: /^[a-z][a-z0-9_]{1,19}$/ }],
  secrets: [],
  countsFollowers: true,
  takes: 'summary',
  open,
}

function open({ settings: { accountName = '' } }: OpenAccount, { federation }: ChannelTools): Channel {
  const present = (): Federation => {
    if (federation === null) throw new ChannelError('misconfigured', 'nothing can be published from here')
    return federation
  }
  return {
    service: 'activitypub',
    capabilities,
    compose: composeNote,
    validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),

    async verify() {
      return { name: unlessFault(await present().accounts(accountName)).join(' '), url: null }
    },

    followers: async () => present().followers(),

    async publish({ post }, { identity }) {
      return unlessFault(await present().publish(accountName, federated(post), identity))
    },

    async update({ remoteId }, { post }) {
      const receipt = await present().update(remoteId, federated(post))
      if (receipt === null) throw new ChannelError('missing', 'it does not stand there any more')
      return receipt
    },

    remove: ({ remoteId }) => present().remove(remoteId),
    find: (_, { identity }) => present().find(identity),

    async probe({ remoteId }) {
      return (await present().isServed(remoteId)) ? 'live' : 'gone'
    },
  }
}

const federated = ({
  locale,
  url,
  image,
  fields: { html = '', hashtags = '' } = {},
}: Post): FederatedPost => ({
  locale,
  url,
  image,
  html,
  hashtags: hashtags.split(' ').filter((tag) => tag !== ''),
})

function unlessFault<Result>(result: Result | NameFault): Result {
  if (!isFault(result)) return result
  const { fault, username } = result
  throw new ChannelError(
    'misconfigured',
    fault === 'taken'
      ? `another channel has the name @${username}`
      : `followers know this channel as @${username}: write the old name again, or make another channel`,
  )
}

const isFault = (result: unknown): result is NameFault =>
  typeof result === 'object' && result !== null && 'fault' in result
