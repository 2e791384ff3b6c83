/** What is removed, or ended, after a time, each for itself. */
export const retentionRuleNames = [
  /** People whom nothing reaches any more, counted from when they left. */
  'endedSubscribers',
  /** Who it was that a mail went to, counted from the mail. What was sent, in which language and how it ended stays. */
  'deliveryPersons',
  /** The proof of consent, counted from the end of everything that it proves. */
  'consentProof',
  /** Who looked at addresses. */
  'addressLooks',
  /** The addresses in the rows of imports. What became of each row stays. */
  'importAddresses',
  /** What a sending service's list said, when it says so no longer. */
  'providerNotes',
  /** Questions that nobody answers become overdue, and are closed when nobody decides about them: nothing of them is removed yet. */
  'openQuestions',
  /** Questions with their answers, counted from when they were answered or closed. How many there were stays. */
  'questions',
] as const

export type RetentionRuleName = (typeof retentionRuleNames)[number]

type Days = Readonly<Record<RetentionRuleName, number>>

/** Where nothing else was decided. Three years after the end is how long a complaint about consent may take to come. */
export const usualDays: Days = {
  endedSubscribers: 30,
  deliveryPersons: 90,
  consentProof: 3 * 365,
  addressLooks: 2 * 365,
  importAddresses: 14,
  providerNotes: 90,
  openQuestions: 60,
  questions: 180,
}

/** Shorter would take away what the product itself still needs: a letter's link that undoes, a late bounce, an import's undo. */
export const shortestDays: Days = {
  endedSubscribers: 1,
  deliveryPersons: 30,
  consentProof: 365,
  addressLooks: 90,
  importAddresses: 1,
  providerNotes: 1,
  openQuestions: 14,
  questions: 30,
}
