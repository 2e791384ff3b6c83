import type { IncomingMessage, ServerResponse } from 'node:http'

import { addressIn, admitReader } from '../reading/keys/admit-reader.ts'
import { problem } from '../reading/v1/problem.ts'

/**
 * Whether a request may be answered at all; who asked too often is told so here. To stand before any cache, and after
 * `stateClientAddress`.
 */
export function admitRequest(request: IncomingMessage, response: ServerResponse): boolean {
  const { headers, url = '/' } = request
  const admission = admitReader(
    {
      path: url.split('?', 1)[0] ?? '/',
      address: addressIn(String(headers['x-forwarded-for'] ?? '')),
      hasCredentials: headers.authorization !== undefined || headers.cookie?.includes('payload-') === true,
    },
    performance.now(),
  )
  if (admission === null) return true
  for (const [name, value] of Object.entries(admission.headers)) response.setHeader(name, value)
  if (admission.isAdmitted) return true
  void refuse(response)
  return false
}

async function refuse(response: ServerResponse): Promise<void> {
  const refusal = problem('rate')
  response.writeHead(refusal.status, Object.fromEntries(refusal.headers))
  response.end(await refusal.text())
}
