import { randomUUID } from 'node:crypto'

import { isProbeAnswer, PROBE_HEADER, probeToken } from '../../audience/unsubscribe-probe.ts'
import { NetworkError } from '../../network/network-error.ts'
import type { Requester } from '../../network/request.ts'
import { check, type SetUpCheck } from './set-up-check.ts'

/** What mailbox providers send when somebody leaves with one click. RFC 8058, section 3.2 */
const ONE_CLICK = 'List-Unsubscribe=One-Click'

/** A page that is there, or is not, by somebody else; anything else is an answer to POST that one click must not get. */
const ofStrangers: readonly number[] = [200, 204, 400, 404, 410]

/** How Node names certificates that mailbox providers would not trust either. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const untrusted = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO)/

/**
 * Does what a mailbox provider does, for nobody: leaving must be reachable over https from anywhere and never be
 * redirected (RFC 8058, section 3.1). The token is one that only this installation can answer, so another's page, which
 * knows no such person either, is not taken for ours.
 * @param publicUrl where the world reaches us.
 */
export async function checkUnsubscribe(publicUrl: string, request: Requester): Promise<SetUpCheck> {
  const nonce = randomUUID()
  const url = new URL(`/u/${probeToken(nonce)}`, publicUrl)
  const values = { address: url.origin }
  if (url.protocol !== 'https:') return check('unsubscribe', 'to-do', 'unsubscribe-local', { values })
  try {
    const { status, headers } = await request({
      url,
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: ONE_CLICK,
    })
    const details = { values, found: [`POST /u/…: ${status}`] }
    if (isProbeAnswer(headers.get(PROBE_HEADER), nonce))
      return check('unsubscribe', 'fine', 'unsubscribe-answers', details)
    if (status >= 300 && status < 400) return check('unsubscribe', 'to-do', 'unsubscribe-redirects', details)
    return ofStrangers.includes(status)
      ? check('unsubscribe', 'to-do', 'unsubscribe-stranger', details)
      : check('unsubscribe', 'to-do', 'unsubscribe-fails', details)
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error
    const code = codeOf(error)
    const details = { values, found: code === null ? [] : [code] }
    return code !== null && untrusted.test(code)
      ? check('unsubscribe', 'to-do', 'unsubscribe-untrusted', details)
      : check('unsubscribe', 'open', 'unsubscribe-silent', details)
  }
}

const codeOf = ({ cause }: NetworkError): string | null =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null
