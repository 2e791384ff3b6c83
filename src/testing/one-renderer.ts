import type { PersonalRenderer, PersonalRenderers } from '../dissemination/personal/personal-renderer.ts'

/** The same for mails of all kinds. */
export const oneRenderer = (renderer: PersonalRenderer): PersonalRenderers => ({
  digest: renderer,
  notice: renderer,
  reminder: renderer,
  press: renderer,
  answer: renderer,
  question: renderer,
})
