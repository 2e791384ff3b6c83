import { LANGUAGE_HELD, type WaitingMails } from '../../../ledger/issue-progress/waiting-mails.ts'

/** The next first, as given: what waits for several moments is told by its next one. Each deadline of a language stands alone. */
export function waitingReasons(waiting: readonly WaitingMails[]): readonly Omit<WaitingMails, 'locale'>[] {
  const nameOf = ({ reason, until }: WaitingMails): string =>
    reason === LANGUAGE_HELD ? `${reason} ${until?.getTime()}` : String(reason)
  return [...Map.groupBy(waiting, nameOf).values()].map((some) => ({
    reason: some[0]?.reason ?? null,
    people: some.reduce((sum, { people }) => sum + people, 0),
    until: some.find(({ until }) => until !== null)?.until ?? null,
  }))
}
