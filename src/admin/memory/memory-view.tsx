import type { AdminViewServerProps } from 'payload'

import { mayPublish, readsEveryDraft } from '../../access/roles.ts'
import { enabledLocales } from '../../content/publishing/enabled-locales.ts'
import { databaseOf } from '../../database/database.ts'
import { shownMessages, translator } from '../../i18n/translator.ts'
import { MOST_COUNTED, searchMemory } from '../../translation/memory/search-memory.ts'
import { networkContext } from '../view-context.ts'
import { ViewFrame } from '../view-frame.tsx'
import { ViewHead } from '../view-head.tsx'
import { ImportForm } from './import-form.tsx'
import { MemoryFilter } from './memory-filter.tsx'
import { memoryAddress, memoryQuery } from './memory-query.ts'
import { MemoryTable } from './memory-table.tsx'

/** What was approved before, to look through, to correct and to exchange with other programs. */
export async function MemoryView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { user, payload } = req
  const context = await networkContext(req)
  const t = translator(context.language, 'translation')
  const steps = [{ label: t('memory.name') }]
  if (!readsEveryDraft(user))
    return (
      <ViewFrame view={view} steps={steps}>
        <ViewHead level={1} title={t('memory.name')} lead={t('memory.closed')} />
      </ViewFrame>
    )
  const search = memoryQuery(view.searchParams)
  const { pairs, count, next } = await searchMemory(search, databaseOf(payload))
  const isEditor = mayPublish(user)
  const texts = Object.fromEntries(
    Object.entries(shownMessages(context.language, 'translation')).filter(([key]) =>
      key.startsWith('memory.'),
    ),
  )
  const isSearched = search.text !== null || search.from !== null || search.to !== null
  const found =
    count > MOST_COUNTED
      ? t('memory.foundMore', { number: context.number(MOST_COUNTED) })
      : t('memory.found', { count, number: context.number(count) })
  const exported = new URLSearchParams(
    Object.entries({ from: search.from, to: search.to }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value]],
    ),
  )
  return (
    <ViewFrame view={view} steps={steps}>
      <ViewHead
        level={1}
        title={t('memory.name')}
        lead={t('memory.lead')}
        action={
          count > 0 && (
            <a className="em-button" href={`/api/translation/memory/export.tmx?${exported}`} download>
              {t('memory.export')}
            </a>
          )
        }
      />
      <MemoryFilter search={search} locales={await enabledLocales(req)} context={context} />
      <section aria-label={t('memory.table')}>
        {count === 0 ? (
          <p className="em-empty">
            {isSearched ? t('memory.none') : t('memory.empty')}{' '}
            {isSearched && <a href="/admin/translation/memory">{t('memory.none.reset')}</a>}
          </p>
        ) : (
          <>
            <p className="em-memory-found" role="status">
              {found}
            </p>
            <MemoryTable pairs={pairs} canForget={isEditor} texts={texts} context={context} />
            <p className="em-memory-pages">
              {search.before !== null && <a href={memoryAddress(search)}>{t('memory.first')}</a>}
              {next !== null && <a href={memoryAddress(search, next)}>{t('memory.next')}</a>}
            </p>
          </>
        )}
      </section>
      {isEditor && (
        <section className="em-section" aria-labelledby="memory-import">
          <h2 className="em-rule em-memory-title" id="memory-import">
            {t('memory.import')}
          </h2>
          <ImportForm texts={texts} language={context.language} />
        </section>
      )}
    </ViewFrame>
  )
}
