import type { TFunction } from 'i18next'

import type { LogEntry } from '../../translation/requests/read-requests.ts'
import type { ViewContext } from '../view-context.ts'
import { requestReason } from './request-reason.ts'

interface RequestLogProps {
  readonly entries: readonly LogEntry[]
  readonly t: TFunction
  readonly context: ViewContext
}

/** What happened to a request, the oldest first. Closed until somebody wants to know. */
export function RequestLog({ entries, t, context: { moment, number } }: RequestLogProps) {
  return (
    <details className="em-log">
      <summary>
        {t('request.log')}{' '}
        <span className="em-quiet">
          {t('request.log.entries', { count: entries.length, number: number(entries.length) })}
        </span>
      </summary>
      <ol>
        {entries.map(({ state, reason, actor, at }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows at its end.
          <li key={index}>
            <time dateTime={at.toISOString()}>{moment(at)}</time>
            <b>{t(`request.state.${state}`)}</b>
            <span>{requestReason(t, reason)}</span>
            <small>{actor ?? t('request.log.system')}</small>
          </li>
        ))}
      </ol>
    </details>
  )
}
