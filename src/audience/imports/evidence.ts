import { createHash } from 'node:crypto'

import { z } from 'zod'

import { locales } from '../../i18n/locales.ts'
import type { ConsentWording } from '../consent-wording.ts'

/** Anything that looks like an address: none may get into the ledger, which outlives the person. */
const addressLike = /[^\s@<>]+@[^\s@<>]+/u

const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !addressLike.test(text), { message: 'address' })

const day = z.iso.date().refine((date) => new Date(date) <= new Date(), { message: 'future' })

/** How it can be shown that the people of a list agreed. Asked for before anything is brought in. */
export const evidenceSchema = z
  .object({
    /** Form, event or site where they agreed. */
    place: words(300),
    from: day,
    until: day,
    /** The exact words that they agreed to. */
    text: words(5000),
    locale: z.enum(locales),
    /** Where the record is kept: a link, or a file's name in the archive. */
    reference: words(500),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'before-from' })

export type Evidence = Readonly<z.infer<typeof evidenceSchema>>

export const withoutAddresses = (text: string): string =>
  text.replace(new RegExp(addressLike, 'gu'), '…').slice(0, 5000)

/** Words from elsewhere have no version of ours. */
export const IMPORTED_VERSION = 'imported'

export const importedWording = (text: string, { locale }: Pick<Evidence, 'locale'>): ConsentWording => ({
  text,
  version: IMPORTED_VERSION,
  hash: createHash('sha256').update(text).digest('base64url'),
  locale,
})
