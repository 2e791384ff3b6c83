import type { fakeSmtp } from './fake-smtp.ts'

/** Meanwhile the server takes so many mails whole and answers none of them, until their connection ends a moment later. */
export async function withSilence(
  server: Awaited<ReturnType<typeof fakeSmtp>>,
  mails: number,
  meanwhile: () => Promise<void>,
): Promise<void> {
  for (let each = 0; each < mails; each++) server.failNext({ at: 'dot', stall: true })
  const cutting = setInterval(server.cutStalled, 20)
  await meanwhile().finally(() => clearInterval(cutting))
  server.forgetFaults()
}
