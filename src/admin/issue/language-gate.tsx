import type { IssueSource } from '../../dissemination/issue-source.ts'
import type { LanguageStanding } from '../../dissemination/readiness/language-standings.ts'
import type { IssueCount } from '../../ledger/issue-report.ts'
import { LanguageName } from '../language-name.tsx'
import { Mark } from '../marks.tsx'
import { ScrollArea } from '../scroll-area.tsx'
import type { ViewContext } from '../view-context.ts'
import { languageMarks } from './language-marks.ts'

interface LanguageGateProps {
  readonly issue: Pick<IssueSource, 'id' | 'newsletter'>
  readonly languages: readonly LanguageStanding[]
  readonly counts: readonly IssueCount[]
  readonly context: ViewContext
}

/** What happens to each language when the issue leaves, and to how many readers. It is decided in the preview. */
export function LanguageGate({ issue, languages, counts, context }: LanguageGateProps) {
  const { t, number } = context
  return (
    <section className="em-section" aria-labelledby="em-gate">
      <div className="em-section-head">
        <h3 id="em-gate">{t('views.ready.title')}</h3>
        <a href={`/admin/collections/issues/${issue.id}/preview`}>{t('views.ready.decide')}</a>
      </div>
      <ScrollArea label={t('views.ready.title')}>
        <table className="em-bars">
          <thead>
            <tr>
              <th scope="col">{t('views.send.language')}</th>
              <th scope="col">{t('views.ready.state')}</th>
              <th scope="col">{t('views.ready.missing')}</th>
              <th scope="col" className="em-end">
                {t('views.send.readers')}
              </th>
            </tr>
          </thead>
          <tbody>
            {languages.map((language) => {
              const { locale, state, missing } = language
              const [name, tone] = languageMarks[state]
              const readers = readersOf(counts, language)
              return (
                <tr key={locale}>
                  <th scope="row">
                    <LanguageName locale={locale} />
                  </th>
                  <td>
                    <Mark name={name} tone={tone} /> {stateText(language, issue, context)}
                  </td>
                  <td className={missing.length === 0 ? 'em-quiet' : undefined}>{number(missing.length)}</td>
                  <td className={readers === 0 ? 'em-end em-quiet' : 'em-end'}>{number(readers)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}

/** Those who get it in this language, wait for it, or get nothing for want of it. */
const readersOf = (counts: readonly IssueCount[], { locale }: LanguageStanding): number =>
  counts
    .filter((count) => count.locale === locale)
    .filter(({ state, reason }) => state !== 'skipped' || reason === 'language-left-out')
    .reduce((sum, { people }) => sum + people, 0)

function stateText(
  { state, deadline, afterwards }: LanguageStanding,
  { newsletter }: Pick<IssueSource, 'newsletter'>,
  { t, number, moment }: ViewContext,
): string {
  if (state !== 'on-hold') return t(`views.ready.state.${state}`)
  const { hours } = newsletter.notReady
  return afterwards === 'skip'
    ? deadline === null
      ? t('views.ready.hold.skip.hours', { count: hours, number: number(hours) })
      : t('views.ready.hold.skip', { when: moment(deadline) })
    : deadline === null
      ? t('views.ready.hold.fallback.hours', { count: hours, number: number(hours) })
      : t('views.ready.hold.fallback', { when: moment(deadline) })
}
