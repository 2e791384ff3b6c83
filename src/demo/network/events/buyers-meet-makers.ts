import type { DemoEvent } from '../shapes.ts'

export const buyersMeetMakers: DemoEvent = {
  key: 'buyers-meet-makers',
  sourceLocale: 'en',
  sample: true,
  communities: ['professionalisation-diversity'],
  countries: ['DE'],
  topics: ['supplier-diversity', 'networking', 'local-policy'],
  audiences: ['industry', 'local-authorities', 'end-users'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [{ collection: 'publications', key: 'buying-from-newcomers' }],
  type: 'workshop',
  status: 'as-planned',
  start: '2026-12-10T14:00',
  end: '2026-12-10T18:30',
  previousStart: null,
  timeZone: 'Europe/Berlin',
  mode: 'onsite',
  city: 'Berlin',
  languages: ['de', 'en', 'uk'],
  organisers: ['sample-organisation'],
  registrationUrl: 'https://events.sample.example/buyers-meet-makers',
  texts: {
    en: {
      title: 'Buyers meet makers',
      summary:
        'Twenty buyers from hospitals, schools and city offices, sixty small firms, ten minutes per table. Bring something you made, or something you need made.',
      body: 'Each firm gets six conversations with buyers who said beforehand what they are looking for. There is no stage and no panel.\n\n- 14:00 Doors, coffee, table numbers\n- 14:30 Three rounds of ten minutes\n- 16:00 Break: how to read a tender in half an hour\n- 16:30 Three more rounds\n- 18:00 Supper by two of the firms',
      venue: 'Markthalle am Kanal, Berlin',
    },
    de: {
      title: 'Einkauf trifft Handwerk',
      summary:
        'Zwanzig Einkäuferinnen und Einkäufer aus Kliniken, Schulen und Ämtern, sechzig kleine Betriebe, zehn Minuten pro Tisch. Bringen Sie mit, was Sie herstellen, oder sagen Sie, was Sie brauchen.',
      body: 'Jeder Betrieb führt sechs Gespräche mit Einkaufenden, die vorher gesagt haben, was sie suchen. Es gibt keine Bühne und kein Podium.\n\n- 14:00 Einlass, Kaffee, Tischnummern\n- 14:30 Drei Runden zu zehn Minuten\n- 16:00 Pause: eine Ausschreibung in einer halben Stunde lesen\n- 16:30 Drei weitere Runden\n- 18:00 Abendessen von zwei der Betriebe',
      venue: 'Markthalle am Kanal, Berlin',
    },
    uk: {
      title: 'Покупці зустрічають майстрів',
      summary:
        'Двадцять закупівельників із лікарень, шкіл і міських установ, шістдесят малих підприємств, десять хвилин за кожним столом. Візьміть із собою те, що виготовляєте, або скажіть, що вам потрібно.',
      body: 'Кожне підприємство матиме шість розмов із закупівельниками, які заздалегідь сказали, що шукають. Ні сцени, ні панельних дискусій не буде.\n\n- 14:00 Вхід, кава, номери столів\n- 14:30 Три раунди по десять хвилин\n- 16:00 Перерва: як прочитати тендер за пів години\n- 16:30 Ще три раунди\n- 18:00 Вечеря від двох підприємств',
      venue: 'Markthalle am Kanal, Берлін',
    },
  },
}
