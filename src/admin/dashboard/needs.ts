import type { PayloadRequest } from 'payload'

import { hasRole, mayPublish } from '../../access/roles.ts'
import type { ViewContext } from '../view-context.ts'
import { channelNeeds } from './channel-needs.ts'
import { issueNeeds } from './issue-needs.ts'
import type { Need } from './need.ts'
import { translationNeeds } from './translation-needs.ts'

/** What waits for this person, the urgent first. Who neither publishes nor translates is told of nothing here. */
export async function needsOf(req: PayloadRequest, context: ViewContext): Promise<Need[]> {
  const { payload, user } = req
  const needs: Need[] = []
  if (mayPublish(user)) {
    needs.push(...(await channelNeeds(payload, context)))
    needs.push(...(await issueNeeds(payload, context)))
  }
  if (mayPublish(user) || hasRole(user, 'translator'))
    needs.push(...(await translationNeeds(payload, user, req)))
  return needs.sort((one, other) => Number(other.isUrgent) - Number(one.isUrgent))
}
