import { toolTexts as say } from '../../i18n/tool-texts.ts'
import type { IssueCount } from '../../ledger/issue-report.ts'
import type { Editor } from './editor.ts'
import { languageName, line } from './say.ts'

/** An issue that was sent for the story. */
export interface SentLetter {
  readonly slug: string
  readonly number: number
  readonly counts: readonly IssueCount[]
  readonly isSent: boolean
  /** Milliseconds since 1970. */
  readonly begunAt: number
}

interface Report {
  readonly state: string
  readonly counts: readonly IssueCount[]
}

type Until = <Answer>(ask: () => Promise<Answer>, isSo: (answer: Answer) => boolean) => Promise<Answer>

/** Composes an issue with the practice on top, shows who would get what, sends it, and waits until it is sent. */
export async function sendIssue(editor: Editor, practiceId: string, until: Until): Promise<SentLetter> {
  const [newsletter] = await editor.list('newsletters', '&where[slug][equals]=emen-letter')
  const [latest] = await editor.list('issues', `&sort=-number&where[newsletter][equals]=${newsletter?.id}`)
  const [news] = await editor.list('news', '&locale=en&where[_status][equals]=published&sort=-date')
  const number = Number(latest?.number ?? 0) + 1
  const items = [
    { relationTo: 'practices', value: practiceId },
    ...(news === undefined ? [] : [{ relationTo: 'news', value: news.id }]),
  ]
  const data = {
    newsletter: newsletter?.id,
    number,
    subject: 'First-customer Saturdays, and what is new',
    items,
  }
  const id = await editor.create('issues', 'en', data)
  line(say('story.issue', { number, newsletter: String(newsletter?.name ?? ''), items: items.length }))
  tell((await editor.get<Report>(`/issues/${id}/forecast`)).counts)
  const begunAt = Date.now()
  await editor.post(`/issues/${id}/send`)
  const report = await until(
    () => editor.get<Report>(`/issues/${id}/report`),
    ({ state }) => state === 'sent',
  )
  line(say('story.sent'))
  tell(report.counts)
  return {
    slug: String(newsletter?.slug),
    number,
    counts: report.counts,
    isSent: report.state === 'sent',
    begunAt,
  }
}

function tell(counts: readonly IssueCount[]): void {
  for (const { people, state, locale, localeReason, reason } of counts)
    line(
      `  ${say('story.forecast', {
        people: String(people).padStart(4),
        state,
        language: locale === null ? say('story.nothing') : languageName(locale),
        reason: reason ?? localeReason ?? '',
      })}`,
    )
}
