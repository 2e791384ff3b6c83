/** What a mailbox provider would say to the headers that let a reader leave with one click. */
export type OneClick =
  | 'ready' // both headers as RFC 8058 wants them
  | 'absent' // none: right for a confirmation, wrong for a newsletter
  | 'repeated' // more than one of a header of which there must be one
  | 'no-post' // List-Unsubscribe-Post is missing or says something else
  | 'no-https' // no https address in List-Unsubscribe

export interface Header {
  /** Lower case. */
  readonly name: string
  readonly value: string
}

const onThisMachine = ['localhost', '127.0.0.1']

/** https://www.rfc-editor.org/rfc/rfc8058#section-3.1. An http address of this machine counts as https. */
export function checkOneClick(headers: readonly Header[]): OneClick {
  const named = (name: string) => headers.filter((header) => header.name === name)
  const unsubscribe = named('list-unsubscribe')
  const post = named('list-unsubscribe-post')
  if (unsubscribe.length === 0 && post.length === 0) return 'absent'
  if (unsubscribe.length > 1 || post.length > 1) return 'repeated'
  if (post[0]?.value.trim() !== 'List-Unsubscribe=One-Click') return 'no-post'
  return addressesIn(unsubscribe[0]?.value ?? '').some(isSafe) ? 'ready' : 'no-https'
}

const addressesIn = (value: string): URL[] =>
  [...value.matchAll(/<([^<>]+)>/g)].flatMap(([, address]) => URL.parse(address ?? '') ?? [])

const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && onThisMachine.includes(hostname))
