import type { AdminViewServerProps } from 'payload'
import { z } from 'zod'

import { frequencies } from '../../../audience/choices.ts'
import { delimiters, encodings, fileSources } from '../../../audience/imports/file-format.ts'
import { barReasons, importFields } from '../../../audience/imports/import-fields.ts'
import { findImport } from '../../../audience/imports/import-store.ts'
import { networkLocales } from '../../../audience/imports/network-locales.ts'
import { openedImport } from '../../../audience/imports/shown-import.ts'
import { databaseOf } from '../../../database/database.ts'
import { locales } from '../../../i18n/locales.ts'
import { translator } from '../../../i18n/translator.ts'
import type { Texts } from '../../client-texts.ts'
import { ViewHead } from '../../view-head.tsx'
import { audienceTexts } from '../client-texts.ts'
import { newsletterNames } from '../officer/names-of.ts'
import { type OfficerView, officerView } from '../officer/officer-view.tsx'
import { ImportWizard } from './import-wizard.tsx'
import type { ImportOffers } from './wizard.ts'

const LIST = '/admin/audience/imports'

/** One list on its way from a file to the people. */
export function ImportView(view: AdminViewServerProps) {
  const id = z.uuid().safeParse([view.params?.segments ?? []].flat().at(-1))
  const path = id.success ? `${LIST}/${id.data}` : LIST
  return officerView(view, { path, title: 'nav.imports' }, (officer) =>
    imported(officer, id.success ? id.data : null),
  )
}

async function imported(view: OfficerView, id: string | null) {
  const { payload, context, t } = view
  const list = id === null ? null : await findImport(id, databaseOf(payload))
  if (list === null)
    return (
      <ViewHead level={1} over={<a href={LIST}>{t('nav.imports')}</a>} title={t('imports.refused.gone')} />
    )
  return (
    <>
      <ViewHead level={1} over={<a href={LIST}>{t('nav.imports')}</a>} title={list.fileName} />
      <ImportWizard
        key={list.id}
        first={await openedImport(list, t)}
        offers={await offersOf(view)}
        texts={textsFor(view)}
        language={context.language}
      />
    </>
  )
}

async function offersOf({ payload, context }: OfficerView): Promise<ImportOffers> {
  const newsletters = await newsletterNames(payload, context.language)
  return {
    encodings,
    delimiters,
    sources: fileSources,
    fields: importFields,
    frequencies,
    barReasons,
    languages: locales.map((locale) => ({ locale, name: context.languageName(locale) })),
    locales: await networkLocales(payload),
    newsletters: [...newsletters].map(([id, name]) => ({ id, name })),
  }
}

/** Words that the wizard shares with other views come along. */
function textsFor({ context: { language } }: OfficerView): Texts {
  const terms = translator(language, 'terms')
  return {
    ...audienceTexts(
      language,
      'imports.',
      'officer.',
      'numbers.first-language',
      'numbers.newsletters',
      'numbers.frequency',
      'numbers.wanted.',
      'person.role',
      'person.organisation',
      'people.address',
      'people.filter',
      'suppressions.column.reason',
      'suppressions.reason.',
    ),
    ...Object.fromEntries(frequencies.map((each) => [`frequency.${each}`, terms(`frequency.${each}`)])),
  }
}
