import { row } from './layout.ts'
import type { Language, Texts } from './letter.ts'
import { type Mjml, mjml } from './mjml.ts'
import { light } from './theme.ts'

/** Said on top of a test, so that nobody takes it for the letter itself. */
export const testNotice = (language: Language, { t }: Texts): Mjml =>
  row(
    language,
    { space: [14, 14], size: 14, name: 'w' },
    mjml`<b class="w" style="color:${light.bad}">${t('test.notice')}</b>`,
  )
