import type { ItemReport } from '../../dissemination/item-report.ts'
import type { ToldChange } from '../../outbox/outbox.ts'
import type { Editor } from './editor.ts'

/** What an editor can see of an item's way. */
export interface Told extends ItemReport {
  readonly changes: readonly ToldChange[]
}

export const told = (editor: Editor, practiceId: string): Promise<Told> =>
  editor.get<Told>(`/dissemination/practices/${practiceId}`)

/** Every change is planned, and nothing is still to be done or under way. */
export const isSettled = ({ changes, deliveries }: Told): boolean =>
  changes.every(({ plannedAt }) => plannedAt !== null) &&
  deliveries.every(({ state }) => state !== 'planned' && state !== 'submitting')
