import type { Payload } from 'payload'

import { type Asker, hasRole, mayPublish } from '../../access/roles.ts'
import type { ViewContext } from '../view-context.ts'
import { behindNeeds } from './behind-needs.ts'
import { channelNeeds } from './channel-needs.ts'
import { issueNeeds } from './issue-needs.ts'
import type { Need } from './need.ts'

/** What waits for this person, the urgent first. Who neither publishes nor translates is told of nothing here. */
export async function needsOf(payload: Payload, user: Asker, context: ViewContext): Promise<Need[]> {
  const needs: Need[] = []
  if (mayPublish(user)) {
    needs.push(...(await channelNeeds(payload, context)))
    needs.push(...(await issueNeeds(payload, context)))
    needs.push(...(await behindNeeds(payload, null, context)))
  } else if (hasRole(user, 'translator') && user?.collection === 'users')
    needs.push(...(await behindNeeds(payload, user.locales ?? [], context)))
  return needs.sort((one, other) => Number(other.isUrgent) - Number(one.isUrgent))
}
