import { Resend } from 'resend'

import { readWithin } from '../../network/read-within.ts'
import type { ResendError } from './resend-outcome.ts'

/** A hundred ids are 8 KB, and a page of their list 30. */
const MAX_BYTES = 1024 * 1024

/** Of a request that got no answer, or not to its end. */
const noAnswer: ResendError = { name: 'application_error', statusCode: null }

export interface ResendAccount {
  readonly apiKey: string
  /** Null: the service itself. */
  readonly baseUrl: string | null
}

/** The SDK, but that it reads no answer of any length into memory. What it says of answers is the same. */
export function resendClient({ apiKey, baseUrl }: ResendAccount): Resend {
  const client = new Resend(apiKey, baseUrl === null ? {} : { baseUrl })
  return Object.assign(client, {
    fetchRequest: async (path: string, options: RequestInit = {}) => {
      const response = await fetch(`${client.baseUrl}${path}`, options).catch(() => null)
      if (response === null) return { data: null, error: noAnswer, headers: null }
      const headers = Object.fromEntries(response.headers.entries())
      const answer = await jsonOf(response)
      if (!response.ok) {
        const error = answer?.value ?? { name: 'application_error', statusCode: response.status }
        return { data: null, error, headers }
      }
      if (answer === null) return { data: null, error: noAnswer, headers: null }
      return { data: answer.value, error: null, headers }
    },
  })
}

/** Null: it breaks off, is no JSON, or is too long. */
async function jsonOf(response: Response): Promise<{ readonly value: unknown } | null> {
  try {
    const body = await readWithin(MAX_BYTES, response.body)
    return body === null ? null : { value: JSON.parse(body.toString('utf8')) }
  } catch {
    // Whatever happened to it on the way, nobody can say what the answer was.
    return null
  }
}
