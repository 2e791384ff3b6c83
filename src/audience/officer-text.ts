import { z } from 'zod'

import { canonicalAddress } from './canonical-address.ts'

const LONGEST = 500

/** What an officer says why. It is kept for years, so it must not hold what an erasure would have to find: an address. */
export const officerText = z
  .string()
  .trim()
  .min(3)
  .max(LONGEST)
  .refine((text) => !text.includes('@'))

/** An address as somebody types it. */
export const typedAddress = z.string().transform((typed, context) => {
  const address = canonicalAddress(typed)
  if (address !== null) return address
  context.addIssue({ code: 'custom', message: 'no address' })
  return z.NEVER
})
