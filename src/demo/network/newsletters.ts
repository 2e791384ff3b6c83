import type { DemoLocale } from './shapes.ts'
import { demoLocales } from './shapes.ts'
import type { EveryLocale } from './taxonomies/demo-term.ts'

export type NewsletterKey = 'emen-letter' | 'finance-for-founders' | 'calls-and-events'

interface NewsletterTexts {
  readonly name: string
  readonly description: string
  /** Who the mail comes from, as the inbox shows it. */
  readonly fromName: string
}

export interface DemoNewsletter {
  readonly key: NewsletterKey
  readonly locales: readonly DemoLocale[]
  readonly itemFallback: 'show-labelled' | 'leave-out'
  readonly editionFallback: 'fallback-locale' | 'skip'
  readonly texts: EveryLocale<NewsletterTexts>
}

/** Where nobody can be reached, as the imprint says too. */
export const postalAddress = 'EMEN demonstration, Sample Street 1, 1000 Brussels'

/** Three letters with three ways of dealing with what is missing in a language. */
export const demoNewsletters: readonly DemoNewsletter[] = [
  {
    key: 'emen-letter',
    locales: demoLocales,
    itemFallback: 'show-labelled',
    editionFallback: 'fallback-locale',
    texts: {
      en: {
        name: 'EMEN letter',
        description: 'Once a month: what works, what did not, and who to ask.',
        fromName: 'EMEN letter',
      },
      fr: {
        name: 'La lettre EMEN',
        description: 'Une fois par mois : ce qui marche, ce qui n’a pas marché, et à qui demander.',
        fromName: 'La lettre EMEN',
      },
      de: {
        name: 'EMEN-Brief',
        description: 'Einmal im Monat: was funktioniert, was nicht, und wen man fragen kann.',
        fromName: 'EMEN-Brief',
      },
      es: {
        name: 'Carta EMEN',
        description: 'Una vez al mes: qué funciona, qué no y a quién preguntar.',
        fromName: 'Carta EMEN',
      },
      it: {
        name: 'Lettera EMEN',
        description: 'Una volta al mese: che cosa funziona, che cosa no e a chi chiedere.',
        fromName: 'Lettera EMEN',
      },
      el: {
        name: 'Επιστολή EMEN',
        description: 'Μία φορά τον μήνα: τι πετυχαίνει, τι δεν πέτυχε και ποιον να ρωτήσετε.',
        fromName: 'Επιστολή EMEN',
      },
      ar: {
        name: 'رسالة EMEN',
        description: 'مرة في الشهر: ما الذي ينجح، وما الذي لم ينجح، ومن نسأل.',
        fromName: 'رسالة EMEN',
      },
      uk: {
        name: 'Лист EMEN',
        description: 'Раз на місяць: що працює, що не вдалося і кого запитати.',
        fromName: 'Лист EMEN',
      },
    },
  },
  {
    key: 'finance-for-founders',
    locales: demoLocales,
    itemFallback: 'leave-out',
    editionFallback: 'skip',
    texts: {
      en: {
        name: 'Finance for founders',
        description: 'Four times a year: loans, savings groups and the questions lenders ask.',
        fromName: 'Finance for founders',
      },
      fr: {
        name: 'Financer son entreprise',
        description: 'Quatre fois par an : prêts, groupes d’épargne et questions des prêteurs.',
        fromName: 'Financer son entreprise',
      },
      de: {
        name: 'Geld zum Gründen',
        description: 'Viermal im Jahr: Kredite, Spargruppen und die Fragen der Geldgeber.',
        fromName: 'Geld zum Gründen',
      },
      es: {
        name: 'Dinero para emprender',
        description: 'Cuatro veces al año: préstamos, grupos de ahorro y lo que preguntan quienes prestan.',
        fromName: 'Dinero para emprender',
      },
      it: {
        name: 'Credito per chi comincia',
        description: 'Quattro volte l’anno: prestiti, gruppi di risparmio e le domande di chi presta.',
        fromName: 'Credito per chi comincia',
      },
      el: {
        name: 'Χρήματα για το ξεκίνημα',
        description: 'Τέσσερις φορές τον χρόνο: δάνεια, ομάδες αποταμίευσης και όσα ρωτούν οι δανειστές.',
        fromName: 'Χρήματα για το ξεκίνημα',
      },
      ar: {
        name: 'التمويل للمؤسسين',
        description: 'أربع مرات في السنة: القروض ومجموعات الادخار والأسئلة التي يطرحها المُقرضون.',
        fromName: 'التمويل للمؤسسين',
      },
      uk: {
        name: 'Гроші на початок',
        description: 'Чотири рази на рік: позики, ощадні групи та запитання кредиторів.',
        fromName: 'Гроші на початок',
      },
    },
  },
  {
    key: 'calls-and-events',
    locales: demoLocales,
    itemFallback: 'leave-out',
    editionFallback: 'fallback-locale',
    texts: {
      en: {
        name: 'Calls and events',
        description: 'Whenever there is a date to keep: events, calls and deadlines.',
        fromName: 'EMEN calls and events',
      },
      fr: {
        name: 'Appels et rendez-vous',
        description: 'Dès qu’il y a une date à retenir : événements, appels et échéances.',
        fromName: 'EMEN, appels et rendez-vous',
      },
      de: {
        name: 'Aufrufe und Termine',
        description: 'Immer wenn ein Termin ansteht: Veranstaltungen, Aufrufe und Fristen.',
        fromName: 'EMEN Aufrufe und Termine',
      },
      es: {
        name: 'Convocatorias y citas',
        description: 'Cada vez que hay una fecha que recordar: actos, convocatorias y plazos.',
        fromName: 'EMEN, convocatorias y citas',
      },
      it: {
        name: 'Bandi e appuntamenti',
        description: 'Ogni volta che c’è una data da ricordare: incontri, bandi e scadenze.',
        fromName: 'EMEN, bandi e appuntamenti',
      },
      el: {
        name: 'Προσκλήσεις και εκδηλώσεις',
        description: 'Όποτε υπάρχει ημερομηνία να θυμάστε: εκδηλώσεις, προσκλήσεις και προθεσμίες.',
        fromName: 'EMEN, προσκλήσεις και εκδηλώσεις',
      },
      ar: {
        name: 'دعوات ومواعيد',
        description: 'كلما كان هناك موعد يستحق التذكّر: فعاليات ودعوات ومهل.',
        fromName: 'EMEN، دعوات ومواعيد',
      },
      uk: {
        name: 'Конкурси та події',
        description: 'Щоразу, коли є дата, яку варто запам’ятати: події, конкурси й терміни.',
        fromName: 'EMEN, конкурси та події',
      },
    },
  },
]
