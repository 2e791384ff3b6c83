import type { TFunction } from 'i18next'

import { whenOf, zoneOffsetOf } from '../../emails/dates.ts'
import type { Locale } from '../i18n/locales.ts'
import { translator } from '../i18n/translator.ts'
import type { EventTimes } from './published-item.ts'

/** When and where, as plain text: what changed about it first, then the date on the clock of the place, then the place. */
export function eventLines(event: EventTimes, locale: Locale): string[] {
  const t = translator(locale, 'terms')
  const when = t('channel.event.time', { when: whenOf(event, locale), zone: zoneOffsetOf(event, locale) })
  const dateLine = event.status === 'as-planned' ? when : t(`channel.event.${event.status}`, { when })
  return [dateLine, placeLine(event, t)].filter((line) => line !== '')
}

function placeLine({ mode, venue }: EventTimes, t: TFunction): string {
  if (mode === 'online' || venue === null) return mode === 'onsite' ? '' : t('channel.event.online')
  return mode === 'hybrid' ? t('channel.event.hybrid', { venue }) : venue
}
