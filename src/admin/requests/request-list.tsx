import type { TFunction } from 'i18next'
import Link from 'next/link'

import { type Actor, actionsFor, type RequestAction } from '../../translation/requests/change-request.ts'
import type { ListedRequest, LogEntry } from '../../translation/requests/read-requests.ts'
import { LanguageName } from '../language-name.tsx'
import { Mark } from '../marks.tsx'
import { ScrollArea } from '../scroll-area.tsx'
import type { ViewContext } from '../view-context.ts'
import { RequestActions } from './request-actions.tsx'
import { RequestLog } from './request-log.tsx'
import { requestMarks } from './request-marks.ts'
import { requestReason } from './request-reason.ts'

interface RequestListProps {
  readonly requests: readonly ListedRequest[]
  readonly logs: ReadonlyMap<string, readonly LogEntry[]>
  readonly actor: Actor
  readonly now: Date
  readonly t: TFunction
  readonly context: ViewContext
}

const columns = ['item', 'language', 'state', 'by', 'deadline', 'size'] as const

/** What was asked for, the newest first: who or what translates it, how far it is, and what can be done. */
export function RequestList({ requests, logs, actor, now, t, context }: RequestListProps) {
  return (
    <ScrollArea label={t('request.list')}>
      <table className="em-requests">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`request.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {requests.map((request) => (
          <tbody key={request.id}>
            <RequestRow request={request} now={now} t={t} context={context} />
            <tr className="em-request-more">
              <td colSpan={columns.length}>
                <div>
                  <RequestLog entries={logs.get(request.id) ?? []} t={t} context={context} />
                  <RequestActions
                    requestId={request.id}
                    about={`${request.title ?? t('request.item.gone')}, ${context.languageName(request.locale)}`}
                    actions={actionsFor(request, actor).map((action) => actionText(action, t))}
                    texts={{
                      failed: t('request.action.failed'),
                      reason: t('request.action.reason'),
                      keep: t('request.action.keep'),
                    }}
                  />
                </div>
              </td>
            </tr>
          </tbody>
        ))}
      </table>
    </ScrollArea>
  )
}

/** What ends a request is asked for once more. */
const ending: readonly RequestAction[] = ['reject', 'cancel']

function actionText(name: RequestAction, t: TFunction) {
  const label = t(`request.action.${name}`)
  if (!ending.includes(name)) return { name, label }
  return { name, label, sure: t('request.action.sure', { action: label }), needsReason: name === 'reject' }
}

interface RequestRowProps extends Pick<RequestListProps, 'now' | 't' | 'context'> {
  readonly request: ListedRequest
}

function RequestRow({ request, now, t, context: { number, moment } }: RequestRowProps) {
  const { collection, itemId, title, sourceLocale, locale, state, engine, assignee, deadline } = request
  const { mark, tone } = requestMarks[state]
  const reason = requestReason(t, request.reason)
  return (
    <tr>
      <th scope="row">
        {title === null ? (
          <span className="em-quiet">{t('request.item.gone')}</span>
        ) : (
          <Link href={`/admin/collections/${collection}/${itemId}`} prefetch={false}>
            <bdi lang={sourceLocale ?? undefined}>{title}</bdi>
          </Link>
        )}
      </th>
      <td>
        <LanguageName locale={locale} />
      </td>
      <td>
        <span className="em-standing">
          <Mark name={mark} tone={tone} size={14} />
          <span>
            <b>{t(`request.state.${state}`)}</b>
            {reason !== null && <small>{reason}</small>}
          </span>
        </span>
      </td>
      <td>
        {engine === null ? (assignee ?? t('request.by.nobody')) : t(`request.engine.${engine}`)}
        {engine !== null && assignee !== null && <small>{assignee}</small>}
      </td>
      <td className={deadline !== null && deadline < now ? 'em-bad' : undefined}>
        {deadline !== null && <time dateTime={deadline.toISOString()}>{moment(deadline)}</time>}
      </td>
      <td>
        {t('request.size.segments', { count: request.segments, number: number(request.segments) })}
        <small>
          {t('request.size.characters', { count: request.characters, number: number(request.characters) })}
        </small>
      </td>
    </tr>
  )
}
