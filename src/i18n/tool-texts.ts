import { createInstance } from 'i18next'

import { readTexts } from './read-texts.ts'

/**
 * Texts of the terminal, the mail catcher and the demo's partners: tools on the machine of whoever runs or tries the
 * product, and errors of the API for those who program against it. English only: no reader or editor ever sees them.
 */
const i18n = createInstance()
await i18n.init({
  lng: 'en',
  ns: ['tools'],
  initAsync: false,
  resources: { en: { tools: readTexts('en', 'tools') } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
})

export const toolTexts = i18n.getFixedT('en', 'tools')
