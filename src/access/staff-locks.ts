import type { SanitizedConfig } from 'payload'

import { staffOnly } from './staff.ts'

/** Payload lets whoever is signed in lock any row against editing, holders of an API key too. Locks are for people. */
export async function withLocksForStaff(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  const locks = config.collections.find(({ slug }) => slug === 'payload-locked-documents')
  if (locks !== undefined)
    locks.access = {
      ...locks.access,
      create: staffOnly,
      read: staffOnly,
      update: staffOnly,
      delete: staffOnly,
    }
  return config
}
