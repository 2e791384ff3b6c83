import type { Payload } from 'payload'

import type { IssueSource } from '../../../dissemination/issue-source.ts'
import { editionsNow } from '../../../dissemination/render-issue.ts'
import { seedsIn, seedsOf } from '../../../dissemination/seeds.ts'
import { endonymOf } from '../../../i18n/locales.ts'
import type { ViewContext } from '../../view-context.ts'
import { SeedButtons } from './seed-buttons.tsx'
import { seedTexts } from './seed-texts.ts'

interface SeedTestsProps {
  readonly issue: IssueSource
  readonly payload: Payload
  readonly context: ViewContext
}

/** Tests to the newsletter's colleagues, in one language or in all. */
export async function SeedTests({ issue, payload, context }: SeedTestsProps) {
  const { t, number } = context
  const seeds = await seedsOf(payload, issue)
  const editions = await editionsNow(payload, issue)
  const rows = editions.flatMap(({ locale }) => {
    const colleagues = seedsIn(seeds, locale)
    return colleagues.length === 0
      ? []
      : [{ locale, name: endonymOf(locale), colleagues: number(colleagues.length) }]
  })
  return (
    <section className="em-section em-seeds" aria-labelledby="em-seeds">
      <h3 id="em-seeds" className="em-rule">
        {t('views.seeds.title')}
      </h3>
      {rows.length === 0 ? (
        <p className="em-empty">
          <a href={`/admin/collections/newsletters/${issue.newsletter.id}`}>{t('views.seeds.none')}</a>
        </p>
      ) : (
        <SeedButtons
          issueId={issue.id}
          rows={rows}
          texts={seedTexts(context.language)}
          language={context.language}
        />
      )}
    </section>
  )
}
