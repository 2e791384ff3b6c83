import { join } from 'node:path'

import { serve } from '../child.ts'
import { startMailCatcher } from './mail-catcher.ts'

/** A child process of the launcher, which says where to listen and where `DATA_DIR` is. */
await serve(() =>
  startMailCatcher({
    smtpPort: Number(process.env.MAIL_CATCHER_SMTP_PORT),
    pagePort: Number(process.env.MAIL_CATCHER_PORT),
    folder: join(process.env.DATA_DIR ?? '.data', 'mails'),
  }),
)
