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
