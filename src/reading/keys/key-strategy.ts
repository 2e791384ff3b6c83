import type { AuthStrategy } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { findConsumer } from './keys.ts'
import { keyIn } from './reader-of.ts'

/** Lets Payload's own REST and GraphQL know whose key a request brings. It sees what the public sees. */
export const keyStrategy: AuthStrategy = {
  name: 'reader-key',
  async authenticate({ headers, payload }) {
    const key = keyIn({ headers })
    const consumer = key === null ? null : await findConsumer(key, databaseOf(payload))
    if (consumer === null || !consumer.scopes.includes('read')) return { user: null }
    const user = await payload.findByID({
      collection: 'api-consumers',
      id: consumer.id,
      depth: 0,
      disableErrors: true,
    })
    return { user: user && { ...user, collection: 'api-consumers', _strategy: 'reader-key' } }
  },
}
