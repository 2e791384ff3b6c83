import type { ItemFile } from '../content/published-item.ts'
import { isContentCollection } from '../content/published-item.ts'
import type { Capabilities, Channel, ComposeOptions, Post } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import type { Mailer } from './mailer.ts'
import { composeRelease } from './press-mail.ts'
import type { ChannelTools, OpenAccount, Service } from './service.ts'

/** Mails are in our own ledger, where a key stands for one release. What was mailed stays: it can only be followed by another. */
const capabilities: Capabilities = {
  deduplicates: true,
  update: 'none',
  remove: 'none',
  removeWithinMs: null,
  isFinal: false,
  posts: 'by-itself',
  language: 'field',
  concurrency: 1,
  pace: null,
}

/** Releases by e-mail to a list of contacts, each on its own, in their language. */
export const press: Service = {
  name: 'press',
  capabilities,
  look: 'letter',
  // There is none: mails leave by the network's own mail service.
  fixedUrl: 'https://mail.invalid/',
  settings: [{ name: 'replyTo', required: true, pattern: /^[^\s@<>]{1,64}@[^\s@<>]{1,190}$/ }],
  secrets: [],
  takes: 'whole',
  open,
}

function open({ settings: { replyTo = '' } }: OpenAccount, { mailer }: ChannelTools): Channel {
  const present = (): Mailer => {
    if (mailer === null) throw new ChannelError('misconfigured', 'mails cannot be sent from here')
    return mailer
  }
  return {
    service: 'press',
    capabilities,
    compose: (item, options) => composeRelease(item, options, replyTo),
    validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),

    async verify() {
      return { name: `${await present().contacts()} @ ${replyTo}`, url: null }
    },

    async publish({ post }, { identity }) {
      const { text, locale, fields = {} } = post
      const { subject = '', html = '', item = '' } = fields
      const change = fields.change as ComposeOptions['change']
      const [collection, id = ''] = item.split('/')
      if (!isContentCollection(collection))
        throw new ChannelError('rejected', 'it is not said what the release is about')
      const contacts = await present().enter({
        key: identity,
        item: { collection, id },
        locale,
        change,
        subject,
        html,
        text,
        files: filesOf(post),
        replyTo,
      })
      if (contacts === 0 && (change === 'published' || change === 'revised'))
        throw new ChannelError('rejected', `nobody on the press list gets releases about this in ${locale}`)
      return { remoteId: identity, remoteUrl: null, mark: null }
    },

    update: cannotChange,
    remove: cannotChange,
  }
}

/** The picture first, under a name that says what it is. */
const filesOf = ({ image, files = [] }: Post): ItemFile[] => [
  ...(image === null
    ? []
    : [
        {
          url: image.url,
          name: new URL(image.url).pathname.split('/').at(-1) ?? 'picture',
          type: image.type,
          bytes: 0,
        },
      ]),
  ...files,
]

/** Never asked: see the capabilities. */
const cannotChange = async (): Promise<never> => {
  throw new ChannelError('rejected', 'a mail that was sent cannot be changed')
}
