import { renderDigest } from '../digest/render-digest.ts'
import type { PersonalRenderers } from './personal-renderer.ts'

/** What each kind of personal mail is made by. */
export const personalRenderers: PersonalRenderers = {
  digest: renderDigest,
  notice: async () => ({ skip: 'nothing-left' }),
  reminder: async () => ({ skip: 'nothing-left' }),
}
