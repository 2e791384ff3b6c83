import { join } from 'node:path'

import { Webhook, WebhookVerificationError } from 'standardwebhooks'

import { runProgram } from '../run-program.ts'

/** A request as a receiver has it, and the secret by which it knows the sender. */
export interface Signed {
  readonly secret: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Verifier {
  readonly name: string
  /** Whether each is from who shares the secret. */
  verify(requests: readonly Signed[]): Promise<readonly boolean[]>
}

const svix = (name: string, library: string): Verifier => ({
  name,
  async verify(requests) {
    const program = { name: library, command: process.execPath, installedBy: 'npm' } as const
    const file = join(import.meta.dirname, 'svix.mjs')
    return JSON.parse(await runProgram(program, [file, library], JSON.stringify(requests))) as boolean[]
  },
})

export const verifiers: readonly Verifier[] = [
  {
    name: 'standardwebhooks',
    verify: async (requests) =>
      requests.map(({ secret, headers, body }) => {
        try {
          new Webhook(secret).verify(body, { ...headers })
          return true
        } catch (error) {
          if (error instanceof WebhookVerificationError) return false
          throw error
        }
      }),
  },
  // The newest builds on the library above; the last one before that had an implementation of its own.
  svix('svix 2.5', 'svix'),
  svix('svix 1.60', 'svix-of-its-own'),
]
