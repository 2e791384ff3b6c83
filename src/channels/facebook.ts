import { byHand } from './by-hand.ts'

/**
 * A page on Facebook. Its interface is open to applications only that were reviewed and belong to a verified business, so a
 * person posts. The place to share takes an address and no words: these are copied.
 * https://developers.facebook.com/docs/sharing/reference/share-dialog
 */
export const facebook = byHand({
  name: 'facebook',
  fixedUrl: 'https://www.facebook.com',
  unit: 'code-units',
  limit: 63_206,
  lengthOf: (text) => text.length,
  imageLimits: {
    maxAltCharacters: 1_000,
    imageTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
  },
  openUrl: ({ url }) => `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`,
})
