import type { DemoNews } from '../shapes.ts'

export const supplierRegister: DemoNews = {
  key: 'supplier-register',
  sourceLocale: 'en',
  sample: true,
  communities: ['professionalisation-diversity'],
  countries: ['SE'],
  topics: ['supplier-diversity', 'local-policy'],
  audiences: ['local-authorities', 'industry'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [{ collection: 'publications', key: 'buying-from-newcomers' }],
  type: 'report',
  date: '2026-06-30',
  texts: {
    en: {
      title: 'A supplier register that fits on one page',
      teaser:
        'Forty fields became nine. In three months more small firms signed up than in the two years before.',
      body: 'The old form asked for three years of accounts. Who opened last year has none, so nobody who opened last year ever finished it.\n\nThe new one asks what the firm makes, how much it can deliver in a week, who answers the telephone and in which languages. Accounts are asked for when there is an order to be placed, not before.',
    },
    de: {
      title: 'Ein Lieferantenverzeichnis, das auf eine Seite passt',
      teaser:
        'Aus vierzig Feldern wurden neun. In drei Monaten haben sich mehr kleine Betriebe eingetragen als in den zwei Jahren davor.',
      body: 'Das alte Formular verlangte drei Jahresabschlüsse. Wer voriges Jahr eröffnet hat, hat keinen, also hat es niemand aus diesem Kreis je zu Ende ausgefüllt.\n\nDas neue fragt, was der Betrieb herstellt, wie viel er in einer Woche liefern kann, wer ans Telefon geht und in welchen Sprachen. Abschlüsse werden erst verlangt, wenn ein Auftrag ansteht.',
    },
    uk: {
      title: 'Реєстр постачальників на одну сторінку',
      teaser:
        'Із сорока полів залишилося дев’ять. За три місяці записалося більше малих підприємств, ніж за два попередні роки.',
      body: 'Стара форма вимагала звітності за три роки. Хто відкрився торік, її не має, тож ніхто з них не дійшов до кінця.\n\nНова питає, що підприємство виготовляє, скільки може поставити за тиждень, хто відповідає на дзвінки і якими мовами. Звітність просять тоді, коли є замовлення, а не раніше.',
    },
  },
}
