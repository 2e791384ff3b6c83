import type { Payload } from 'payload'

import { type ChannelOwnerProps, channelOwner } from '../../../emails/channel-owner.ts'
import { siteUrl } from '../../content/site-url.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { translator } from '../../i18n/translator.ts'
import { textsIn } from '../../newsletter/render-edition.ts'
import { renderMail } from '../../newsletter/render-mail.ts'
import type { Jobs } from '../../queue/queue.ts'
import { personalFrame } from '../personal/personal-frame.ts'

/**
 * Writes to one person of staff that a channel stands still or soon will. What was mended meanwhile is not told any more.
 * @throws when the mail did not leave: the job is tried again.
 */
export async function tellCaretaker(
  payload: Payload,
  { channelId, userId, what }: Jobs['tell-caretaker'],
): Promise<void> {
  const user = await payload.findByID({ collection: 'users', id: userId, depth: 0, disableErrors: true })
  const channel = await troubled(payload, channelId)
  if (user === null || channel === null) return
  const frame = await personalFrame(payload, user.locales ?? [])
  const trouble = troubleOf(what, channel, translator(frame.locale, 'admin'))
  if (trouble === null) return
  const channelUrl = siteUrl(`/admin/collections/channels/${channelId}`)
  const mail = channelOwner(
    { ...frame, channelName: channel.name, channelUrl, trouble },
    textsIn(frame.locale),
  )
  await payload.sendEmail({ to: user.email, ...(await renderMail(mail)) })
}

interface Troubled extends Record<string, unknown> {
  readonly name: string
  readonly paused: boolean | null
  readonly paused_reason: string | null
  readonly credentials_end: string | Date | null
}

async function troubled(payload: Payload, channelId: string): Promise<Troubled | null> {
  const { rows } = await databaseOf(payload).execute<Troubled>(sql`
    select c.name, c.paused, c.paused_reason, s.credentials_end
    from channels c left join channel_sessions s on s.channel_id = c.id where c.id = ${channelId}
  `)
  return rows[0] ?? null
}

function troubleOf(
  what: Jobs['tell-caretaker']['what'],
  { paused, paused_reason, credentials_end }: Troubled,
  t: (key: string) => string,
): ChannelOwnerProps['trouble'] | null {
  if (what === 'ending')
    return credentials_end === null ? null : { kind: 'ending', on: new Date(credentials_end) }
  return paused ? { kind: 'paused', why: t(`views.reason.channel.${paused_reason}`) } : null
}
