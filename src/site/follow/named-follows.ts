import type { Payload } from 'payload'

import type { Follow } from '../../audience/follow.ts'
import { namedTopics } from '../../content/topics-of.ts'
import { databaseOf } from '../../database/database.ts'
import type { SiteContext } from '../site-context.ts'
import { loadFollowable } from './load-followable.ts'

/** What somebody asked to follow, by the names that they are asked with. */
export interface NamedFollows {
  /** In the page's language where there is one in it. The item comes first. */
  readonly names: readonly string[]
  /** Whether something is not public in the page's language yet. */
  readonly isAwaited: boolean
}

/** Null: one of them is not there any more, so that nobody can be asked to agree to it. */
export async function namedFollows(
  payload: Payload,
  context: SiteContext,
  follows: readonly Follow[],
  now: Date,
): Promise<NamedFollows | null> {
  const { locale, t } = context
  const topicIds = follows.flatMap(({ target, targetId }) => (target === 'topics' ? [targetId] : []))
  const topics = await namedTopics(topicIds, locale, databaseOf(payload))
  const names: string[] = []
  let isAwaited = false
  for (const { target, targetId, reminder } of follows) {
    if (target === 'topics') {
      const topic = topics.get(targetId)
      if (topic === undefined) return null
      names.push(t('follow.topic', { topic }))
      continue
    }
    const item = await loadFollowable(payload, context, { collection: target, id: targetId }, now)
    if (item === null) return null
    isAwaited ||= !item.isHere
    names.push(reminder && item.canRemind ? t('follow.withReminder', { title: item.title }) : item.title)
  }
  return names.length === 0 ? null : { names, isAwaited }
}
