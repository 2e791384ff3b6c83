import type { AdminViewServerProps, Payload } from 'payload'

import { listImports } from '../../../audience/imports/import-store.ts'
import { networkLocales } from '../../../audience/imports/network-locales.ts'
import { databaseOf } from '../../../database/database.ts'
import { ViewHead } from '../../view-head.tsx'
import { audienceTexts } from '../client-texts.ts'
import { newsletterNames } from '../officer/names-of.ts'
import { type OfficerView, officerView } from '../officer/officer-view.tsx'
import { ExportForm } from './export-form.tsx'
import { ImportTable } from './import-table.tsx'
import { UploadList } from './upload-list.tsx'

const LISTED = 100

/** Lists of people brought in from elsewhere, a new one, and people taken away as a file. */
export const ImportsView = (view: AdminViewServerProps) =>
  officerView(view, { path: '/admin/audience/imports', title: 'nav.imports' }, imports)

async function imports({ payload, context, t }: OfficerView) {
  const { language } = context
  const lists = await listImports(LISTED, databaseOf(payload))
  return (
    <>
      <ViewHead level={1} title={t('nav.imports')} lead={t('imports.lead')} />
      <UploadList texts={audienceTexts(language, 'imports.', 'officer.')} language={language} />
      <section className="em-section" aria-labelledby="imports-list">
        <h2 className="em-sub em-rule" id="imports-list">
          {t('imports.list')}
        </h2>
        {lists.length === 0 ? (
          <p className="em-empty">{t('imports.none')}</p>
        ) : (
          <ImportTable imports={lists} t={t} context={context} />
        )}
      </section>
      <section className="em-section" aria-labelledby="imports-export">
        <h2 className="em-sub em-rule" id="imports-export">
          {t('imports.export')}
        </h2>
        <p className="em-quiet em-import-lead">{t('imports.export.lead')}</p>
        <ExportForm
          newsletters={await newsletterNames(payload, language)}
          segments={await segmentNames(payload)}
          locales={await networkLocales(payload)}
          t={t}
          context={context}
        />
      </section>
    </>
  )
}

async function segmentNames(payload: Payload): Promise<readonly (readonly [id: string, name: string])[]> {
  const { docs } = await payload.find({
    collection: 'segments',
    depth: 0,
    pagination: false,
    sort: 'name',
    select: { name: true },
  })
  return docs.map(({ id, name }) => [id, name] as const)
}
