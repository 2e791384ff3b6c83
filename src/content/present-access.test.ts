import { expect, test } from 'vitest'

import { asAccessibleAt } from './present-access.ts'

test.for([
  ['embargoed', '2026-12-01T12:00:00.000Z', '2026-11-30T23:59:59.999Z', 'embargoed'],
  ['embargoed', '2026-12-01T12:00:00.000Z', '2026-12-01T00:00:00.000Z', 'open'],
  ['embargoed', null, '2999-01-01T00:00:00.000Z', 'embargoed'],
  ['restricted', '2026-12-01T12:00:00.000Z', '2999-01-01T00:00:00.000Z', 'restricted'],
  ['open', null, '2026-11-30T00:00:00.000Z', 'open'],
] as const)(
  'a publication that is %s until %s is, at %s, %s',
  ([accessRight, embargoUntil, now, expected]) => {
    const stored = { title: 'Report', accessRight, embargoUntil }
    expect(asAccessibleAt(stored, new Date(now))).toEqual({ ...stored, accessRight: expected })
  },
)
