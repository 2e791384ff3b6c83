import type { PersonalRenderer } from '../personal/personal-renderer.ts'

/** A person's digest in their language, of what is still public of what was planned for it. */
export const renderDigest: PersonalRenderer = async () => ({ skip: 'nothing-left' })
