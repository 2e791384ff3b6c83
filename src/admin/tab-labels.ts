import { adminLocales } from '../i18n/admin-languages.ts'
import { translator } from '../i18n/translator.ts'

/** Payload names a document's tabs from its own texts, so ours are added to them. */
export const tabLabels = Object.fromEntries(
  adminLocales.map((locale) => {
    const t = translator(locale, 'admin')
    return [
      locale,
      {
        views: {
          dissemination: t('views.item.tab'),
          preview: t('views.preview.tab'),
          send: t('views.send.tab'),
        },
      },
    ]
  }),
)

/** The label of one of our tabs. */
export const tabLabel =
  (name: 'dissemination' | 'preview' | 'send') =>
  ({ t }: { readonly t: (key: string) => string }): string =>
    t(`views:${name}`)
