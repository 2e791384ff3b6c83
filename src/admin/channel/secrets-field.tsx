import type { JSONFieldServerProps } from 'payload'

import { storedSecretNames } from '../../dissemination/check-account.ts'
import { viewContext } from '../view-context.ts'
import { formTexts } from './form-texts.ts'
import { SecretInputs } from './secret-inputs.tsx'
import { serviceOptions } from './service-options.ts'

/** What the chosen service needs to let us in. Only whether each is stored leaves the server, never a value. */
export async function SecretsField({ path, req, id, readOnly }: JSONFieldServerProps) {
  const { t, language } = viewContext(req)
  const account =
    id === undefined
      ? null
      : await req.payload.findByID({
          collection: 'channels',
          id: String(id),
          depth: 0,
          disableErrors: true,
          showHiddenFields: true,
          req,
        })
  return (
    <SecretInputs
      path={path}
      isReadOnly={readOnly === true}
      options={serviceOptions(t)}
      stored={
        account === null
          ? null
          : {
              service: account.service,
              baseUrl: account.baseUrl,
              names: storedSecretNames(account),
            }
      }
      texts={formTexts(language)}
      language={language}
    />
  )
}
