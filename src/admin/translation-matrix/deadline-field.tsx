import type { TextReader } from '../client-texts.ts'

interface DeadlineFieldProps {
  readonly t: TextReader
  readonly isRequired?: boolean
}

/** A day, which ends at midnight UTC: the same moment for people in several time zones. */
export const DeadlineField = ({ t, isRequired = false }: DeadlineFieldProps) => (
  <label className="em-field">
    <span>{t('matrix.bulk.due')}</span>
    <input
      type="date"
      name="deadline"
      className="em-input"
      required={isRequired}
      min={new Date().toISOString().slice(0, 10)}
    />
  </label>
)
