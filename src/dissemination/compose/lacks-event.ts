import type { IssueSource } from '../issue-source.ts'

/** Whether the issue asks readers to something that is no event. */
export const lacksEvent = ({ design, items }: Pick<IssueSource, 'design' | 'items'>): boolean =>
  design === 'invitation' && items[0]?.collection !== 'events'
