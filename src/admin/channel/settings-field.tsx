import type { JSONFieldServerProps } from 'payload'

import { viewContext } from '../view-context.ts'
import { serviceOptions } from './service-options.ts'
import { SettingInputs } from './setting-inputs.tsx'

/** What the chosen service asks of an account beside its address. */
export function SettingsField({ path, req, readOnly }: JSONFieldServerProps) {
  const { t } = viewContext(req)
  return <SettingInputs path={path} isReadOnly={readOnly === true} options={serviceOptions(t)} />
}
