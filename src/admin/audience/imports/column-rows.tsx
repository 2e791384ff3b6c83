import type { ImportField } from '../../../audience/imports/import-fields.ts'
import type { FilePreview } from '../../../audience/imports/preview-file.ts'
import type { TextReader } from '../../client-texts.ts'
import { columnName } from './sample-table.tsx'
import { fieldKey } from './wizard.ts'

interface ColumnRowsProps {
  readonly columns: readonly (ImportField | null)[]
  readonly preview: FilePreview | null
  readonly fields: readonly ImportField[]
  readonly onChoose: (column: number, field: ImportField | null) => void
  readonly t: TextReader
}

/** One choice a column, beside what the first rows hold. */
export const ColumnRows = ({ columns, preview, fields, onChoose, t }: ColumnRowsProps) => (
  <ul className="em-import-columns">
    {columns.map((field, column) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
      <li key={column}>
        <label className="em-officer-field">
          <span>
            <bdi>{columnName(preview?.header ?? [], column, t)}</bdi>
          </span>
          <select
            value={field ?? ''}
            onChange={({ target }) => onChoose(column, fields.find((each) => each === target.value) ?? null)}
          >
            <option value="">{t('imports.field.none')}</option>
            {fields.map((each) => (
              <option key={each} value={each}>
                {t(fieldKey(each))}
              </option>
            ))}
          </select>
        </label>
        <small>
          <bdi>{samplesOf(preview, column)}</bdi>
        </small>
      </li>
    ))}
  </ul>
)

const SAMPLES = 3

const samplesOf = (preview: FilePreview | null, column: number): string =>
  (preview?.rows ?? [])
    .map((row) => row[column] ?? '')
    .filter((cell) => cell !== '')
    .slice(0, SAMPLES)
    .join(' · ')
