import { renderDigest } from '../digest/render-digest.ts'
import { renderPress } from '../press/render-press.ts'
import { renderAnswer } from '../questions/render-answer.ts'
import { renderStaffMail } from '../questions/render-staff-mail.ts'
import type { PersonalRenderers } from './personal-renderer.ts'
import { renderNotice } from './render-notice.ts'
import { renderReminder } from './render-reminder.ts'

/** What each kind of personal mail is made by. */
export const personalRenderers: PersonalRenderers = {
  digest: renderDigest,
  notice: renderNotice,
  // Not passed by name: what else it takes is for tests.
  reminder: (payload, mail) => renderReminder(payload, mail),
  press: (payload, mail) => renderPress(payload, mail),
  answer: renderAnswer,
  // Not passed by name: what else it takes is for tests.
  question: (payload, mail) => renderStaffMail(payload, mail),
}
