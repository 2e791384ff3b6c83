import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { openMailStore } from './mail-store.ts'
import { answer } from './routes.ts'
import { startSmtp } from './smtp.ts'

export interface MailCatcherSettings {
  /** 0: any free port. */
  readonly smtpPort: number
  /** 0: any free port. */
  readonly pagePort: number
  /** Where mails are kept. Made when it does not exist. */
  readonly folder: string
}

/** Stands in for the world's mailboxes on 127.0.0.1: every mail ends here and can be looked at. */
export interface MailCatcher {
  /** For SMTP_URL. */
  readonly smtpUrl: string
  /** Page for people; below it `/api/mails` for programs. Without a slash at the end. */
  readonly url: string
  stop(): Promise<void>
}

export async function startMailCatcher({
  smtpPort,
  pagePort,
  folder,
}: MailCatcherSettings): Promise<MailCatcher> {
  const store = await openMailStore(folder)
  const smtp = await startSmtp(smtpPort, store)
  const pages = createServer(answer(store))
  pages.listen(pagePort, '127.0.0.1')
  await once(pages, 'listening')
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    url: `http://127.0.0.1:${(pages.address() as AddressInfo).port}`,
    async stop() {
      pages.close()
      pages.closeAllConnections()
      await smtp.stop()
    },
  }
}
