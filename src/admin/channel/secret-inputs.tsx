'use client'

import { useDocumentInfo, useField, useFormFields } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

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

  // What is typed is shown from here and not from the form, which keeps it after a save: it has no business on the page then.
  const [typed, setTyped] = useState<Values>({})
  const savedAt: unknown = useDocumentInfo().data?.updatedAt
  const shownSince = useRef(savedAt)
  useEffect(() => {
    if (savedAt === shownSince.current) return
    shownSince.current = savedAt
    setKnown((before) => ({
      service: String(service),
      baseUrl: String(place),
      names: [...(isOf(before, service, place) ? before.names : []), ...namesIn(typed)],
    }))
    setTyped({})
    setValue({}, true)
  }, [savedAt, typed, service, place, setValue])

  if (chosen === undefined || chosen.secrets.length === 0) return null
  return (
    <fieldset className="field-type em-channel-inputs">
      <legend>{t('views.channel.secrets')}</legend>
      {chosen.secrets.map(({ name, label, help, isRequired }) => {
        const id = `field-secrets-${name}`
        const isStored = isOf(known, service, place) && known.names.includes(name)
        const isTyped = (typed[name] ?? '') !== ''
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
              value={typed[name] ?? ''}
              disabled={isReadOnly}
              required={isRequired && !isStored}
              aria-describedby={fault !== undefined ? `${id}-help field-secrets-faults` : `${id}-help`}
              onChange={({ target }) => {
                const next = { ...typed, [name]: target.value }
                setTyped(next)
                setValue(next)
              }}
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
