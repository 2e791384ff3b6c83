'use client'

import { FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { StaticLabel } from 'payload'

import { type Texts, textReader } from '../client-texts.ts'
import type { ServiceOption } from './service-options.ts'

interface ServicePickerProps {
  readonly path: string
  readonly label: StaticLabel | undefined | false
  readonly isReadOnly: boolean
  readonly options: readonly ServiceOption[]
  readonly texts: Texts
  readonly language: string
}

/** The services by what they are for, and in a few sentences what the chosen one can do and what it cannot. */
export function ServicePicker({ path, label, isReadOnly, options, texts, language }: ServicePickerProps) {
  const t = textReader(texts, language)
  const { value, setValue, showError, errorMessage } = useField<string>({ path })
  const address = useField<string>({ path: 'baseUrl' })
  const settings = useField<unknown>({ path: 'settings' })
  const secrets = useField<unknown>({ path: 'secrets' })
  const chosen = options.find(({ name }) => name === value)
  const choose = (name: string): void => {
    setValue(name)
    address.setValue(options.find((option) => option.name === name)?.fixedUrl ?? '')
    // What one service asks for means nothing to another.
    settings.setValue({})
    secrets.setValue({})
  }
  return (
    <div className="field-type em-channel-field">
      <FieldLabel htmlFor="field-service" {...(label ? { label } : {})} required />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} {...(errorMessage && { message: errorMessage })} />
        <select
          id="field-service"
          className="em-select"
          value={value ?? ''}
          disabled={isReadOnly}
          aria-invalid={showError}
          aria-describedby="field-service-can"
          onChange={({ target }) => choose(target.value)}
        >
          <option value="" disabled>
            {t('views.channel.service.choose')}
          </option>
          {[...Map.groupBy(options, ({ look }) => look)].map(([look, ofLook]) => (
            <optgroup key={look} label={t(`views.channel.look.${look}`)}>
              {ofLook.map(({ name, label: shown }) => (
                <option key={name} value={name}>
                  {shown}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <ul id="field-service-can" className="em-channel-can" aria-live="polite">
        {chosen?.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
