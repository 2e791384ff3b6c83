import { getPayload } from 'payload'
import { afterAll, beforeEach, expect } from 'vitest'

import config from '../../payload.config.ts'
import type { ItemReference } from '../content/published-item.ts'
import { databaseOf, sql } from '../database/database.ts'
import { planChanges } from '../dissemination/plan-changes.ts'
import type { Locale } from '../i18n/locales.ts'
import { answerFollow, answerFollowForm } from '../site/follow/follow-answers.ts'
import { answerConfirm, answerConfirmForm } from '../site/subscriber/confirm-answers.ts'
import { createTestItem } from './create-item.ts'
import { createTestNetwork } from './create-network.ts'
import { emptying } from './emptying.ts'
import { visitor } from './visitor.ts'

export const ADDRESS = 'amina@example.org'

const named = ({ collection, id }: ItemReference) => `${collection}/${id}`
export const news = (id: string): ItemReference => ({ collection: 'news', id })

interface Following {
  readonly address?: string
  readonly locale?: Locale
  readonly reminder?: boolean
  readonly topics?: readonly string[]
  readonly consent?: boolean
  readonly trap?: string
  readonly seconds?: number
}

/**
 * For the top of a test file: a network in two languages, and Amina, who follows what it publishes. Each test begins with
 * nobody.
 */
export async function followPath() {
  const payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'ar'])

  const self = { amina: visitor(payload) }
  afterAll(() => payload.destroy())
  beforeEach(async () => {
    self.amina = visitor(payload)
    // Whatever she does is done before what is published after it.
    self.amina.now = new Date(Date.now() - 60_000)
    await planChanges(payload)
    await databaseOf(payload).execute(
      emptying('subscribers subscriptions follows personal_mails suppressions rate_limits'),
    )
  })

  /** Everything that is kept about people. */
  async function kept(): Promise<unknown> {
    const { rows } = await databaseOf(payload).execute(sql`
      select
        (select count(*)::int from subscribers) as subscribers, (select count(*)::int from follows) as follows,
        (select count(*)::int from consent_events) as proofs, (select count(*)::int from personal_mails) as mails
    `)
    return rows[0]
  }

  const nothingMore = async (before: unknown) => expect(await kept()).toEqual(before)

  async function publicNews(locales: readonly Locale[] = ['en'], topics: readonly string[] = []) {
    const item = await createTestItem(payload)
    await item.saveDraft('en', { topics: [...topics] })
    for (const locale of locales) await item.publish(locale)
    await planChanges(payload)
    return item
  }

  async function formOf(item: ItemReference, locale: Locale): Promise<Response> {
    return answerFollowForm(self.amina.get(`/${locale}/follow?item=${named(item)}`), { locale })
  }

  async function follow(item: ItemReference, wanted: Following = {}): Promise<Response> {
    const { address = ADDRESS, locale = 'en', reminder = false, topics = [] } = wanted
    const { consent = true, trap = '', seconds = 5 } = wanted
    const page = await (await formOf(item, locale)).text()
    self.amina.now = new Date(self.amina.now.getTime() + seconds * 1000)
    const answer = await answerFollow(
      self.amina.post(`/${locale}/follow`, [
        ['form', /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''],
        ['website', trap],
        ['item', named(item)],
        ['email', address],
        ...(reminder ? [['reminder', 'yes'] as const] : []),
        ...topics.map((id) => ['topics', id] as const),
        ...(consent ? [['consent', 'yes'] as const] : []),
      ]),
      { locale },
    )
    await self.amina.settle()
    return answer
  }

  const mailedToken = (): string =>
    /\/confirm\/([\w.-]+)/.exec(self.amina.inbox.at(-1)?.text ?? '')?.[1] ?? ''

  const question = (locale: Locale = 'en', token = mailedToken()) =>
    answerConfirmForm(self.amina.get(`/${locale}/confirm/${token}`), { locale, token })

  const confirm = (locale: Locale = 'en', token = mailedToken()) =>
    answerConfirm(self.amina.post(`/${locale}/confirm/${token}`, [['action', 'confirm']]), { locale, token })

  return Object.assign(self, {
    payload,
    kept,
    nothingMore,
    publicNews,
    formOf,
    follow,
    mailedToken,
    question,
    confirm,
  })
}
