import type { TextFieldServerProps } from 'payload'

import { services } from '../../channels/services.ts'
import { AddressInput } from './address-input.tsx'

/** Where an account is. Nothing to ask where the service is the same place for everybody. */
export function AddressField({ path, clientField, readOnly, schemaPath }: TextFieldServerProps) {
  return (
    <AddressInput
      path={path}
      field={clientField}
      readOnly={readOnly === true}
      schemaPath={schemaPath ?? path}
      atOnePlace={services.filter(({ fixedUrl }) => fixedUrl !== null).map(({ name }) => name)}
    />
  )
}
