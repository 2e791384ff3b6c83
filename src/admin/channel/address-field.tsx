import type { TextFieldServerProps } from 'payload'

import { services } from '../../channels/services.ts'
import { viewContext } from '../view-context.ts'
import { AddressInput } from './address-input.tsx'

/** Where an account is. Nothing to ask where the service is the same place for everybody. */
export function AddressField({ path, req, clientField, readOnly, schemaPath }: TextFieldServerProps) {
  return (
    <AddressInput
      path={path}
      // The label that it has been given is in the language in which the server began.
      field={{ ...clientField, label: viewContext(req).t('field.baseUrl') }}
      readOnly={readOnly === true}
      schemaPath={schemaPath ?? path}
      atOnePlace={services.filter(({ fixedUrl }) => fixedUrl !== null).map(({ name }) => name)}
    />
  )
}
