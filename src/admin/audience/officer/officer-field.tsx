import type { TFunction } from 'i18next'
import type { HTMLInputTypeAttribute } from 'react'

interface OfficerFieldProps {
  readonly name: string
  readonly label: string
  /** @default text */
  readonly type?: HTMLInputTypeAttribute
  readonly value?: string
  /** @default true */
  readonly isRequired?: boolean
}

/** A field of one line with its label above. */
export const OfficerField = ({
  name,
  label,
  type = 'text',
  value = '',
  isRequired = true,
}: OfficerFieldProps) => (
  <label className="em-officer-field">
    <span>{label}</span>
    <input
      key={value}
      name={name}
      type={type}
      required={isRequired}
      maxLength={500}
      autoComplete="off"
      defaultValue={value}
    />
  </label>
)

interface OfficerChoiceProps {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly options: readonly (readonly [value: string, text: string])[]
}

/** A choice of one, with its label above. */
export const OfficerChoice = ({ name, label, value = '', options }: OfficerChoiceProps) => (
  <label className="em-officer-field">
    <span>{label}</span>
    <select key={value} name={name} defaultValue={value}>
      {options.map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </select>
  </label>
)

interface OfficerPeriodProps {
  /** Of the namespace `audience`. */
  readonly t: TFunction
  /** `2026-12-01`. Unset: to be filled in. */
  readonly from?: string
  readonly until?: string
}

/** From one day to another, both with it. */
export const OfficerPeriod = ({ t, from, until }: OfficerPeriodProps) => (
  <div className="em-officer-pair">
    <OfficerField name="from" type="date" label={t('officer.from')} value={from} />
    <OfficerField name="until" type="date" label={t('officer.until')} value={until} />
  </div>
)
