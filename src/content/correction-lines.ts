import { dayOf } from '../../emails/dates.ts'
import { translator } from '../i18n/translator.ts'
import type { PublishedItem } from './published-item.ts'

/** What was wrong about an item and when that was put right, newest first, in its language. */
export function correctionLines({
  corrections,
  locale,
}: Pick<PublishedItem, 'corrections' | 'locale'>): string[] {
  const t = translator(locale, 'terms')
  return corrections.map(({ at, reason }) => t('correction.line', { day: dayOf(at, 'UTC', locale), reason }))
}
