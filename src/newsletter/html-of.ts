import mjml2html from 'mjml'

import type { Mjml } from '../../emails/mjml.ts'
import { compact } from './compact.ts'

/**
 * Turns a mail's MJML into the HTML that leaves us.
 * @throws when the template is no valid MJML, which is a fault of ours.
 */
export async function htmlOf({ source }: Mjml): Promise<string> {
  const { html } = await mjml2html(source, {
    validationLevel: 'strict',
    keepComments: false,
    // By default MJML links web fonts, which would tell a third party who reads when.
    fonts: {},
  })
  return compact(html)
}
