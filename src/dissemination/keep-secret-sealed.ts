import type { CollectionBeforeChangeHook } from 'payload'

import { SecretError } from '../secrets/secret.ts'
import { type AccountRow, openAccount, type Secrets, sealAccountSecrets } from './open-account.ts'

/**
 * Keeps what was typed in as `secrets` sealed and for nobody to read. A secret belongs to the address that it was given
 * for: changing the address without giving it again leaves the account without one, and its channel pauses. One that is
 * not given again stays as it is.
 */
export const keepSecretSealed: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { secrets, ...kept } = data as { secrets?: Secrets | null } & Record<string, unknown>
  const given = Object.entries(secrets ?? {}).filter(([, secret]) => secret !== '')
  if (given.length === 0) return kept
  const account = { ...originalDoc, ...kept } as AccountRow
  return {
    ...kept,
    sealedSecret: sealAccountSecrets({ ...known(account), ...Object.fromEntries(given) }, account),
  }
}

function known(account: AccountRow): Secrets {
  try {
    return openAccount(account).secrets
  } catch (error) {
    if (error instanceof SecretError) return {}
    throw error
  }
}
