import { handleEndpoints } from 'payload'

import config from '../../../payload.config.ts'
import { type Course, oneOf } from './course.ts'
import { trueClock } from './skewed-clock.ts'
import { eventAbout, signedRequest } from './webhooks.ts'

type Event = ReturnType<typeof eventAbout>

const EVENTS_AT_ONCE = 5

/** Events about some of the mails that the service took, some of them twice, in no order. */
export async function tellSome(course: Course): Promise<void> {
  const { stage, random, firstMail } = course
  const mails = stage.resend.mails().slice(firstMail)
  const kinds = [
    ...(['delivered', 'delivered', 'delivery_delayed'] as const),
    ...(['bounced', 'refused', 'refused', 'complained', 'opened'] as const),
  ]
  const events = Array.from({ length: mails.length === 0 ? 0 : EVENTS_AT_ONCE }, () => {
    const mail = oneOf(mails, random) ?? mails[0]
    const kind = oneOf(kinds, random) ?? 'delivered'
    return mail === undefined ? [] : [eventAbout(mail, kind, new Date(trueClock()))]
  }).flat()
  const twice = events.filter(() => random() < 0.3)
  for (const event of [...events, ...twice]) await tellOnce(event, course)
}

/** What is not taken now is told again later. */
export async function tellOnce(event: Event, { untold }: Course): Promise<void> {
  if (!(await tell(event))) untold.push(event)
}

/** Answers whether it was taken. */
export async function tell(event: Event): Promise<boolean> {
  const { status } = await handleEndpoints({ config, request: signedRequest(event, new Date(trueClock())) })
  return status === 200
}
