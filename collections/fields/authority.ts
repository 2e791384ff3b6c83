import type { Field } from 'payload'

import { line } from './text.ts'
import { webAddress } from './web-address.ts'

/** Where a term comes from, so that other systems know it as theirs. */
export const authority: readonly Field[] = [
  webAddress('authorityUri', { index: true }),
  {
    name: 'exactMatch',
    type: 'array',
    maxRows: 20,
    fields: [webAddress('uri', { required: true })],
  },
  line('version', { maxLength: 40 }),
]
