import { join } from 'node:path'

import type { Environment } from '../child-process.ts'
import { type LaunchPlan, portFor } from '../launch-plan.ts'
import type { Secrets } from '../secrets.ts'

/** What every process of the product is started with: the launcher's own environment, completed. */
export function childEnvironment(
  environment: Environment,
  plan: LaunchPlan,
  secrets: Secrets,
  databaseUrl: string,
): Environment {
  const isDemo = plan.databaseUrl === null
  const port = (purpose: Parameters<typeof portFor>[1]): string => String(portFor(plan, purpose) ?? '')
  return {
    ...environment,
    ...secrets,
    NODE_ENV: 'production',
    // Payload's use of pg is its makers' to see to, not for who starts the product.
    NODE_OPTIONS: [environment.NODE_OPTIONS, '--disable-warning=DeprecationWarning'].join(' ').trim(),
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    DATA_DIR: plan.dataFolder,
    MEDIA_DIR: plan.mediaFolder,
    IMPORTS_DIR: environment.IMPORTS_DIR || join(plan.dataFolder, 'imports'),
    PUBLIC_URL: plan.publicUrl,
    PORT: port('web'),
    MAIL_CATCHER_PORT: port('mails'),
    MAIL_CATCHER_SMTP_PORT: port('smtp'),
    PARTNERS_PORT: port('partners'),
    ...(plan.catchesMail && { SMTP_URL: `smtp://127.0.0.1:${port('smtp')}` }),
    // Of the demo alone: elsewhere nothing private may be reached unless somebody says so.
    ...(isDemo && { EMISSARY_DEMO: '1', ALLOWED_PRIVATE_HOSTS: `127.0.0.1:${port('partners')}` }),
    ...(!isDemo && { EMISSARY_DEMO: '' }),
    // A terminal that people read shows what needs them; a log that is collected shows what its owner chose.
    LOG_LEVEL: environment.LOG_LEVEL || (isDemo ? 'warn' : 'info'),
  }
}
