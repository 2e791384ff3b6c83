import { isDataOfficer, seesAudienceNumbers } from '../../access/data-officers.ts'
import { type Asker, mayPublish } from '../../access/roles.ts'

/** A place for those who look after subscribers. */
export interface AudiencePlace {
  /** Of its text: `nav.<name>`. */
  readonly name:
    | 'numbers'
    | 'people'
    | 'segments'
    | 'imports'
    | 'suppressions'
    | 'proof'
    | 'retention'
    | 'looks'
  readonly href: string
}

/** Numbers are for editors too; who is behind them, for the data officer alone. */
export function audiencePlaces(user: Asker): readonly AudiencePlace[] {
  const numbers: AudiencePlace[] = seesAudienceNumbers(user)
    ? [{ name: 'numbers', href: '/admin/audience' }]
    : []
  const segments: AudiencePlace[] = mayPublish(user)
    ? [{ name: 'segments', href: '/admin/collections/segments' }]
    : []
  if (!isDataOfficer(user)) return [...numbers, ...segments]
  return [
    ...numbers,
    { name: 'people', href: '/admin/audience/people' },
    ...segments,
    { name: 'imports', href: '/admin/audience/imports' },
    { name: 'suppressions', href: '/admin/audience/suppressions' },
    { name: 'proof', href: '/admin/audience/proof' },
    { name: 'retention', href: '/admin/audience/retention' },
    { name: 'looks', href: '/admin/audience/looks' },
  ]
}
