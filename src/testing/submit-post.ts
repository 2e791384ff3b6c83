import { type Channel, type Post, prepared, type Receipt, type SubmitOptions } from '../channels/channel.ts'

/** @param key also the post's identity: tests that tell the two apart say so. */
export const submitOptions = (key = 'k1', now = new Date()): SubmitOptions => ({
  key,
  identity: key,
  plannedAt: new Date('2026-03-06T12:00:00Z'),
  now,
  signal: AbortSignal.timeout(10_000),
})

export const publishPost = async (channel: Channel, post: Post, options: SubmitOptions): Promise<Receipt> =>
  channel.publish(await prepared(channel, post, options), options)

interface StandingPost {
  readonly remoteId: string
  readonly mark?: string | null
  readonly attempted?: readonly string[]
}

/** As a worker revises a post of which nobody said that it was changed at the other side. */
export const updatePost = async (
  channel: Channel,
  { remoteId, mark = null, attempted = [] }: StandingPost,
  post: Post,
  options: SubmitOptions,
): Promise<Receipt> =>
  channel.update(
    { remoteId, mark, attempted, overwrite: false },
    await prepared(channel, post, options, remoteId),
    options,
  )
