import mjml2html from 'mjml'

import { compact } from '../compact.ts'

/**
 * Turns MJML into the HTML that leaves us. Takes tens of milliseconds of the processor, so it runs in a thread of its own.
 * @throws when the source is no valid MJML, which is a fault of ours.
 */
export async function renderMjml(source: string): Promise<string> {
  const { html } = await mjml2html(source, {
    validationLevel: 'strict',
    keepComments: false,
    // By default MJML links web fonts, which would tell a third party who reads when.
    fonts: {},
  })
  return compact(html)
}
