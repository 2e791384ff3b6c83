import { translator } from '../i18n/translator.ts'
import type { PublishedItem } from './published-item.ts'

/** What stands under every short text about an item: each statement of funding once, and the mark of sample content. */
export function closingLines({ locale, acknowledgements, sample }: PublishedItem): string[] {
  if (acknowledgements.length === 0 && !sample) return []
  const t = translator(locale, 'terms')
  const statements = new Set(acknowledgements.map(({ statement }) => t(`acknowledgement.${statement}`)))
  return [...statements, ...(sample ? [t('channel.sample')] : [])]
}
