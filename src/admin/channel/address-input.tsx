'use client'

import { TextField, useFormFields } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'

interface AddressInputProps {
  readonly path: string
  readonly field: TextFieldClientProps['field']
  readonly readOnly: boolean
  readonly schemaPath: string
  /** Services whose address was filled in with their choice. */
  readonly atOnePlace: readonly string[]
}

/** The address of an account, unless its service has one for all. */
export function AddressInput({ atOnePlace, ...field }: AddressInputProps) {
  const service = useFormFields(([fields]) => fields.service?.value)
  return atOnePlace.includes(String(service)) ? null : <TextField {...field} />
}
