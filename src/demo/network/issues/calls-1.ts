import type { DemoIssue } from './demo-issue.ts'

export const calls1: DemoIssue = {
  newsletter: 'calls-and-events',
  number: 1,
  design: 'digest',
  sentAt: '2026-10-15T09:30',
  contents: [
    {
      kind: 'items',
      items: [
        { collection: 'events', key: 'buyers-meet-makers' },
        { collection: 'news', key: 'peer-review-moved' },
        { collection: 'events', key: 'peer-review-lyon' },
      ],
    },
  ],
  texts: {
    en: {
      subject: 'Berlin in December, Lyon in March',
      preheader: 'One market hall, one peer review with new dates.',
      intro: 'Two dates for your calendar. The second has changed.',
    },
    fr: {
      subject: 'Berlin en décembre, Lyon en mars',
      preheader: 'Une halle, et une revue par les pairs à de nouvelles dates.',
      intro: 'Deux dates à noter. La seconde a changé.',
    },
    de: {
      subject: 'Berlin im Dezember, Lyon im März',
      preheader: 'Eine Markthalle und ein Peer-Review mit neuem Termin.',
      intro: 'Zwei Termine für Ihren Kalender. Der zweite hat sich geändert.',
    },
    es: {
      subject: 'Berlín en diciembre, Lyon en marzo',
      preheader: 'Un mercado cubierto y una revisión entre pares con fechas nuevas.',
      intro: 'Dos fechas para tu agenda. La segunda ha cambiado.',
    },
    it: {
      subject: 'Berlino a dicembre, Lione a marzo',
      preheader: 'Un mercato coperto e una revisione tra pari con nuove date.',
      intro: 'Due date da segnare. La seconda è cambiata.',
    },
    el: {
      subject: 'Βερολίνο τον Δεκέμβριο, Λυών τον Μάρτιο',
      preheader: 'Μια σκεπαστή αγορά και μια αξιολόγηση με νέες ημερομηνίες.',
      intro: 'Δύο ημερομηνίες για το ημερολόγιό σας. Η δεύτερη άλλαξε.',
    },
    ar: {
      subject: 'برلين في ديسمبر، وليون في مارس',
      preheader: 'سوق مسقوفة، ومراجعة نظراء بمواعيد جديدة.',
      intro: 'موعدان لتقويمكم. وقد تغيّر الثاني.',
    },
    uk: {
      subject: 'Берлін у грудні, Ліон у березні',
      preheader: 'Критий ринок і взаємне оцінювання з новими датами.',
      intro: 'Дві дати для вашого календаря. Друга змінилася.',
    },
  },
}
