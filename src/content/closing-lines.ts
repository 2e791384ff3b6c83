import { translator } from '../i18n/translator.ts'
import type { PublishedItem } from './published-item.ts'

/** What stands under every short text about an item: each statement of funding once, and what readers must know about the text. */
export function closingLines({
  locale,
  acknowledgements,
  machineTranslated,
  sample,
}: PublishedItem): string[] {
  if (acknowledgements.length === 0 && !machineTranslated && !sample) return []
  const t = translator(locale, 'terms')
  const statements = new Set(acknowledgements.map(({ statement }) => t(`acknowledgement.${statement}`)))
  return [
    ...statements,
    ...(machineTranslated ? [t('channel.machineTranslated')] : []),
    ...(sample ? [t('channel.sample')] : []),
  ]
}
