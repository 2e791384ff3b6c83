import { getTranslation } from '@payloadcms/translations'
import type { PayloadRequest } from 'payload'

import { translatableCollections } from '../../content/translatable.ts'
import type { Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import { listedStates } from '../../translation/exchange/exchange-list.ts'
import type { ViewContext } from '../view-context.ts'
import type { ExchangeQuery } from './exchange-query.ts'

interface ExportFilterProps {
  readonly query: ExchangeQuery
  readonly locales: readonly Locale[]
  readonly context: ViewContext
  readonly req: PayloadRequest
}

/** Which items are listed. A form whose address is the view, so it works without scripts. */
export function ExportFilter({ query, locales, context, req: { payload, i18n } }: ExportFilterProps) {
  const t = translator(context.language, 'translation')
  const kindName = (kind: (typeof translatableCollections)[number]): string =>
    getTranslation(payload.collections[kind].config.labels.plural, i18n)
  const stateName = (state: (typeof listedStates)[number]): string =>
    state === 'open' || state === 'any' ? t(`exchange.view.state.${state}`) : t(`state.${state}`)
  return (
    <form className="em-exchange-filter" action="/admin/translation/exchange">
      <Choice
        name="locale"
        label={t('exchange.view.locale')}
        value={query.locale}
        options={locales.map((locale) => [locale, context.languageName(locale)])}
      />
      <Choice
        name="kind"
        label={t('exchange.view.kind')}
        value={query.collection ?? ''}
        options={[
          ['', t('exchange.view.kind.all')],
          ...translatableCollections.map((kind) => [kind, kindName(kind)] as const),
        ]}
      />
      <Choice
        name="state"
        label={t('exchange.view.state')}
        value={query.state}
        options={listedStates.map((state) => [state, stateName(state)])}
      />
      <button type="submit" className="em-button">
        {t('exchange.view.show')}
      </button>
    </form>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, text: string])[]
}

const Choice = ({ name, label, value, options }: ChoiceProps) => (
  <label className="em-exchange-field">
    <span>{label}</span>
    <select key={value} name={name} defaultValue={value}>
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  </label>
)
