import type { IssueSource } from '../../../dissemination/issue-source.ts'

const open: readonly IssueSource['state'][] = ['draft', 'scheduled', 'preparing']

/** Whether an issue's editions are still made anew each time they are looked at. */
export const isOpen = ({ state }: IssueSource): boolean => open.includes(state)
