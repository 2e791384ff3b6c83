import type { Field } from 'payload'

import { toOne } from './relation.ts'
import { line } from './text.ts'

/**
 * Which dimension of which framework a score is on. A framework's version is a row of its own, so a score keeps the
 * version it was given on when a later one adds dimensions.
 */
export const dimension: readonly Field[] = [
  toOne('framework', 'frameworks', { required: true }),
  line('dimension', { required: true, maxLength: 40 }),
]
