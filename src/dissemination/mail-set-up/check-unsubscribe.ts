import { NetworkError } from '../../network/network-error.ts'
import type { Requester } from '../../network/request.ts'
import { check, type SetUpCheck } from './set-up-check.ts'

/** What mailbox providers send when somebody leaves with one click. RFC 8058, section 3.2 */
const ONE_CLICK = 'List-Unsubscribe=One-Click'

/**
 * Does what a mailbox provider does, for nobody: leaving must be reachable over https from anywhere and never be
 * redirected (RFC 8058, section 3.1).
 * @param publicUrl where the world reaches us.
 */
export async function checkUnsubscribe(publicUrl: string, request: Requester): Promise<SetUpCheck> {
  const url = new URL('/u/set-up-check', publicUrl)
  const values = { address: url.origin }
  if (url.protocol !== 'https:') return check('unsubscribe', 'to-do', 'unsubscribe-local', { values })
  try {
    const { status } = await request({
      url,
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: ONE_CLICK,
    })
    const details = { values, found: [`POST ${url.pathname}: ${status}`] }
    if (status >= 300 && status < 400) return check('unsubscribe', 'to-do', 'unsubscribe-redirects', details)
    // Nobody is meant by it, and that is what it must say.
    const isOurs = status === 400 || status === 404
    return isOurs
      ? check('unsubscribe', 'fine', 'unsubscribe-answers', details)
      : check('unsubscribe', 'to-do', 'unsubscribe-fails', details)
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error
    return check('unsubscribe', 'open', 'unsubscribe-silent', { values })
  }
}
