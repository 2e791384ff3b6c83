import type { TFunction } from 'i18next'
import { sourceLocale } from '../i18n/locales.ts'
import { messages } from '../i18n/translator.ts'

const known = messages(sourceLocale, 'admin')

/**
 * Why something was skipped, failed, is unconfirmed or waits, as a sentence.
 * @param about whose reasons: a post on a channel, a mail to a reader, an item in an edition, an issue that came back.
 * @returns null when there is nothing to explain.
 */
export function reasonText(
  t: TFunction,
  about: 'channel' | 'mail' | 'edition' | 'issue',
  reason: string | null | undefined,
): string | null {
  if (reason === null || reason === undefined || reason === '') return null
  const key = `views.reason.${about}.${reason}`
  return key in known ? t(key) : t('views.reason.other', { reason })
}
