import type { Payload } from 'payload'

import { noticeMail } from '../../../emails/notice.ts'
import { findSubscriber } from '../../audience/subscriber.ts'
import { eventLines } from '../../content/event-lines.ts'
import { publicNames } from '../../content/public-locales.ts'
import type { EventTimes, PublishedItem } from '../../content/published-item.ts'
import { readPublished } from '../../content/read-published.ts'
import { databaseOf } from '../../database/database.ts'
import { CALENDAR_TYPE } from '../../feeds/calendar/calendar-file.ts'
import { eventCalendar } from '../../feeds/event-calendar.ts'
import { chooseLocale } from '../../i18n/choose-locale.ts'
import { letterAcknowledgements, letterItem } from '../../newsletter/letter-parts.ts'
import { textsIn } from '../../newsletter/render-edition.ts'
import { changesOf } from '../../outbox/outbox.ts'
import { type PersonalFrame, personalFrame } from './personal-frame.ts'
import { type PersonalMail, type PlannedMail, personalMail } from './personal-mail.ts'
import { reminderKey } from './plan-reminders.ts'

export type NoReminder =
  | 'unsubscribed'
  | 'event-cancelled'
  | 'event-moved'
  | 'event-began' // the mail server was away for too long
  | 'nothing-left' // the event is public in none of the person's languages

/** Makes a reminder of an event as it stands now, with its file for a calendar. */
export async function renderReminder(
  payload: Payload,
  { key, subscriberId }: PlannedMail,
  now: Date = new Date(),
): Promise<PersonalMail | { readonly skip: NoReminder }> {
  const eventId = key.slice(0, key.indexOf(':'))
  const subscriber = await findSubscriber(subscriberId, databaseOf(payload))
  const isWanted = subscriber?.follows.some(
    ({ target, targetId, reminder }) => target === 'events' && targetId === eventId && reminder,
  )
  if (subscriber === null || isWanted !== true) return { skip: 'unsubscribed' }

  const wanted = [subscriber.locale, ...subscriber.furtherLocales]
  const frame = await personalFrame(payload, wanted)
  const reference = { collection: 'events', id: eventId } as const
  const names = await publicNames(reference, databaseOf(payload))
  const available = frame.spoken.filter((locale) => names.has(locale))
  const shown = chooseLocale(wanted, available, { whenNone: 'skip' }).locale
  const item = shown === null ? null : await readPublished(payload, reference, shown)
  if (item === null || item.event === null)
    return { skip: available.length === 0 ? 'event-cancelled' : 'nothing-left' }
  const obstacle = obstacleTo(item.event, eventId, key, now)
  return obstacle === null ? reminderOf(payload, frame, item, item.event) : { skip: obstacle }
}

function obstacleTo(event: EventTimes, eventId: string, key: string, now: Date): NoReminder | null {
  if (event.status === 'cancelled') return 'event-cancelled'
  if (event.status === 'postponed' || reminderKey(eventId, event.start) !== key) return 'event-moved'
  return event.start <= now ? 'event-began' : null
}

async function reminderOf(
  payload: Payload,
  frame: PersonalFrame,
  item: PublishedItem,
  event: EventTimes,
): Promise<PersonalMail> {
  const texts = textsIn(frame.locale)
  const { t } = texts
  const template = noticeMail(
    {
      ...frame,
      // As in a notice: what an inbox shows is in the mail's language.
      subject:
        item.locale === frame.locale ? t('reminder.subject', { title: item.title }) : t('reminder.title'),
      preheader: eventLines(event, frame.locale)[0] ?? '',
      title: t('reminder.title'),
      groups: [{ heading: null, items: [letterItem(item, item.locale)], names: [], more: 0 }],
      remark: t('reminder.attached'),
      acknowledgements: letterAcknowledgements(frame.locale, item.acknowledgements),
    },
    texts,
  )
  const { collection, id, locale } = item
  const mail = await personalMail(frame, template, {
    listName: t('notice.list'),
    items: [{ collection, id, locale, why: 'reminder' }],
  })
  const changes = await changesOf(item, databaseOf(payload))
  const content = eventCalendar(item, event, { network: frame.network.name, sequence: changes.length })
  return { ...mail, attachments: [{ filename: 'event.ics', contentType: CALENDAR_TYPE, content }] }
}
