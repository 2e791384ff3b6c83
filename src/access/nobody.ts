import type { FieldAccess } from 'payload'

/** For values that never leave through an API. */
export const noOne: FieldAccess = () => false
