import { databaseOf, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { segmentsOf } from '../newsletter/placeholders.ts'
import { revalidated } from './responses.ts'
import { decoded, inLocale, type Visit } from './visit.ts'

interface NamedEdition {
  readonly locale: string
  readonly newsletter: string
  readonly number: string
}

/** The letter's own styles stand in it, and its pictures may be ours only. Nothing in it may run. */
const letterSecurity =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** The frozen letter from when the first reader may have it, without anybody's links: leaving is for those who got it by mail. */
export const answerEdition = (
  visit: Visit,
  { locale, newsletter, number }: NamedEdition,
): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const [wanted, slug] = [Number(number), decoded(newsletter)]
    if (!Number.isSafeInteger(wanted) || slug === null) return null
    const { rows } = await databaseOf(visit.payload).execute<{ html: string }>(sql`
      select edition.html from editions edition
      join issues issue on issue.id = edition.issue_id and issue.number = ${wanted}
      join newsletters on newsletters.id = issue.newsletter_id and newsletters.slug = ${slug}
      where edition.locale = ${context.locale} and (
        issue.state = 'sent' or exists (
          select from email_deliveries d
          where d.edition_id = edition.id and d.state in ('submitting', 'submitted', 'unconfirmed')
        )
      )
    `)
    const [edition] = rows
    return edition === undefined ? null : letter(visit.request, context.locale, edition.html)
  })

const letter = (request: Request, locale: Locale, html: string): Response =>
  revalidated(
    request,
    segmentsOf(html)
      .map((segment) => (typeof segment === 'string' ? segment : `/${locale}/subscribe`))
      .join(''),
    200,
    {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': locale,
      'Content-Security-Policy': letterSecurity,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    },
  )
