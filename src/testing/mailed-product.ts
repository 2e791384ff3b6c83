import { afterAll } from 'vitest'

import { fakeSmtp } from './fake-smtp.ts'

/** For the top of a test file, before it imports the product: the product, and the mail server that its mails go to. */
export async function mailedProduct() {
  const smtp = await fakeSmtp()
  process.env.SMTP_URL = smtp.url
  // The product reads its environment when it is imported, so that comes after the mail server has its address.
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const { ownTransport } = await import('../newsletter/transports/transport-for.ts')
  const payload = await getPayload({ config })
  afterAll(async () => {
    await ownTransport().close()
    await payload.destroy()
    await smtp[Symbol.asyncDispose]()
  })
  return { smtp, payload, ownTransport }
}
