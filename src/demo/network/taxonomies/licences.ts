import type { DemoTerm, LicenceKey } from './demo-term.ts'

/** Under which terms items may be used. */
export const licences: readonly DemoTerm<LicenceKey>[] = [
  {
    key: 'cc-by-4.0',
    authorityUri: 'https://creativecommons.org/licenses/by/4.0/',
    labels: {
      en: 'Creative Commons Attribution 4.0',
      fr: 'Creative Commons Attribution 4.0',
      de: 'Creative Commons Namensnennung 4.0',
      es: 'Creative Commons Atribución 4.0',
      it: 'Creative Commons Attribuzione 4.0',
      el: 'Creative Commons Αναφορά Δημιουργού 4.0',
      ar: 'المشاع الإبداعي: نسب المُصنَّف 4.0',
      uk: 'Creative Commons Із зазначенням авторства 4.0',
    },
  },
  {
    key: 'cc-by-sa-4.0',
    authorityUri: 'https://creativecommons.org/licenses/by-sa/4.0/',
    labels: {
      en: 'Creative Commons Attribution-ShareAlike 4.0',
      fr: 'Creative Commons Attribution – Partage dans les mêmes conditions 4.0',
      de: 'Creative Commons Namensnennung, Weitergabe unter gleichen Bedingungen 4.0',
      es: 'Creative Commons Atribución-CompartirIgual 4.0',
      it: 'Creative Commons Attribuzione – Condividi allo stesso modo 4.0',
      el: 'Creative Commons Αναφορά Δημιουργού, Παρόμοια Διανομή 4.0',
      ar: 'المشاع الإبداعي: نسب المُصنَّف، الترخيص بالمثل 4.0',
      uk: 'Creative Commons Із зазначенням авторства, Поширення на тих самих умовах 4.0',
    },
  },
  {
    key: 'rights-reserved',
    authorityUri: 'http://rightsstatements.org/vocab/InC/1.0/',
    labels: {
      en: 'All rights reserved',
      fr: 'Tous droits réservés',
      de: 'Alle Rechte vorbehalten',
      es: 'Todos los derechos reservados',
      it: 'Tutti i diritti riservati',
      el: 'Με την επιφύλαξη παντός δικαιώματος',
      ar: 'جميع الحقوق محفوظة',
      uk: 'Усі права застережено',
    },
  },
]
