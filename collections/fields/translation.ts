import type { Field } from 'payload'

import { noOne } from '../../src/access/nobody.ts'

/** What is kept about the languages of everything that is translated. Written by the system but for the first. */
export const translationFields: readonly Field[] = [
  // Not stored: it speaks about one save.
  {
    name: 'minorEdit',
    type: 'checkbox',
    virtual: true,
    defaultValue: false,
    admin: { position: 'sidebar', disableListColumn: true, disableListFilter: true },
  },
  {
    name: 'machineTranslated',
    type: 'checkbox',
    localized: true,
    defaultValue: false,
    access: { create: noOne, update: noOne },
    admin: { hidden: true },
  },
  // Of the source that this locale's text renders. Lower than the source's own: an earlier approved text is served.
  {
    name: 'revision',
    type: 'number',
    localized: true,
    access: { create: noOne, update: noOne },
    admin: { hidden: true },
  },
]
