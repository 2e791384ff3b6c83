/**
 * The life of a delivery: planned → submitting → submitted, unconfirmed or failed; or skipped, with the reason.
 *
 * - `submitted`: the service accepted it. Not that anybody has read it.
 * - `unconfirmed`: sent, but we cannot know whether it was accepted. Only a person may plan it again.
 * - `skipped`: decided against.
 */
export const deliveryStates = [
  'planned',
  'submitting',
  'submitted',
  'unconfirmed',
  'failed',
  'skipped',
] as const

export type DeliveryState = (typeof deliveryStates)[number]

/** `held`: a person is to decide before anything is submitted. */
export const channelDeliveryStates = [...deliveryStates, 'held'] as const

export type ChannelDeliveryState = (typeof channelDeliveryStates)[number]

/** What a held delivery waits for. */
export type HoldReason =
  | 'awaits-approval' // the channel asks before it posts
  | 'rejected-by-editor' // a person said no for now
  | 'to-post-by-hand' // the service takes posts from people only: one is to post it and tell where it stands
  | 'to-change-by-hand' // the same once it changed: what stands there says something else
  | 'to-remove-by-hand' // and once it was withdrawn
  | 'changed-there' // a person changed our post at the other side: theirs or ours?

/** Why an item does not stand on a channel in a locale. */
export type ChannelSkipReason =
  | 'not-chosen' // an editor left it out of this channel
  | 'topic-not-wanted' // the channel takes other topics, countries or communities
  | 'small-edit' // the channel's policy is to let edits be
  | 'window-over' // the service lets posts be removed only for a while
  | 'not-translated' // the item is not public in the channel's language
  | 'collection-not-wanted' // the channel does not take this kind of item
  | 'channel-off' // nothing is announced there by itself
  | 'withdrawn-before-sending'
  | 'cannot-edit' // the service shows the first version for ever
  | 'cannot-remove' // what was posted stays
  | 'removed-there' // somebody removed our post at the other side, which is respected
  | 'kept-theirs' // a person left what the other side made of it

/** Why a person does not get an issue. */
export type EmailSkipReason =
  | 'gets-digest' // they chose one mail a week or month with what is new
  | 'frequency-cap' // they had as many mails lately as the network allows
  | 'no-edition-in-language'
  | 'language-left-out' // the issue does not come in the language that would be theirs
  | 'not-in-segment' // the issue goes only to those who meet a condition
  | 'paused'
  | 'suppressed'
  | 'unsubscribed' // between freezing the audience and sending
  | 'address-not-supported' // UTF-8 mailbox name, and the transport cannot
  | 'domain-given-up' // their mail servers refuse us, and a person left it at that
  | 'cancelled'

/** Why a mail that was made for one person does not leave. */
export type PersonalSkipReason =
  | 'paused' // a reminder: everything else waits
  | 'suppressed'
  | 'unsubscribed'
  | 'address-not-supported'
  | 'nothing-left' // all that it told of was withdrawn meanwhile
  | 'event-cancelled' // or withdrawn
  | 'event-moved' // another reminder is planned for its new time, once it has one
  | 'event-began' // before the reminder could leave
  | 'nobody-to-tell' // of a question: neither its partner nor the network has an address
