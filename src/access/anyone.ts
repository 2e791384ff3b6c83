import type { Access } from 'payload'

/** For what is public by its nature, once it is stored. */
export const anyone: Access = () => true
