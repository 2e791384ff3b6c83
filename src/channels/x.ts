import { byHand } from './by-hand.ts'
import { xLength } from './x-length.ts'

/** X. Its interface costs by the post, so a person posts, in a window that is filled in. https://docs.x.com/x-for-websites/tweet-button/overview */
export const x = byHand({
  name: 'x',
  fixedUrl: 'https://x.com',
  unit: 'characters',
  limit: 280,
  lengthOf: xLength,
  imageLimits: {
    maxAltCharacters: 1_000,
    imageTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
  },
  openUrl: ({ text }) => `https://x.com/intent/post?text=${encodeURIComponent(text)}`,
})
