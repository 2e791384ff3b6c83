import type { IssueSource } from '../../../dissemination/issue-source.ts'
import type { RehearsalReport } from '../../../dissemination/rehearsal/rehearsal-report.ts'
import { directionOf } from '../../../i18n/locales.ts'
import { LanguageName } from '../../language-name.tsx'
import { Mark } from '../../marks.tsx'
import { ScrollArea } from '../../scroll-area.tsx'
import type { ViewContext } from '../../view-context.ts'
import { isFallback, peopleIn, peopleOf } from '../counts.ts'
import { inOrder } from '../in-order.ts'
import { LanguageBars } from '../language-bars.tsx'
import { ReasonList } from '../reason-list.tsx'
import { duration } from './duration.ts'

interface ReportProps {
  readonly issue: Pick<IssueSource, 'id' | 'newsletter'>
  readonly report: RehearsalReport
  readonly context: ViewContext
}

/** The report that sending would have given, as figures and as a picture. */
export function RehearsalResult({ issue, report, context }: ReportProps) {
  const { t, number } = context
  const { counts } = report
  const lists = (['skipped', 'failed'] as const).map((state) => ({ state, rows: peopleOf(counts, state) }))
  const scale = Math.max(...lists.flatMap(({ rows }) => rows.map(({ people }) => people)), 1)
  return (
    <>
      <Figures report={report} context={context} />
      <Problems report={report} context={context} />
      <LanguageBars
        order={issue.newsletter.locales}
        counts={counts.filter(({ state }) => state === 'submitted')}
        segments={[
          { key: 'own', tone: 'reach', label: t('views.send.own'), holds: (count) => !isFallback(count) },
          { key: 'fallback', tone: 'fallback', label: t('views.send.fallback'), holds: isFallback },
        ]}
        context={context}
      />
      <Editions issue={issue} report={report} context={context} />
      <div className="em-two">
        {lists.map(({ state, rows }) => (
          <ReasonList
            key={state}
            id={`em-${state}`}
            title={t(`views.send.${state}`, { number: number(peopleIn(counts, state)) })}
            rows={rows}
            scale={scale}
            empty={t(`views.send.${state}.none`)}
            context={context}
          />
        ))}
      </div>
    </>
  )
}

const names = { resend: 'Resend', smtp: 'SMTP' } as const

function Figures({ report, context: { t, number, language } }: Omit<ReportProps, 'issue'>) {
  const { arrived, readWhole, tookMs, sending } = report
  const takes = sending?.takesMs ?? null
  const figures = [
    ['arrived', number(arrived)],
    ['readWhole', number(readWhole)],
    ['took', duration(tookMs, language)],
    ['wouldTake', takes === null ? t('views.rehearsal.noPace') : duration(takes, language)],
  ] as const
  const ways = sending?.ways.map(({ name, mailsPerSecond }) =>
    mailsPerSecond === null
      ? names[name]
      : t('views.rehearsal.way', { name: names[name], number: number(mailsPerSecond) }),
  )
  const days = sending?.days ?? 0
  return (
    <>
      <dl className="em-strip em-strip-words">
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{t(`views.rehearsal.${name}`)}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      {ways !== undefined && (
        <p className="em-quiet">
          {t('views.rehearsal.through', {
            ways: new Intl.ListFormat(language, { type: 'unit' }).format(ways),
          })}{' '}
          {days > 1 && t('views.rehearsal.days', { count: days, number: number(days) })}
        </p>
      )}
    </>
  )
}

/** What has to be mended, each with how; or that there is nothing. */
function Problems({ report, context: { t, number } }: Omit<ReportProps, 'issue'>) {
  const { faults, needSmtpUtf8 } = report
  const problems = [
    ...faults.map(({ fault, mails }) => ({ name: `fault.${fault}`, mails })),
    ...(needSmtpUtf8 > 0 ? [{ name: 'utf8', mails: needSmtpUtf8 }] : []),
  ]
  return (
    <>
      {faults.length === 0 && (
        <p className="em-proof">
          <Mark name="submitted" tone="ok" size={13} />
          {t('views.rehearsal.sound')}
        </p>
      )}
      {problems.length > 0 && (
        <section className="em-panel" aria-labelledby="em-problems">
          <h3 id="em-problems">{t('views.rehearsal.problems')}</h3>
          <ul className="em-reasons">
            {problems.map(({ name, mails }) => (
              <li key={name}>
                <span>{t(`views.rehearsal.${name}`)}</span>
                <span />
                <span className="em-end">{number(mails)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024)

function Editions({ issue, report, context: { t, number, list } }: ReportProps) {
  const told = (findings: RehearsalReport['languages'][number]['findings']): string =>
    list(
      (['stop', 'warn'] as const)
        .map((level) => [level, findings.filter((finding) => finding.level === level).length] as const)
        .filter(([, count]) => count > 0)
        .map(([level, count]) => t(`views.rehearsal.findings.${level}`, { number: number(count) })),
    )
  const languages = [...report.languages].sort(inOrder(issue.newsletter.locales))
  return (
    <section className="em-section" aria-labelledby="em-editions">
      <h3 id="em-editions" className="em-rule">
        {t('views.rehearsal.editions')}
      </h3>
      <ScrollArea label={t('views.rehearsal.editions')}>
        <table className="em-bars">
          <thead>
            <tr>
              <th scope="col">{t('views.send.language')}</th>
              <th scope="col">{t('views.rehearsal.subject')}</th>
              <th scope="col" className="em-end">
                {t('views.rehearsal.mails')}
              </th>
              <th scope="col" className="em-end">
                {t('views.rehearsal.size')}
              </th>
              <th scope="col" className="em-end">
                {t('views.rehearsal.largest')}
              </th>
              <th scope="col">{t('views.rehearsal.findings')}</th>
            </tr>
          </thead>
          <tbody>
            {languages.map(({ locale, subject, mails, htmlBytes, largestBytes, findings }) => (
              <tr key={locale}>
                <th scope="row">
                  <LanguageName locale={locale} />
                </th>
                <td className="em-subject">
                  <bdi lang={locale} dir={directionOf(locale)}>
                    {subject}
                  </bdi>
                </td>
                <td className="em-end">{number(mails)}</td>
                <td className="em-end">{number(kilobytes(htmlBytes))}</td>
                <td className="em-end">{number(kilobytes(largestBytes))}</td>
                <td>
                  {findings.length === 0 ? (
                    t('views.rehearsal.findings.none')
                  ) : (
                    <a href={`/admin/collections/issues/${issue.id}/preview?edition=${locale}`}>
                      {told(findings)}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}
