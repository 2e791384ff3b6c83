import { randomUUID } from 'node:crypto'

import { env } from '../../env.ts'
import { goingFirst } from '../../newsletter/transports/request-pace.ts'
import { sendSingle } from '../../newsletter/transports/send-single.ts'
import { type Course, transportsNow } from './course.ts'

const TIMEOUT_MS = 30_000

/** Somebody signs up: what they are to confirm leaves at once, beside all else, by a process that nothing happens to. */
export function askForConfirmation(course: Course): void {
  const { stage, confirmations } = course
  const [first, ...others] = transportsNow(course).map((name) => stage.transportOf(0, name))
  if (first === undefined) return
  const standingIn = {
    ...first,
    sendOne: (mail: Parameters<typeof first.sendOne>[0], options: Parameters<typeof first.sendOne>[1]) =>
      sendSingle([first, ...others], mail, options),
  }
  const id = randomUUID()
  const address = `confirms-${id}@example.org`
  const mail = {
    key: `subscription/${id}`,
    from: { name: 'EMEN', address: env.CONFIRMATIONS_FROM },
    replyTo: null,
    to: address,
    subject: 'Please confirm',
    html: null,
    text: 'Was it you?',
    locale: 'en',
  }
  const outcome = goingFirst(standingIn, stage.payload)
    .sendOne(mail, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    .then(
      ({ kind }) => kind,
      () => 'fault' as const,
    )
  confirmations.push({ address, outcome })
}
