import { momentAt, wallClockAt } from '../../../content/publishing/wall-clock.ts'
import type { ChoiceView } from '../cell-view.ts'

/** What is being chosen for a cell, as its form holds it. */
export interface Draft {
  /** Empty: as the channel's rules say. */
  readonly wanted: 'yes' | 'no' | ''
  /** Empty: what is composed. */
  readonly text: string
  readonly picture: ChoiceView['picture']
  readonly pictureId: string | null
  readonly alt: string
  /** `2026-12-03T09:00`, by the clocks of the channel. Empty: as soon as it may. */
  readonly at: string
}

export const draftOf = (choice: ChoiceView, timeZone: string): Draft => ({
  wanted: choice.wanted ?? '',
  text: choice.text ?? '',
  picture: choice.picture,
  pictureId: choice.pictureId,
  alt: choice.alt ?? '',
  at: choice.scheduledFor === null ? '' : wallClockAt(new Date(choice.scheduledFor), timeZone),
})

/** What is composed with it: the part of a choice that a preview needs. */
export const wordsOf = ({ text, picture, pictureId, alt }: Draft) => ({
  text: text.trim() === '' ? null : text.trim(),
  picture,
  pictureId: picture === 'own' ? pictureId : null,
  alt: picture === 'own' ? alt.trim() : null,
})

/** As the server takes it. A time that the clocks of the channel never show is sent as it stands, to be refused. */
export const choiceOf = (draft: Draft, timeZone: string) => ({
  wanted: draft.wanted === '' ? null : draft.wanted,
  ...wordsOf(draft),
  scheduledFor: draft.at === '' ? null : (momentAt(draft.at, timeZone)?.toISOString() ?? draft.at),
})
