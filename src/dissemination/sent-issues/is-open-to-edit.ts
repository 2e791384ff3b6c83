/** Whether an issue may still be put together, by its state: not from `preparing` on. One that is new has none yet. */
export const isOpenToEdit = (state: unknown): boolean =>
  state === undefined || state === null || state === 'draft' || state === 'scheduled'
