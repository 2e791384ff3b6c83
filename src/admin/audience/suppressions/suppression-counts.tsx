import type { SuppressionCount } from '../../../audience/suppression/read-suppressions.ts'
import { EVERYTHING, suppressionReasons } from '../../../audience/suppression/suppression-reasons.ts'
import { ScrollArea } from '../../scroll-area.tsx'
import type { OfficerView } from '../officer/officer-view.tsx'

interface SuppressionCountsProps {
  readonly counts: readonly SuppressionCount[]
  /** Scope → name. */
  readonly scopes: ReadonlyMap<string, string>
  readonly view: OfficerView
}

/** How many, by reason and by what they are barred from. */
export function SuppressionCounts({ counts, scopes, view: { t, context } }: SuppressionCountsProps) {
  const present = [...new Set([EVERYTHING, ...counts.map(({ scope }) => scope)])]
  const of = (scope: string, reason: string): number =>
    counts.find((count) => count.scope === scope && count.reason === reason)?.addresses ?? 0
  return (
    <ScrollArea label={t('suppressions.counts')}>
      <table className="em-officer-table">
        <thead>
          <tr>
            <th scope="col">{t('suppressions.column.scope')}</th>
            {suppressionReasons.map((reason) => (
              <th key={reason} scope="col" className="em-end">
                {t(`suppressions.reason.${reason}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {present.map((scope) => (
            <tr key={scope}>
              <th scope="row">
                <bdi>{scopes.get(scope) ?? t('suppressions.scope.gone')}</bdi>
              </th>
              {suppressionReasons.map((reason) => (
                <td key={reason} className="em-end">
                  {context.number(of(scope, reason))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
