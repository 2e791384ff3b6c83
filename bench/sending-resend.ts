import { fakeResend } from '../src/testing/fake-resend.ts'

/** The mail service in a process of its own. */
const service = await fakeResend()
process.send?.({ port: Number(new URL(service.url).port) })
process.on('message', () => process.send?.({ mails: service.mails().length }))
