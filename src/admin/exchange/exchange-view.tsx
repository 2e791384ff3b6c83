import type { AdminViewServerProps } from 'payload'

import { readsEveryDraft } from '../../access/roles.ts'
import { mayTranslateInto } from '../../access/translators.ts'
import { enabledLocales } from '../../content/publishing/enabled-locales.ts'
import { databaseOf } from '../../database/database.ts'
import { translator } from '../../i18n/translator.ts'
import { exchangeList } from '../../translation/exchange/exchange-list.ts'
import { networkContext } from '../view-context.ts'
import { ViewFrame } from '../view-frame.tsx'
import { ViewHead } from '../view-head.tsx'
import { exchangeQuery } from './exchange-query.ts'
import { ExportFilter } from './export-filter.tsx'
import { ExportForm } from './export-form.tsx'
import { formTexts } from './form-texts.ts'
import { ImportForm } from './import-form.tsx'
import { listedRow } from './listed-row.ts'

/** Translations out as XLIFF for a translator's own tool, and back in. */
export async function ExchangeView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { payload, user } = req
  const context = await networkContext(req)
  const t = translator(context.language, 'translation')
  const steps = [{ label: t('exchange.view.step') }]
  const locales = (await enabledLocales(req)).filter((locale) => mayTranslateInto(user, locale))
  const query = exchangeQuery(view.searchParams, locales)
  if (!readsEveryDraft(user) || query === null)
    return (
      <ViewFrame view={view} steps={steps}>
        <ViewHead level={1} title={t('exchange.view.title')} lead={t('exchange.view.closed')} />
      </ViewFrame>
    )

  const { items, total } = await exchangeList(query, databaseOf(payload))
  const texts = formTexts(context.language)
  return (
    <ViewFrame view={view} steps={steps}>
      <ViewHead level={1} title={t('exchange.view.title')} lead={t('exchange.view.lead')} />
      <section className="em-section" aria-labelledby="export-title">
        <h2 className="em-rule em-exchange-title" id="export-title">
          {t('exchange.view.export')}
        </h2>
        <ExportFilter query={query} locales={locales} context={context} req={req} />
        {items.length === 0 ? (
          <p className="em-empty">{t('exchange.view.none')}</p>
        ) : (
          <ExportForm
            // Another choice is another list: its ticks start anew.
            key={JSON.stringify(query)}
            locale={query.locale}
            rows={items.map((item) => listedRow(item, context, req))}
            more={Math.max(0, total - items.length)}
            isChosen={query.items !== null}
            texts={texts}
            language={context.language}
          />
        )}
      </section>
      <section className="em-section" aria-labelledby="import-title">
        <h2 className="em-rule em-exchange-title" id="import-title">
          {t('exchange.view.import')}
        </h2>
        <ImportForm texts={texts} language={context.language} />
      </section>
    </ViewFrame>
  )
}
