/** Where our accounts and posts are found. They are names that other servers keep: none of this may ever change. */
export interface Addresses {
  /** `host`, or `host:port`: what follows the second @ of an account. */
  readonly host: string
  readonly sharedInbox: string
  actor(username: string): string
  key(username: string): string
  inbox(username: string): string
  outbox(username: string): string
  followers(username: string): string
  post(id: string): string
  /** The username in an actor's address. Null: it is none of ours. */
  usernameIn(address: string): string | null
  /** The id in a post's address. Null: it is none of ours. */
  postIdIn(address: string): string | null
}

export function addressesAt(publicUrl: string): Addresses {
  const at = (path: string): string => new URL(path, publicUrl).href
  const actors = at('/fediverse/actors/')
  const posts = at('/fediverse/posts/')
  const partIn = (address: string, before: string): string | null => {
    const part = address.startsWith(before) ? address.slice(before.length) : ''
    return /^[\w-]{1,64}$/.test(part) ? part : null
  }
  return {
    host: new URL(publicUrl).host,
    sharedInbox: at('/fediverse/inbox'),
    actor: (username) => actors + username,
    key: (username) => `${actors}${username}#key`,
    inbox: (username) => `${actors}${username}/inbox`,
    outbox: (username) => `${actors}${username}/outbox`,
    followers: (username) => `${actors}${username}/followers`,
    post: (id) => posts + id,
    usernameIn: (address) => partIn(address, actors),
    postIdIn: (address) => partIn(address, posts),
  }
}
