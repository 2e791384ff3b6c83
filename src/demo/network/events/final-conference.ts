import type { DemoEvent } from '../shapes.ts'

/** The record gives the month, not the day. */
export const finalConference: DemoEvent = {
  key: 'final-conference',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring', 'access-to-finance', 'professionalisation-diversity'],
  countries: [],
  topics: ['networking', 'local-policy'],
  audiences: ['eu-institutions', 'national-authorities', 'local-authorities', 'civil-society'],
  responsible: 'aeidl',
  workPackage: 5,
  related: [
    { collection: 'publications', key: 'inclusive-ecosystems' },
    { collection: 'news', key: 'network-closes' },
  ],
  type: 'conference',
  status: 'moved-online',
  start: '2020-09-01T00:00',
  end: '2020-09-30T23:59',
  previousStart: null,
  timeZone: 'Europe/Brussels',
  mode: 'online',
  city: null,
  languages: ['en'],
  organisers: ['aeidl'],
  registrationUrl: null,
  texts: {
    en: {
      title: 'Final conference',
      summary:
        'Planned together with two sibling consortia of the same European call, and moved online in September 2020: what three years of comparing, visiting and advising have taught, and where support for migrant entrepreneurs should go next.',
      statusNote: 'Moved online because of the pandemic.',
    },
    fr: {
      title: 'Conférence finale',
      summary:
        'Préparée avec deux consortiums issus du même appel européen, et passée en ligne en septembre 2020 : ce que trois ans de comparaisons, de visites et de conseils ont appris, et ce qu’il reste à faire pour les entrepreneurs migrants.',
      statusNote: 'Passée en ligne en raison de la pandémie.',
    },
    el: {
      title: 'Τελικό συνέδριο',
      summary:
        'Σχεδιάστηκε μαζί με δύο αδελφές κοινοπραξίες της ίδιας ευρωπαϊκής πρόσκλησης και μεταφέρθηκε στο διαδίκτυο τον Σεπτέμβριο του 2020: τι μας έμαθαν τρία χρόνια συγκρίσεων, επισκέψεων και συμβουλών, και πού πρέπει να πάει από εδώ η στήριξη των μεταναστών επιχειρηματιών.',
      statusNote: 'Μεταφέρθηκε στο διαδίκτυο λόγω της πανδημίας.',
    },
    it: {
      title: 'Conferenza finale',
      summary:
        'Preparata con due consorzi nati dallo stesso bando europeo e spostata in rete nel settembre 2020: che cosa hanno insegnato tre anni di confronti, visite e consigli, e dove deve andare il sostegno agli imprenditori migranti.',
      statusNote: 'Spostata in rete a causa della pandemia.',
    },
  },
}
