import type { TextField } from 'payload'

import { adminText } from '../../src/i18n/admin-text.ts'

/** An absolute address that a browser can open. */
export const webAddress = (
  name: string,
  extras: Omit<Partial<TextField>, 'type' | 'name' | 'hasMany'> = {},
): TextField =>
  ({
    name,
    type: 'text',
    validate: (
      value: unknown,
      { req, required }: { req: Parameters<typeof adminText>[0]; required?: boolean },
    ) => {
      if (value === null || value === undefined || value === '')
        return required === true ? adminText(req, 'invalid.missing') : true
      return isWebAddress(value) || adminText(req, 'invalid.webAddress')
    },
    ...extras,
  }) as TextField

const isWebAddress = (value: unknown): boolean =>
  typeof value === 'string' && ['http:', 'https:'].includes(URL.parse(value)?.protocol ?? '')
