import type { DemoNews } from '../shapes.ts'

export const peerReviewMoved: DemoNews = {
  key: 'peer-review-moved',
  sourceLocale: 'en',
  sample: true,
  communities: ['coaching-mentoring'],
  countries: ['FR'],
  topics: ['incubation', 'impact-measurement'],
  audiences: ['civil-society', 'regional-authorities'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [{ collection: 'events', key: 'peer-review-lyon' }],
  type: 'announcement',
  date: '2026-10-14',
  texts: {
    en: {
      title: 'The peer review in Lyon moves to March',
      teaser:
        'The host asked for time: the figures of the year should be complete before others read them. New dates: 9 and 10 March 2027.',
      body: 'Whoever has a place keeps it. Trains and rooms that were booked through us have been changed; write to us if you booked yourself.\n\nTwo more places are open, for people who run a scheme of their own.',
    },
    fr: {
      title: 'La revue par les pairs de Lyon est reportée à mars',
      teaser:
        'L’hôte a demandé du temps : les chiffres de l’année doivent être complets avant que d’autres les lisent. Nouvelles dates : les 9 et 10 mars 2027.',
      body: 'Les places attribuées le restent. Les trains et les chambres réservés par nos soins ont été modifiés ; écrivez-nous si vous avez réservé vous-même.\n\nDeux places de plus sont ouvertes, pour des personnes qui dirigent leur propre dispositif.',
    },
    it: {
      title: 'La revisione tra pari di Lione passa a marzo',
      teaser:
        'Chi ospita ha chiesto tempo: i dati dell’anno devono essere completi prima che altri li leggano. Nuove date: 9 e 10 marzo 2027.',
      body: 'Chi ha un posto lo conserva. I treni e le camere prenotati da noi sono già cambiati; scriveteci se avete prenotato da soli.\n\nCi sono due posti in più per chi dirige un proprio programma.',
    },
  },
}
