import { NetworkError } from '../network/network-error.ts'
import type { Requester } from '../network/request.ts'
import type { RequestOptions } from './channel.ts'

/** Pages of large services come with all their program. */
const MAX_BYTES = 8 * 1024 * 1024

/**
 * Whether a page stands, by what its server says to a stranger. Only "not found" and "gone" mean that it does not: a refusal,
 * a wall that asks to sign in or a server that is away says nothing of what is behind it, nor does a page that could be any.
 */
export async function pageStands(
  address: string,
  request: Requester,
  { signal }: RequestOptions,
): Promise<'live' | 'gone' | 'unknown'> {
  const url = URL.parse(address)
  if (url === null) return 'unknown'
  try {
    const { status, body } = await request({ url, method: 'GET', signal, maxBytes: MAX_BYTES })
    if (status === 404 || status === 410) return 'gone'
    const name = nameIn(url)
    const isShown = status === 200 && name !== null && body.toString('utf8').includes(name)
    return isShown ? 'live' : 'unknown'
  } catch (error) {
    if (error instanceof NetworkError) return 'unknown'
    throw error
  }
}

/** What an address calls its page, which the page says too if it is that one. Null: nothing that is its own. */
const nameIn = ({ pathname, search }: URL): string | null =>
  `${pathname}${search}`.match(/\w{8,}/g)?.toSorted((one, other) => other.length - one.length)[0] ?? null
