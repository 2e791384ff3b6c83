import type { ItemKey } from './shapes.ts'

/**
 * Published last, when the channels are there already: so each channel has something to show, and none is flooded with
 * ten years of news. The last of each collection is what a reader sees first.
 */
export const newest: readonly ItemKey[] = [
  { collection: 'practices', key: 'athens-permit-desk' },
  { collection: 'practices', key: 'lyon-savings-circles' },
  { collection: 'events', key: 'athens-open-day' },
  { collection: 'events', key: 'ask-an-adviser' },
  { collection: 'news', key: 'second-lease' },
  { collection: 'news', key: 'mentors-wanted' },
]
