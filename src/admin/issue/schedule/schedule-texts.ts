import type { TFunction } from 'i18next'

import type { IssueHindrance } from '../../../dissemination/issue-hindrance.ts'
import type { MomentFault } from '../../../dissemination/schedule/read-moment.ts'
import type { Locale } from '../../../i18n/locales.ts'
import { momentFormat } from '../../moment-format.ts'

const said = ['title', 'at', 'zone', 'plan', 'working', 'twice'] as const
const faults = ['unknown-time-zone', 'no-such-time', 'skipped-time', 'past', 'too-far'] as const
const hindrances = ['no-items', 'no-event', 'no-edition', 'bad-segment'] as const

/** Everything that the server may object. */
type Objection = MomentFault['error'] | IssueHindrance | 'not-a-draft' | 'unreachable'

/** Texts that the form shows in the browser. `skipped-time` has a slot `{{instead}}`. */
export type ScheduleTexts = Readonly<Record<(typeof said)[number] | Objection, string>>

export const scheduleTexts = (t: TFunction): ScheduleTexts => ({
  ...named(said, (key) => t(`views.schedule.${key}`)),
  // The slot is filled by what the server answers.
  ...named(faults, (key) => t(`views.schedule.fault.${key}`, { instead: '{{instead}}' })),
  ...named(hindrances, (key) => t(`views.reason.issue.${key}`)),
  'not-a-draft': t('views.send.alreadySent'),
  unreachable: t('views.unreachable'),
})

const named = <Key extends string>(keys: readonly Key[], text: (key: Key) => string): Record<Key, string> =>
  Object.fromEntries(keys.map((key) => [key, text(key)])) as Record<Key, string>

/** What is said about an answer that is no success. */
export function objectionText(
  texts: ScheduleTexts,
  body: Readonly<Record<string, unknown>> | null,
  language: Locale,
): string {
  const error = body?.error
  if (typeof error !== 'string' || !(error in texts)) return texts.unreachable
  return texts[error as Objection].replace('{{instead}}', () =>
    // What the clocks of the chosen zone show, not a moment of ours.
    momentFormat(language, { weekday: 'short', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${body?.instead}Z`),
    ),
  )
}
