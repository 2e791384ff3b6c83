import { smtp } from '../newsletter/transports/smtp.ts'
import { frozenBatch, frozenMail } from './describe-transport.ts'
import { fakeSmtp, type SmtpFault } from './fake-smtp.ts'

/** Waits ten seconds at the most. */
export const patient = () => ({ signal: AbortSignal.timeout(10_000) })

/** What becomes of one letter, and how many arrived, where the server fails at it like that. */
export const sendThrough = async (fault: SmtpFault, transportOptions = {}) => {
  await using server = await fakeSmtp()
  server.failNext(fault)
  const transport = smtp({ url: server.url, ...transportOptions })
  const [outcome] = await transport.send(frozenBatch([frozenMail(1)]), patient())
  await transport.close()
  return { outcome, arrived: server.mails().length }
}
