import { useRef } from 'react'

import type { FileFormat } from '../../../audience/imports/file-format.ts'
import type { AudienceImport, ImportChanges } from '../../../audience/imports/import-store.ts'
import { ChoiceField } from './choice-field.tsx'
import { SampleTable } from './sample-table.tsx'
import { isOpen, type StepProps } from './wizard.ts'

const delimiterKeys: Readonly<Record<FileFormat['delimiter'], string>> = {
  ',': 'imports.delimiter.comma',
  ';': 'imports.delimiter.semicolon',
  '\t': 'imports.delimiter.tab',
  '|': 'imports.delimiter.bar',
}

const sourceNames = { listmonk: 'listmonk', mailchimp: 'Mailchimp' } as const

/** How the file is read. Each choice is saved at once, so that the sample shows what comes of it. */
export function FileStep({ used, offers, t, onNext }: StepProps) {
  const { list, save, said } = used
  const { format, brings, preview } = list
  const saving = useRef<Promise<boolean>>(Promise.resolve(true))
  const keep = (changes: ImportChanges): void => {
    saving.current = save(changes)
  }
  const read = (change: Partial<FileFormat>): void => keep({ format: { ...format, ...change } })
  // Whoever goes on while the last choice is still being saved gets the columns that come of it.
  const goOn = async (): Promise<void> => {
    if (await saving.current) onNext()
    saving.current = Promise.resolve(true)
  }
  return (
    <>
      <fieldset className="em-import-set" disabled={!isOpen(used)}>
        <legend className="em-sr">{t('imports.step.file')}</legend>
        <div className="em-import-fields">
          <ChoiceField
            label={t('imports.brings')}
            value={brings}
            options={(['people', 'suppressions'] as const).map(
              (each): readonly [AudienceImport['brings'], string] => [each, t(`imports.brings.${each}`)],
            )}
            onChoose={(each) => keep({ brings: each })}
          />
          <ChoiceField
            label={t('imports.source')}
            value={format.source}
            options={offers.sources.map((each) => [
              each,
              each === 'other' ? t('imports.source.other') : sourceNames[each],
            ])}
            onChoose={(source) => read({ source })}
          />
          <ChoiceField
            label={t('imports.encoding')}
            value={format.encoding}
            options={offers.encodings.map((each) => [each, each.toUpperCase()])}
            onChoose={(encoding) => read({ encoding })}
          />
          <ChoiceField
            label={t('imports.delimiter')}
            value={format.delimiter}
            options={offers.delimiters.map((each) => [each, t(delimiterKeys[each])])}
            onChoose={(delimiter) => read({ delimiter })}
          />
        </div>
        <label className="em-check">
          <input
            type="checkbox"
            checked={format.hasHeader}
            onChange={({ target }) => read({ hasHeader: target.checked })}
          />
          {t('imports.header')}
        </label>
      </fieldset>
      {preview !== null && <SampleTable preview={preview} t={t} />}
      <div className="em-officer-do">
        <button type="button" className="em-button em-button-first" onClick={() => void goOn()}>
          {t('imports.next')}
        </button>
        <p role="status">{said}</p>
      </div>
    </>
  )
}
