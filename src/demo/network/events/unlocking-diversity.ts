import type { DemoEvent } from '../shapes.ts'

/** The record gives the month of the four webinars, not their days. */
export const unlockingDiversity: DemoEvent = {
  key: 'unlocking-diversity',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring', 'access-to-finance', 'professionalisation-diversity'],
  countries: [],
  topics: ['diversity-management', 'microfinance', 'local-policy'],
  audiences: ['civil-society', 'investors', 'local-authorities', 'research'],
  responsible: 'aeidl',
  workPackage: 5,
  related: [{ collection: 'news', key: 'third-meeting-online' }],
  type: 'webinar',
  status: 'moved-online',
  start: '2020-06-01T00:00',
  end: '2020-06-30T23:59',
  previousStart: null,
  timeZone: 'Europe/Brussels',
  mode: 'online',
  city: null,
  languages: ['en'],
  organisers: ['aeidl'],
  registrationUrl: null,
  texts: {
    en: {
      title: 'Unlocking diversity: four webinars',
      summary:
        'The network’s third annual event could not take place in a room, so it became a series of four webinars in June 2020, among them one on finance in times of crisis and one on the resilience of diverse cities.',
      statusNote: 'Held as four webinars because people could not travel.',
    },
    fr: {
      title: 'Libérer la diversité : quatre webinaires',
      summary:
        'La troisième rencontre annuelle du réseau n’a pas pu se tenir dans une salle. Elle est devenue une série de quatre webinaires en juin 2020, dont un sur le financement en temps de crise et un sur la résilience des villes diverses.',
      statusNote: 'Tenue sous forme de quatre webinaires, faute de pouvoir voyager.',
    },
    el: {
      title: 'Unlocking diversity: τέσσερα διαδικτυακά σεμινάρια',
      summary:
        'Η τρίτη ετήσια συνάντηση του δικτύου δεν μπορούσε να γίνει σε αίθουσα. Έγινε σειρά τεσσάρων διαδικτυακών σεμιναρίων τον Ιούνιο του 2020, ανάμεσά τους ένα για τη χρηματοδότηση σε καιρό κρίσης και ένα για την ανθεκτικότητα των πόλεων της ποικιλομορφίας.',
      statusNote: 'Έγινε ως τέσσερα διαδικτυακά σεμινάρια, επειδή τα ταξίδια δεν ήταν δυνατά.',
    },
    ar: {
      title: 'إطلاق طاقات التنوع: أربع ندوات عبر الإنترنت',
      summary:
        'لم يكن بالإمكان عقد اللقاء السنوي الثالث للشبكة في قاعة، فصار سلسلة من أربع ندوات عبر الإنترنت في يونيو 2020، منها ندوة عن التمويل في زمن الأزمات وأخرى عن صمود المدن المتنوعة.',
      statusNote: 'عُقد اللقاء في أربع ندوات عبر الإنترنت لتعذّر السفر.',
    },
    es: {
      title: 'Liberar la diversidad: cuatro seminarios en línea',
      summary:
        'El tercer encuentro anual de la red no pudo celebrarse en una sala y se convirtió en una serie de cuatro seminarios en línea en junio de 2020, entre ellos uno sobre la financiación en tiempos de crisis y otro sobre la resiliencia de las ciudades diversas.',
      statusNote: 'Se celebró en cuatro seminarios en línea porque no se podía viajar.',
    },
  },
}
