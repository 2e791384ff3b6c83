import type { Where } from 'payload'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The row with this slug; one whose title gave no slug is reached under its id. */
export const named = (name: string): Where =>
  uuid.test(name)
    ? { or: [{ slug: { equals: name } }, { and: [{ id: { equals: name } }, { slug: { exists: false } }] }] }
    : { slug: { equals: name } }
