import type { Access, SanitizedConfig } from 'payload'

import { isStaff } from './staff.ts'

/**
 * Rows that Payload keeps for people at work: locks against editing, what their lists look like. It lets whoever is signed
 * in write them, holders of an API key too, who could so keep editors from editing.
 */
const internal = ['payload-locked-documents', 'payload-preferences']

/** Closes them to everyone who does not sign in to the admin. Payload adds them last, so the built config is changed. */
export async function withInternalsForStaff(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const collection of config.collections.filter(({ slug }) => internal.includes(slug))) {
    const { create, read, update, delete: remove } = collection.access
    collection.access = {
      ...collection.access,
      create: staffAnd(create),
      read: staffAnd(read),
      update: staffAnd(update),
      delete: staffAnd(remove),
    }
  }
  return config
}

const staffAnd =
  (access: Access): Access =>
  (args) =>
    isStaff(args.req.user) && access(args)
