import type { ItemKey } from '../shapes.ts'
import type { EveryLocale } from '../taxonomies/demo-term.ts'
import { alts, type PictureKey } from './alts.ts'

export interface DemoPicture {
  /** Name of the SVG beside this file: drawn for the demonstration, 320 by 200 units. */
  readonly key: PictureKey
  readonly alt: EveryLocale<string>
  readonly shownOn: readonly ItemKey[]
}

/** Items that none of these is shown on have the pattern that every item has. */
export const demoPictures: readonly DemoPicture[] = [
  {
    key: 'permit-desk',
    alt: alts['permit-desk'],
    shownOn: [
      { collection: 'practices', key: 'athens-permit-desk' },
      { collection: 'publications', key: 'one-door' },
    ],
  },
  {
    key: 'savings-book',
    alt: alts['savings-book'],
    shownOn: [
      { collection: 'practices', key: 'lyon-savings-circles' },
      { collection: 'news', key: 'women-of-the-market' },
    ],
  },
  {
    key: 'kitchen',
    alt: alts.kitchen,
    shownOn: [
      { collection: 'practices', key: 'palermo-shared-kitchen' },
      { collection: 'news', key: 'second-lease' },
    ],
  },
  {
    key: 'open-house',
    alt: alts['open-house'],
    shownOn: [
      { collection: 'events', key: 'athens-open-day' },
      { collection: 'news', key: 'mentors-wanted' },
    ],
  },
  {
    key: 'call',
    alt: alts.call,
    shownOn: [
      { collection: 'events', key: 'ask-an-adviser' },
      { collection: 'publications', key: 'plain-words' },
    ],
  },
  {
    key: 'market',
    alt: alts.market,
    shownOn: [
      { collection: 'practices', key: 'barcelona-small-lots' },
      { collection: 'publications', key: 'buying-from-newcomers' },
    ],
  },
  {
    key: 'long-table',
    alt: alts['long-table'],
    shownOn: [{ collection: 'events', key: 'buyers-meet-makers' }],
  },
]
