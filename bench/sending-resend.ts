import { fakeResend } from '../src/testing/fake-resend.ts'

/** The mail service in a process of its own. Its argument is how many requests it takes in a second, where that is to be limited. */
const service = await fakeResend({ requestsPerSecond: Number(process.argv[2] ?? Infinity) })
process.send?.({ port: Number(new URL(service.url).port) })
process.on('message', () => process.send?.({ mails: service.mails().length, requests: service.requests() }))
