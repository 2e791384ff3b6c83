import type { DemoPractice } from '../shapes.ts'
import type { DemoTerm } from './demo-term.ts'

/** Whom a practice supports. */
export const targetGroups: readonly DemoTerm<DemoPractice['targetGroups'][number]>[] = [
  {
    key: 'migrants',
    labels: {
      en: 'Migrants',
      fr: 'Personnes migrantes',
      de: 'Zugewanderte',
      es: 'Personas migrantes',
      it: 'Persone migranti',
      el: 'Μετανάστες',
      ar: 'المهاجرون',
      uk: 'Мігранти',
    },
  },
  {
    key: 'refugees',
    labels: {
      en: 'Refugees',
      fr: 'Personnes réfugiées',
      de: 'Geflüchtete',
      es: 'Personas refugiadas',
      it: 'Persone rifugiate',
      el: 'Πρόσφυγες',
      ar: 'اللاجئون',
      uk: 'Біженці',
    },
  },
  {
    key: 'migrant-women',
    labels: {
      en: 'Migrant women',
      fr: 'Femmes migrantes',
      de: 'Zugewanderte Frauen',
      es: 'Mujeres migrantes',
      it: 'Donne migranti',
      el: 'Μετανάστριες',
      ar: 'المهاجرات',
      uk: 'Жінки-мігрантки',
    },
  },
  {
    key: 'young-migrants',
    labels: {
      en: 'Young migrants',
      fr: 'Jeunes migrants',
      de: 'Junge Zugewanderte',
      es: 'Jóvenes migrantes',
      it: 'Giovani migranti',
      el: 'Νέοι μετανάστες',
      ar: 'الشباب المهاجرون',
      uk: 'Молоді мігранти',
    },
  },
  {
    key: 'diaspora',
    labels: {
      en: 'Diaspora',
      fr: 'Diaspora',
      de: 'Diaspora',
      es: 'Diáspora',
      it: 'Diaspora',
      el: 'Διασπορά',
      ar: 'أبناء الشتات',
      uk: 'Діаспора',
    },
  },
  {
    key: 'third-country-nationals',
    labels: {
      en: 'Third-country nationals',
      fr: 'Ressortissants de pays tiers',
      de: 'Drittstaatsangehörige',
      es: 'Nacionales de terceros países',
      it: 'Cittadini di paesi terzi',
      el: 'Υπήκοοι τρίτων χωρών',
      ar: 'مواطنو بلدان ثالثة',
      uk: 'Громадяни третіх країн',
    },
  },
]
