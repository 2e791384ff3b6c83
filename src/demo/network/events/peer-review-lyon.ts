import type { DemoEvent } from '../shapes.ts'

export const peerReviewLyon: DemoEvent = {
  key: 'peer-review-lyon',
  sourceLocale: 'en',
  sample: true,
  communities: ['coaching-mentoring'],
  countries: ['FR'],
  topics: ['incubation', 'impact-measurement', 'coaching'],
  audiences: ['civil-society', 'regional-authorities', 'research'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [{ collection: 'news', key: 'peer-review-moved' }],
  type: 'peer-review',
  status: 'rescheduled',
  start: '2027-03-09T09:30',
  end: '2027-03-10T16:00',
  previousStart: '2026-11-17T09:30',
  timeZone: 'Europe/Paris',
  mode: 'onsite',
  city: 'Lyon',
  languages: ['fr', 'en'],
  organisers: ['sample-organisation'],
  registrationUrl: null,
  texts: {
    en: {
      title: 'Peer review: an incubator opens its books',
      summary:
        'For two days an incubator for newcomers shows five peers from other countries how it works: its numbers, its doubts, its waiting list. On the second afternoon they tell it what they would change.',
      body: 'Places go to people who run such a scheme themselves. What is said in the room stays in the room; the host decides what is published.',
      venue: 'Atelier des Pentes, Lyon',
      statusNote: 'Moved from November 2026 to March 2027 so that last year’s figures are complete.',
    },
    fr: {
      title: 'Revue par les pairs : un incubateur ouvre ses livres',
      summary:
        'Pendant deux jours, un incubateur pour nouveaux arrivants montre à cinq pairs venus d’autres pays comment il travaille : ses chiffres, ses doutes, sa liste d’attente. Le second après-midi, ils lui disent ce qu’ils changeraient.',
      body: 'Les places vont à des personnes qui dirigent elles-mêmes un tel dispositif. Ce qui se dit dans la salle y reste ; l’hôte décide de ce qui est publié.',
      venue: 'Atelier des Pentes, Lyon',
      statusNote:
        'Reportée de novembre 2026 à mars 2027 pour disposer des chiffres complets de l’année écoulée.',
    },
    it: {
      title: 'Revisione tra pari: un incubatore apre i libri',
      summary:
        'Per due giorni un incubatore per chi è appena arrivato mostra a cinque colleghi di altri paesi come lavora: i numeri, i dubbi, la lista d’attesa. Il secondo pomeriggio gli dicono che cosa cambierebbero.',
      body: 'I posti sono per chi dirige un programma simile. Quello che si dice nella sala resta nella sala; decide chi ospita che cosa pubblicare.',
      venue: 'Atelier des Pentes, Lione',
      statusNote: 'Spostata da novembre 2026 a marzo 2027 per avere i dati completi dell’anno.',
    },
  },
}
