'use client'

import { useField, useFormFields } from '@payloadcms/ui'

import { AccountFaults } from './account-faults.tsx'
import type { ServiceOption, SettingInput } from './service-options.ts'
import { useKeptFault } from './use-kept-fault.ts'

interface SettingInputsProps {
  readonly path: string
  readonly isReadOnly: boolean
  readonly options: readonly ServiceOption[]
}

type Values = Readonly<Record<string, string>>

/** One input for each setting of the chosen service. Nothing where it has none. */
export function SettingInputs({ path, isReadOnly, options }: SettingInputsProps) {
  const { value, setValue, showError, errorMessage } = useField<Values | null>({ path })
  const service = useFormFields(([fields]) => fields.service?.value)
  const fault = useKeptFault(showError ? errorMessage : undefined, [value, service])
  const settings = options.find(({ name }) => name === service)?.settings ?? []
  if (settings.length === 0) return null
  const values = value ?? {}
  return (
    <div className="field-type em-channel-inputs">
      {settings.map((setting) => (
        <SettingField
          key={setting.name}
          setting={setting}
          value={values[setting.name] ?? ''}
          isReadOnly={isReadOnly}
          isRefused={fault !== undefined}
          onChange={(text) => setValue({ ...values, [setting.name]: text })}
        />
      ))}
      <AccountFaults id="field-settings-faults" message={fault} />
    </div>
  )
}

interface SettingFieldProps {
  readonly setting: SettingInput
  readonly value: string
  readonly isReadOnly: boolean
  readonly isRefused: boolean
  readonly onChange: (value: string) => void
}

function SettingField({ setting, value, isReadOnly, isRefused, onChange }: SettingFieldProps) {
  const { name, label, help, isRequired, options } = setting
  const id = `field-settings-${name}`
  const shared = {
    id,
    value,
    disabled: isReadOnly,
    required: isRequired,
    'aria-describedby': isRefused ? `${id}-help field-settings-faults` : `${id}-help`,
  }
  return (
    <div>
      <label htmlFor={id}>
        {label}
        {isRequired && <span aria-hidden="true"> *</span>}
      </label>
      {options === null ? (
        <input
          {...shared}
          className="em-input"
          dir="auto"
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <select {...shared} className="em-select" onChange={({ target }) => onChange(target.value)}>
          <option value="">–</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
      <small id={`${id}-help`}>{help}</small>
    </div>
  )
}
