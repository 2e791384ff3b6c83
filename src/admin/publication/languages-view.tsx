import type { DocumentViewServerProps } from 'payload'

import { mayPublish } from '../../access/roles.ts'
import { wallClockAt } from '../../content/publishing/wall-clock.ts'
import { isTranslatable } from '../../content/translatable.ts'
import { directionOf, endonymOf } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import { DocumentFrame } from '../document-frame.tsx'
import { networkContext } from '../view-context.ts'
import { ViewHead } from '../view-head.tsx'
import { type LanguageRow, LanguageTable } from './language-table.tsx'
import { publicationTexts } from './publication-texts.ts'
import { type ItemLanguages, type LanguageStanding, readLanguages } from './read-languages.ts'
import { ScheduledList } from './scheduled-list.tsx'

/** In which languages an item is public, what each lacks, and what is planned; and what an editor does about it. */
export async function LanguagesView({ initPageResult }: DocumentViewServerProps) {
  const { req, docID, collectionConfig } = initPageResult
  const collection = collectionConfig?.slug
  if (docID === undefined || !isTranslatable(collection)) return null
  const item = { collection, id: String(docID) }
  const found = await readLanguages(item, req)
  if (found === null) return null
  const context = await networkContext(req)
  const t = translator(context.language, 'translation')
  const texts = publicationTexts(t, found.languages.length)
  const isPublic = ({ state }: LanguageStanding): boolean => state === 'public' || state === 'changed'
  const count = found.languages.filter(isPublic).length
  const address = `/api/publication/${collection}/${item.id}`

  const rowOf = (language: LanguageStanding): LanguageRow => ({
    locale: language.locale,
    name: endonymOf(language.locale),
    direction: directionOf(language.locale),
    note: language.isSource ? t('state.source') : null,
    editorPath: language.isSource ? null : `/admin/translation/${collection}/${item.id}/${language.locale}`,
    state: language.state,
    stateText: t(`publication.state.${language.state}`),
    planned: plannedFor(language, found),
    since: language.since === null ? '' : context.moment(language.since),
    readersGet: revisionText(language, found),
    missing: language.missing.length === 0 ? '' : context.list(language.missing),
  })
  const plannedFor = ({ locale }: LanguageStanding, { scheduled }: ItemLanguages): string[] =>
    scheduled
      .filter((each) => each.state === 'planned' && (each.locale === locale || each.locale === 'all'))
      .map(({ action, dueAt, timeZone }) =>
        t(`publication.planned.${action}`, {
          at: wallClockAt(dueAt, timeZone).replace('T', ' '),
          timeZone,
        }),
      )
  const revisionText = ({ servedRevision }: LanguageStanding, { sourceRevision }: ItemLanguages): string => {
    if (servedRevision === null || sourceRevision === null) return ''
    return servedRevision < sourceRevision
      ? t('publication.revisionOlder', { revision: servedRevision, latest: sourceRevision })
      : t('publication.revisionLatest', { revision: servedRevision })
  }

  return (
    <DocumentFrame page={initPageResult} step={context.t('views.tab.languages')}>
      <ViewHead
        title={t('publication.title', { count, of: context.number(found.languages.length) })}
        lead={t(mayPublish(req.user) ? 'publication.lead' : 'publication.leadReading')}
      />
      <LanguageTable
        address={address}
        rows={found.languages.map(rowOf)}
        texts={texts}
        mayPublish={mayPublish(req.user)}
      />
      <ScheduledList
        address={address}
        scheduled={found.scheduled}
        texts={texts}
        t={t}
        context={context}
        mayPublish={mayPublish(req.user)}
      />
    </DocumentFrame>
  )
}
