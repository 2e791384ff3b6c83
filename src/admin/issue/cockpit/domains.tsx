import { databaseOf } from '../../../database/database.ts'
import { countedLately } from '../../../ledger/issue-progress/counted-lately.ts'
import { type DomainCount, domainCounts } from '../../../ledger/issue-progress/domain-counts.ts'
import { refusingDomains } from '../../../ledger/issue-progress/held-domains.ts'
import { waitedForDomains } from '../../../ledger/issue-progress/send-limits.ts'
import { ScrollArea } from '../../scroll-area.tsx'
import type { SendingProps } from '../before-sending.tsx'
import { nearMoment } from './near-moment.ts'

const parts = [
  ['submitted', 'reach'],
  ['unconfirmed', 'warn'],
  ['failed', 'bad'],
  ['waiting', 'rest'],
] as const satisfies readonly (readonly [keyof DomainCount, string])[]

/** How far the issue is with the readers of each large mail domain, whose provider is waited for, and who refuses us. */
export async function Domains({ issue, payload, context }: SendingProps) {
  const { t, number } = context
  const database = databaseOf(payload)
  const domains = await countedLately(`domains ${issue.id}`, database, () => domainCounts(issue.id, database))
  const named = domains.flatMap(({ domain }) => domain ?? [])
  if (named.length === 0) return null
  const waited = await waitedForDomains(named, database)
  const refusing = await refusingDomains(issue.id, named, database)
  const isHindered = waited.length > 0 || refusing.size > 0
  const scale = Math.max(...domains.map(({ readers }) => readers))
  const label = (part: (typeof parts)[number][0]): string =>
    t(part === 'waiting' ? 'views.cockpit.domain.waiting' : `views.state.${part}`)
  return (
    <section className="em-section" aria-labelledby="em-domains">
      <h3 id="em-domains">{t('views.cockpit.domains')}</h3>
      <ScrollArea label={t('views.cockpit.domains')}>
        <table className="em-bars">
          <thead>
            <tr>
              <th scope="col">{t('views.cockpit.domain')}</th>
              <th scope="col" className="em-bars-bar">
                {t('views.send.readers')}
              </th>
              {parts.map(([part]) => (
                <th key={part} scope="col" className="em-end">
                  {label(part)}
                </th>
              ))}
              {isHindered && <th scope="col">{t('views.cockpit.language.state')}</th>}
            </tr>
          </thead>
          <tbody>
            {domains.map((row) => {
              const blocked = waited.find(({ domain }) => domain === row.domain)
              const refuses = row.domain !== null && refusing.has(row.domain)
              return (
                <tr key={row.domain ?? ''}>
                  <th scope="row">
                    {row.domain === null ? t('views.cockpit.domain.others') : <bdi>{row.domain}</bdi>}
                  </th>
                  <td>
                    <div
                      className="em-bar"
                      style={{ inlineSize: `${(row.readers / scale) * 100}%` }}
                      aria-hidden="true"
                    >
                      {parts.map(
                        ([part, tone]) =>
                          row[part] > 0 && (
                            <i
                              key={part}
                              className={`em-fill em-fill-${tone}`}
                              style={{ flexGrow: row[part] }}
                            />
                          ),
                      )}
                    </div>
                  </td>
                  {parts.map(([part]) => (
                    <td key={part} className={row[part] === 0 ? 'em-end em-quiet' : 'em-end'}>
                      {number(row[part])}
                    </td>
                  ))}
                  {isHindered && (
                    <td>
                      {row.waiting > 0 && refuses && t('views.cockpit.domain.refusing')}
                      {row.waiting > 0 &&
                        !refuses &&
                        blocked !== undefined &&
                        t('views.cockpit.domain.blocked', { when: nearMoment(blocked.until, context) })}
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}
