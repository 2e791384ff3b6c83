import { createInstance } from 'i18next'

import { readTexts } from './translator.ts'

/**
 * Texts of the terminal, the mail catcher and the demo's partners: tools on the machine of whoever runs or tries the
 * product. They speak English only, as no reader, editor or partner ever sees them.
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
