import { directionOf } from '../../../i18n/locales.ts'
import type { ViewContext } from '../../view-context.ts'
import type { ShownEdition } from './shown-edition.ts'

/** Mail programs cut a mail off when its HTML is larger, in bytes: https://support.google.com/mail/answer/8260 */
const CLIPPED_AT = 102 * 1024

interface EditionFactsProps {
  readonly edition: ShownEdition
  readonly context: ViewContext
}

/** What an inbox shows of the mail before it is opened, and its size. */
export function EditionFacts({ edition, context: { t, number } }: EditionFactsProps) {
  const { locale, subject, preheader, bytes } = edition
  const kilobytes = number(Math.ceil(bytes / 1024))
  const inItsLanguage = { lang: locale, dir: directionOf(locale) }
  return (
    <dl className="em-facts">
      <dt>{t('views.preview.subject')}</dt>
      <dd className="em-facts-subject">
        <bdi {...inItsLanguage}>{subject}</bdi>
      </dd>
      <dt>{t('views.preview.preheader')}</dt>
      <dd>
        {preheader === '' ? (
          <span className="em-quiet">{t('views.preview.preheader.none')}</span>
        ) : (
          <bdi {...inItsLanguage}>{preheader}</bdi>
        )}
      </dd>
      <dt>{t('views.preview.size')}</dt>
      <dd>
        {t(bytes > CLIPPED_AT ? 'views.preview.size.tooBig' : 'views.preview.size.fits', { size: kilobytes })}
      </dd>
    </dl>
  )
}
