import type { Suppression } from '../../../audience/suppression/read-suppressions.ts'
import { isReleasable } from '../../../audience/suppression/suppression-reasons.ts'
import { ScrollArea } from '../../scroll-area.tsx'
import { OfficerAction } from '../officer/officer-action.tsx'
import type { OfficerView } from '../officer/officer-view.tsx'

interface SuppressionTableProps {
  readonly entries: readonly Suppression[]
  /** Scope → name. */
  readonly scopes: ReadonlyMap<string, string>
  /** Id → name. */
  readonly staff: ReadonlyMap<string, string>
  readonly view: OfficerView
}

export function SuppressionTable({ entries, scopes, staff, view }: SuppressionTableProps) {
  const { t, context, texts } = view
  return (
    <ScrollArea label={t('suppressions.list')}>
      <table className="em-officer-table em-officer-rows">
        <thead>
          <tr>
            <th scope="col">{t('suppressions.column.address')}</th>
            <th scope="col">{t('suppressions.column.reason')}</th>
            <th scope="col">{t('suppressions.column.scope')}</th>
            <th scope="col">{t('suppressions.column.origin')}</th>
            <th scope="col">{t('suppressions.column.note')}</th>
            <th scope="col">
              <span className="em-sr">{t('suppressions.release')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const { addressKey, scope, reason, origin, actor, at, note, masked } = entry
            const name = actor === null ? undefined : staff.get(actor)
            return (
              <tr key={`${addressKey} ${scope}`}>
                <th scope="row">
                  {masked === null ? t('suppressions.hashOnly') : <bdi dir="ltr">{masked}</bdi>}
                  <small>
                    <bdi dir="ltr">{addressKey.slice(0, 10)}</bdi>
                  </small>
                </th>
                <td>
                  {t(`suppressions.reason.${reason}`)}
                  <small>
                    <time dateTime={at.toISOString()}>{context.shortMoment(at)}</time>
                  </small>
                </td>
                <td>
                  <bdi>{scopes.get(scope) ?? t('suppressions.scope.gone')}</bdi>
                </td>
                <td>
                  {t(`suppressions.origin.${origin}`)}
                  {name !== undefined && (
                    <small>
                      <bdi>{name}</bdi>
                    </small>
                  )}
                </td>
                <td className="em-officer-note">
                  <bdi>{note}</bdi>
                </td>
                <td>
                  {isReleasable(reason) && (
                    <OfficerAction
                      path="/api/audience/suppressions/release"
                      data={{ addressKey, scope, reason }}
                      label={t('suppressions.release')}
                      about={masked ?? addressKey.slice(0, 10)}
                      question={{
                        sure: t(
                          reason === 'complaint'
                            ? 'suppressions.release.complaint'
                            : 'suppressions.release.ask',
                        ),
                        note: t('officer.note'),
                      }}
                      texts={texts}
                    />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollArea>
  )
}
