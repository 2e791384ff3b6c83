import { z } from 'zod'

import { locales } from '../../i18n/locales.ts'
import { frequencies } from '../choices.ts'

/** What a column can hold. */
export const importFields = [
  'email',
  'locale',
  'furtherLocales',
  'newsletters',
  'topics',
  'countries',
  'role',
  'organisation',
  'frequency',
  'confirmedAt',
  'consentText',
  'consentSource',
  /** Whether the person had left there: `status` of listmonk. */
  'status',
  /** JSON of listmonk's `attributes`: what it names like one of our fields is read as that. */
  'attributes',
] as const
export type ImportField = (typeof importFields)[number]

/** Why the addresses of a list must get no mail. */
export const barReasons = ['unsubscribed', 'hard-bounce', 'manual'] as const
export type BarReason = (typeof barReasons)[number]

export const mappingSchema = z.object({
  /** One a column, in the order of the file. Null: the column is left out. */
  columns: z.array(z.enum(importFields).nullable()).max(200),
  /** What holds where a row does not say. */
  defaults: z.object({
    locale: z.enum(locales).nullable(),
    newsletterIds: z.array(z.uuid()),
    frequency: z.enum(frequencies),
    /** Of a list of addresses that must get no mail. */
    barReason: z.enum(barReasons),
  }),
})

/** Column → field, and what holds where a row does not say. */
export type ImportMapping = Readonly<z.infer<typeof mappingSchema>>
