import type { CollectionBeforeChangeHook } from 'payload'

import { type AccountRow, sealAccountSecret } from './open-account.ts'

/**
 * Keeps what was typed in as `secret` sealed and for nobody to read. A secret belongs to the address that it was given
 * for: changing the address without giving it again leaves the account without one, and its channel pauses.
 */
export const keepSecretSealed: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { secret, ...kept } = data as { secret?: string | null } & Record<string, unknown>
  if (!secret) return kept
  const account = { ...originalDoc, ...kept } as AccountRow
  return { ...kept, sealedSecret: sealAccountSecret(secret, account) }
}
