import type { TextField } from 'payload'

import { adminText } from '../../src/i18n/admin-text.ts'

const names: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])

/** IANA name of the zone in which the event takes place, and in which its times are always shown. */
export const timeZone: TextField = {
  name: 'timeZone',
  type: 'text',
  required: true,
  defaultValue: 'Europe/Brussels',
  validate: (value: unknown, { req }) =>
    (typeof value === 'string' && names.has(value)) || adminText(req, 'invalid.timeZone'),
}
