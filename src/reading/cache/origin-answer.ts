import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

import inject from 'light-my-request'

import type { OriginAnswer } from './stored-answer.ts'

/** Whoever makes answers: Next's request handler. */
export type Origin = (request: IncomingMessage, response: ServerResponse) => unknown

export interface Asked {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string | null
  /** Address of whoever is connected to us. */
  readonly peer: string
}

/**
 * Asks without the caller's connection, so that whoever waits for the same answer gets it also when the first caller leaves.
 * The bytes come as they are: compressing them is ours.
 */
export async function originAnswer(origin: Origin, asked: Asked): Promise<OriginAnswer> {
  const { method, url, headers, body, peer } = asked
  const answer = await inject((request, response) => void hand(origin, request, response), {
    method,
    url,
    headers: { ...headers },
    remoteAddress: peer,
    validate: false,
    ...(body !== null && { payload: body }),
  })
  return {
    status: answer.statusCode,
    headers: Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [
        name.toLowerCase(),
        typeof value === 'number' ? String(value) : value,
      ]),
    ),
    body: answer.rawPayload,
  }
}

/** An origin that fails without an answer ends the response, so that nobody waits for ever. */
async function hand(origin: Origin, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await origin(request, response)
  } catch (error) {
    response.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}
