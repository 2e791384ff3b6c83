import type { DemoEvent } from '../shapes.ts'

/** The record gives the days, not the hours: whole days stand in. */
export const launchBrussels: DemoEvent = {
  key: 'launch-brussels',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring', 'access-to-finance', 'professionalisation-diversity'],
  countries: ['BE'],
  topics: ['networking'],
  audiences: ['civil-society', 'eu-institutions', 'research'],
  responsible: 'aeidl',
  workPackage: 1,
  related: [{ collection: 'news', key: 'network-starts' }],
  type: 'conference',
  status: 'as-planned',
  start: '2017-12-07T00:00',
  end: '2017-12-08T23:59',
  previousStart: null,
  timeZone: 'Europe/Brussels',
  mode: 'onsite',
  city: 'Brussels',
  languages: ['en'],
  organisers: ['aeidl'],
  registrationUrl: null,
  texts: {
    en: {
      title: 'Launch of the network',
      summary:
        'About fifty people came to Brussels for two days to start the European Migrant Entrepreneurship Network: twelve partners, three communities of practice, three years of work ahead.',
      body: 'The network grew out of a European call for trans-national networks that help to improve support for migrant entrepreneurs.\n\nThree communities of practice took up their work: one on coaching and mentoring, one on access to finance, and one on professional associations and diversity management. All three are open to every organisation that works in the field.',
      venue: 'Brussels',
    },
    fr: {
      title: 'Lancement du réseau',
      summary:
        'Une cinquantaine de personnes se sont retrouvées deux jours à Bruxelles pour lancer le réseau européen de l’entrepreneuriat des migrants : douze partenaires, trois communautés de pratique, trois ans de travail devant eux.',
      body: 'Le réseau est né d’un appel européen aux réseaux transnationaux qui améliorent l’appui aux entrepreneurs migrants.\n\nTrois communautés de pratique ont commencé leur travail : coaching et mentorat, accès au financement, associations professionnelles et gestion de la diversité. Toutes trois sont ouvertes aux organisations actives dans ce domaine.',
      venue: 'Bruxelles',
    },
    de: {
      title: 'Auftakt des Netzwerks',
      summary:
        'Rund fünfzig Menschen kamen für zwei Tage nach Brüssel, um das Europäische Netzwerk für migrantisches Unternehmertum zu gründen: zwölf Partner, drei Communities of Practice, drei Jahre Arbeit vor sich.',
      body: 'Das Netzwerk geht auf einen europäischen Aufruf an länderübergreifende Netzwerke zurück, die die Unterstützung migrantischer Unternehmen verbessern.\n\nDrei Communities of Practice haben ihre Arbeit aufgenommen: Coaching und Mentoring, Zugang zu Finanzierung, Berufsverbände und Diversity-Management. Alle drei stehen jeder Organisation offen, die in dem Feld arbeitet.',
      venue: 'Brüssel',
    },
  },
}
