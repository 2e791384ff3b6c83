import type { Access, FieldAccess } from 'payload'

/** For rows that only the system writes, through the Local API. */
export const nobody: Access = () => false

/** For values that never leave through an API. */
export const noOne: FieldAccess = () => false
