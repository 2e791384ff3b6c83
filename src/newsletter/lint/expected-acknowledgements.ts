import type { LetterAcknowledgement, Texts } from '../../../emails/letter.ts'
import type { ExpectedAcknowledgement } from './edition-under-lint.ts'

/** What a letter has to say, in the very words in which it is to say it. */
export const expectedAcknowledgements = (
  acknowledgements: readonly LetterAcknowledgement[],
  { terms }: Texts,
): ExpectedAcknowledgement[] =>
  acknowledgements.map(({ statement, emblem, disclaimer }) => ({
    statement: terms(`acknowledgement.${statement}`),
    emblem,
    disclaimer: disclaimer && { text: disclaimer.text, locale: disclaimer.language.locale },
  }))
