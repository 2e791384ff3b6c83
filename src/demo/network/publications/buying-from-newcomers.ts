import type { DemoPublication } from '../shapes.ts'

export const buyingFromNewcomers: DemoPublication = {
  key: 'buying-from-newcomers',
  sourceLocale: 'en',
  sample: true,
  communities: ['professionalisation-diversity'],
  countries: ['SE', 'DE', 'ES'],
  topics: ['supplier-diversity', 'local-policy', 'diversity-management'],
  audiences: ['local-authorities', 'industry', 'national-authorities'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [
    { collection: 'news', key: 'supplier-register' },
    { collection: 'events', key: 'buyers-meet-makers' },
  ],
  type: 'policy-brief',
  date: '2026-09-03',
  publisher: 'sample-organisation',
  authors: ['Sample Organisation'],
  deliverable: null,
  partOf: null,
  pages: 8,
  texts: {
    en: {
      title: 'Buying from newcomers',
      subtitle: 'Five changes that open small public contracts',
      abstract:
        'Cities buy lunches, repairs, cleaning and print work every week, mostly from firms they have known for years. This brief describes five changes to small contracts that cost little: shorter forms, smaller lots, a named person to ask, payment within fifteen days, and telling those who lost why they lost.',
    },
    de: {
      title: 'Bei Neuen einkaufen',
      subtitle: 'Fünf Änderungen, die kleine öffentliche Aufträge öffnen',
      abstract:
        'Städte kaufen jede Woche Mittagessen, Reparaturen, Reinigung und Drucksachen, meist bei Firmen, die sie seit Jahren kennen. Dieses Papier beschreibt fünf Änderungen, die wenig kosten: kürzere Formulare, kleinere Lose, eine Person für Rückfragen, Zahlung innerhalb von fünfzehn Tagen und eine ehrliche Begründung für alle, die nicht zum Zug kommen.',
    },
    es: {
      title: 'Comprar a quien acaba de llegar',
      subtitle: 'Cinco cambios que abren los contratos públicos pequeños',
      abstract:
        'Las ciudades compran cada semana comidas, reparaciones, limpieza e imprenta, casi siempre a empresas que conocen desde hace años. Este documento describe cinco cambios que cuestan poco: formularios más cortos, lotes más pequeños, una persona a quien preguntar, pago en quince días y explicar a quien pierde por qué ha perdido.',
    },
  },
}
