import type { TextFieldServerProps } from 'payload'

import { viewContext } from '../view-context.ts'
import { formTexts } from './form-texts.ts'
import { serviceOptions } from './service-options.ts'
import { ServicePicker } from './service-picker.tsx'

/** Which service a channel uses, among those that there are. */
export function ServiceField({ path, req, readOnly }: TextFieldServerProps) {
  const { language, t } = viewContext(req)
  return (
    <ServicePicker
      path={path}
      label={t('field.service')}
      isReadOnly={readOnly === true}
      options={serviceOptions(t)}
      texts={formTexts(language)}
      language={language}
    />
  )
}
