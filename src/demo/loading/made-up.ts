import { createHash } from 'node:crypto'

import type { ConsentWording } from '../../audience/consent-wording.ts'

const text = 'Made up for this demonstration: nobody agreed to anything, and nobody has this address.'

/** What stands in the proof of consent of a reader who does not exist. */
export const madeUp: ConsentWording = {
  text,
  version: 'demo',
  hash: createHash('sha256').update(text).digest('hex'),
  locale: 'en',
}
