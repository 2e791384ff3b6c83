'use client'

import { useField, useFormFields, useFormModified, useFormProcessing, useFormSubmitted } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { type Texts, textReader } from '../client-texts.ts'
import { AccountFaults } from './account-faults.tsx'
import type { ServiceOption } from './service-options.ts'
import { useKeptFault } from './use-kept-fault.ts'

interface SecretInputsProps {
  readonly path: string
  readonly isReadOnly: boolean
  readonly options: readonly ServiceOption[]
  /** What is stored, and for which place. Null: the account is new. */
  readonly stored: StoredSecrets | null
  readonly texts: Texts
  readonly language: string
}

interface StoredSecrets {
  readonly service: string
  readonly baseUrl: string
  readonly names: readonly string[]
}

type Values = Readonly<Record<string, string>>

const namesIn = (values: Values | null | undefined): string[] =>
  Object.entries(values ?? {})
    .filter(([, secret]) => secret !== '')
    .map(([name]) => name)

/** Whether they were given for this place: for another they are of no use. */
const isOf = (stored: StoredSecrets | null, service: unknown, baseUrl: unknown): stored is StoredSecrets =>
  stored !== null && stored.service === service && stored.baseUrl === baseUrl

/** One input for each secret of the chosen service: it can be written and replaced, never read. */
export function SecretInputs({ path, isReadOnly, options, stored, texts, language }: SecretInputsProps) {
  const t = textReader(texts, language)
  const { value, setValue, showError, errorMessage } = useField<Values | null>({ path })
  const service = useFormFields(([fields]) => fields.service?.value)
  const baseUrl = useFormFields(([fields]) => fields.baseUrl?.value)
  const chosen = options.find(({ name }) => name === service)
  const place = chosen?.fixedUrl ?? baseUrl
  const [known, setKnown] = useState(stored)
  const fault = useKeptFault(showError ? errorMessage : undefined, [value, service, place])

  // Once it is saved, what was typed is stored for the place as it is now, and has no business on the page any more.
  const isSaving = useFormProcessing()
  const isRefused = useFormSubmitted()
  const isModified = useFormModified()
  useEffect(() => {
    const typed = namesIn(value)
    if (isModified || isSaving || isRefused || typed.length === 0) return
    setKnown((before) => ({
      service: String(service),
      baseUrl: String(place),
      names: [...(isOf(before, service, place) ? before.names : []), ...typed],
    }))
    setValue({}, true)
  }, [isModified, isSaving, isRefused, value, service, place, setValue])

  if (chosen === undefined || chosen.secrets.length === 0) return null
  const values = value ?? {}
  return (
    <fieldset className="field-type em-channel-inputs">
      <legend>{t('views.channel.secrets')}</legend>
      {chosen.secrets.map(({ name, label, help, isRequired }) => {
        const id = `field-secrets-${name}`
        const isStored = isOf(known, service, place) && known.names.includes(name)
        const isTyped = (values[name] ?? '') !== ''
        const standing = isStored ? (isTyped ? 'replaced' : 'stored') : 'none'
        return (
          <div key={name}>
            <label htmlFor={id}>
              {label}
              {isRequired && <span aria-hidden="true"> *</span>}
            </label>
            <input
              id={id}
              className="em-input"
              type="password"
              autoComplete="new-password"
              spellCheck={false}
              dir="ltr"
              value={values[name] ?? ''}
              disabled={isReadOnly}
              required={isRequired && !isStored}
              aria-describedby={fault !== undefined ? `${id}-help field-secrets-faults` : `${id}-help`}
              onChange={({ target }) => setValue({ ...values, [name]: target.value })}
            />
            <small id={`${id}-help`}>
              {(isStored || !isTyped) && <b>{t(`views.channel.secret.${standing}`)}</b>} {help}
            </small>
          </div>
        )
      })}
      <small>{t('views.channel.secrets.help')}</small>
      <AccountFaults id="field-secrets-faults" message={fault} />
    </fieldset>
  )
}
