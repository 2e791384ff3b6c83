import { randomUUID } from 'node:crypto'

import { beforeEach } from 'vitest'

import type { Locale } from '../i18n/locales.ts'
import { createTestItem, type TestItem } from './create-item.ts'
import { createTestNewsletter, type TestNewsletter } from './create-newsletter.ts'
import { emptying } from './emptying.ts'
import { mailedProduct } from './mailed-product.ts'

interface Held {
  readonly rule?: 'hold' | 'skip' | 'fallback'
  readonly afterwards?: 'fallback' | 'skip'
  readonly locales?: readonly Locale[]
}

/**
 * For the top of a test file, before it imports the product: a newsletter and one public item, both new in each test, and a
 * mail server.
 */
export async function heldLanguages() {
  const { smtp, payload, ownTransport } = await mailedProduct()
  const { databaseOf, sql } = await import('../database/database.ts')
  const { decideLanguage, languagesOf } = await import('../ledger/issue-languages.ts')
  const { prepareIssue } = await import('../dissemination/prepare-issue.ts')
  const { requestSend } = await import('../dissemination/request-send.ts')
  const { sendIssue } = await import('../dissemination/send-issue.ts')

  const editor = randomUUID()
  const on = {} as { newsletter: TestNewsletter; item: TestItem }
  beforeEach(async () => {
    await databaseOf(payload).execute(
      emptying(`
        email_deliveries email_batches editions issue_languages issue_audiences subscriptions
        subscribers suppressions sending_days issues
      `),
    )
    on.newsletter = await createTestNewsletter(payload)
    on.item = await createTestItem(payload)
    await on.item.publish('en')
  })

  /** An issue in English that left, of which other languages wait or are left out. */
  async function leftIssue({ rule = 'hold', afterwards = 'fallback', locales = ['el'] }: Held = {}) {
    const issueId = await on.newsletter.createIssue([{ relationTo: 'news', value: on.item.id }])
    for (const locale of locales)
      await decideLanguage(
        issueId,
        { locale, rule, deadline: null, afterwards: rule === 'hold' ? afterwards : null },
        editor,
        databaseOf(payload),
      )
    await requestSend(payload, issueId)
    await prepareIssue(payload, issueId)
    return issueId
  }

  /** What two workers send of it. */
  async function work(issueId: string) {
    const from = smtp.mails().length
    const settings = { transport: ownTransport(), signal: new AbortController().signal }
    await Promise.all([sendIssue(payload, issueId, settings), sendIssue(payload, issueId, settings)])
    return smtp.mails().slice(from)
  }

  /** How many mails there are of each state, language and reason, as lines. */
  async function rows(issueId: string) {
    const { rows: found } = await databaseOf(payload).execute<{ line: string }>(sql`
      select concat_ws(' ', count(*), state, locale, locale_reason, reason) as line from email_deliveries
      where issue_id = ${issueId} group by state, locale, locale_reason, reason order by 1
    `)
    return found.map(({ line }) => line)
  }

  /** What came of the languages of which somebody decided. */
  const outcomes = async (issueId: string) =>
    (await languagesOf(issueId, databaseOf(payload)))
      .filter(({ rule }) => rule !== 'fallback')
      .map(({ locale, outcome }) => `${locale} ${outcome}`)

  const letTimePass = (issueId: string, locale: Locale = 'el') =>
    databaseOf(payload).execute(sql`
      with over as (
        update issue_languages set deadline = now() - interval '1 minute' where issue_id = ${issueId} and locale = ${locale}
      )
      update email_deliveries set due_at = now() - interval '1 minute'
      where issue_id = ${issueId} and locale = ${locale} and edition_id is null and state = 'planned'
    `)

  return Object.assign(on, { payload, editor, leftIssue, work, rows, outcomes, letTimePass })
}
