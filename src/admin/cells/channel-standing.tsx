import type { DefaultServerCellComponentProps } from 'payload'

import { databaseOf, sql } from '../../database/database.ts'
import { Mark } from '../marks.tsx'
import { reasonText } from '../reasons.ts'
import { networkContext } from '../view-context.ts'

/** In a list: whether the channel works, and when it last took something. */
export async function ChannelStandingCell({ payload, i18n, rowData }: DefaultServerCellComponentProps) {
  // Payload makes cells for the fields of an open document as well, and has no row then.
  if (rowData === undefined) return null
  const { t, moment } = await networkContext({ i18n, payload })
  const id = String(rowData.id)
  const channel = await payload.findByID({
    collection: 'channels',
    id,
    depth: 0,
    select: { paused: true, pausedReason: true, mode: true },
  })
  const { rows } = await databaseOf(payload).execute<{ at: string | Date | null }>(sql`
    select max(submitted_at) as at from channel_deliveries where channel_id = ${id}
  `)
  const [last] = rows
  const state = channel.paused ? 'paused' : channel.mode === 'off' ? 'off' : 'ok'
  return (
    <span className="em-standing">
      {state === 'paused' && <Mark name="paused" tone="warn" />}
      {state === 'off' && <Mark name="skipped" tone="quiet" />}
      {state === 'ok' && <Mark name="submitted" tone="ok" />}
      <span>
        <b>{t(`views.cell.${state}`)}</b>
        <small>
          {(state === 'paused' && reasonText(t, 'channel', channel.pausedReason)) ||
            (last?.at
              ? t('views.cell.lastPost', { when: moment(new Date(last.at)) })
              : t('views.cell.noPost'))}
        </small>
      </span>
    </span>
  )
}
