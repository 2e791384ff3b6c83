import type { GlobalConfig } from 'payload'

import { dataOfficersOnly } from '../src/access/data-officers.ts'
import { retentionRuleNames, shortestDays, usualDays } from '../src/audience/retention/retention-rules.ts'
import { amount } from './fields/text.ts'

/** For how many days things about people are kept. An empty field keeps them for as long as the person is there. */
export const Retention: GlobalConfig = {
  slug: 'retention',
  access: { read: dataOfficersOnly, update: dataOfficersOnly },
  admin: { group: false },
  graphQL: false,
  versions: false,
  fields: retentionRuleNames.map((name) =>
    amount(name, { min: shortestDays[name], max: 36_500, defaultValue: usualDays[name] }),
  ),
}
