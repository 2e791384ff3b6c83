import { translator } from '../../i18n/translator.ts'
import type { PublicDocument } from '../contract/document.ts'

/** What readers must know about the words of a document, in its language: that a machine wrote them, that they are made up. */
export function cautionsOf({ locale, machineTranslated, sample }: PublicDocument): string[] {
  const t = translator(locale, 'terms')
  return [
    ...(machineTranslated ? [t('channel.machineTranslated')] : []),
    ...(sample ? [t('channel.sample')] : []),
  ]
}

/** What stands under every short text about a document: each statement of funding once, and what readers must know. */
export const closingLinesOf = (document: PublicDocument): string[] => [
  ...new Set(document.funding.map(({ text }) => text)),
  ...cautionsOf(document),
]

/** How words that a machine translated came about. https://schema.org/digitalSourceType */
export const MACHINE_MADE = 'https://schema.org/TrainedAlgorithmicMediaDigitalSource'
