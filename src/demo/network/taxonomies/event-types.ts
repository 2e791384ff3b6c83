import type { DemoEvent } from '../shapes.ts'
import type { DemoTerm } from './demo-term.ts'

/** Kinds of events. */
export const eventTypes: readonly DemoTerm<DemoEvent['type']>[] = [
  {
    key: 'conference',
    labels: {
      en: 'Conference',
      fr: 'Conférence',
      de: 'Konferenz',
      es: 'Conferencia',
      it: 'Conferenza',
      el: 'Συνέδριο',
      ar: 'مؤتمر',
      uk: 'Конференція',
    },
  },
  {
    key: 'webinar',
    labels: {
      en: 'Webinar',
      fr: 'Webinaire',
      de: 'Webinar',
      es: 'Seminario en línea',
      it: 'Webinar',
      el: 'Διαδικτυακό σεμινάριο',
      ar: 'ندوة عبر الإنترنت',
      uk: 'Вебінар',
    },
  },
  {
    key: 'workshop',
    labels: {
      en: 'Workshop',
      fr: 'Atelier',
      de: 'Workshop',
      es: 'Taller',
      it: 'Laboratorio',
      el: 'Εργαστήριο',
      ar: 'ورشة عمل',
      uk: 'Практичний семінар',
    },
  },
  {
    key: 'peer-review',
    labels: {
      en: 'Peer review',
      fr: 'Revue par les pairs',
      de: 'Peer-Review',
      es: 'Revisión entre pares',
      it: 'Revisione tra pari',
      el: 'Αξιολόγηση από ομοτίμους',
      ar: 'مراجعة النظراء',
      uk: 'Взаємне оцінювання',
    },
  },
  {
    key: 'meeting',
    labels: {
      en: 'Meeting',
      fr: 'Réunion',
      de: 'Treffen',
      es: 'Reunión',
      it: 'Incontro',
      el: 'Συνάντηση',
      ar: 'اجتماع',
      uk: 'Зустріч',
    },
  },
]
