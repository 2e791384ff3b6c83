import type { Payload } from 'payload'

import { problem } from './problem.ts'

/** What `answer` answers. Where it fails, that is said as every refusal is, and why it did stands in the log alone. */
export async function orFailed(
  payload: Payload,
  request: Request,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer()
  } catch (err) {
    // Without the query, which may hold what somebody typed.
    payload.logger.error({ err, path: new URL(request.url).pathname }, 'an answer failed')
    return problem('failed')
  }
}
