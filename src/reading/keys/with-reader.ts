import type { Payload } from 'payload'

import { keyIn, readerOf } from './reader-of.ts'

type Answer<Args extends readonly unknown[]> = (request: Request, ...rest: Args) => Promise<Response>

/**
 * Counts and limits whoever asks Payload's own API with one of our keys, and refuses a key that is not right. Everybody
 * else passes: staff sign in there with what Payload gave them.
 * @param route under which it is counted.
 */
export const withReader =
  <Args extends readonly unknown[]>(
    open: () => Promise<Payload>,
    route: 'rest' | 'graphql',
    answer: Answer<Args>,
  ): Answer<Args> =>
  async (request, ...rest) => {
    if (keyIn(request) === null) return answer(request, ...rest)
    const reader = await readerOf(await open(), request, { scope: 'read', route, now: new Date() })
    if (reader instanceof Response) return reader
    const given = await answer(request, ...rest)
    const answered = new Response(given.body, given)
    for (const [name, value] of Object.entries(reader.headers)) answered.headers.set(name, value)
    return answered
  }
