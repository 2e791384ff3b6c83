import { getTranslation } from '@payloadcms/translations'
import type { PayloadRequest } from 'payload'

import type { Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import type { ListedItem } from '../../translation/exchange/exchange-list.ts'
import type { ViewContext } from '../view-context.ts'

/** One item as the list shows it. */
export interface ListedRow {
  /** `practices/<id>` */
  readonly name: string
  readonly title: string
  readonly sourceLocale: Locale
  readonly source: string
  readonly kind: string
  readonly state: string
  readonly open: string
}

export function listedRow(
  { collection, id, title, sourceLocale, state, open, segments }: ListedItem,
  { language, languageName, number }: ViewContext,
  { payload, i18n }: PayloadRequest,
): ListedRow {
  const t = translator(language, 'translation')
  return {
    name: `${collection}/${id}`,
    title: title === '' ? t('exchange.view.untitled') : title,
    sourceLocale,
    source: languageName(sourceLocale),
    kind: getTranslation(payload.collections[collection].config.labels.singular, i18n),
    state: t(`state.${state}`),
    open: t('exchange.view.openOf', { open: number(open), number: number(segments) }),
  }
}
