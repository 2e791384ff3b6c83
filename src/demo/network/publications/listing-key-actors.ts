import type { DemoPublication } from '../shapes.ts'

/** Known from the network's account of its first year; that account's month stands in for the day. */
export const listingKeyActors: DemoPublication = {
  key: 'listing-key-actors',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring'],
  countries: [],
  topics: ['mentoring', 'coaching', 'networking'],
  audiences: ['civil-society', 'innovators', 'local-authorities'],
  responsible: 'social-impact',
  workPackage: 2,
  related: [{ collection: 'publications', key: 'mapping-coaching-mentoring' }],
  type: 'deliverable',
  date: '2018-10',
  publisher: 'social-impact',
  authors: ['Social Impact'],
  deliverable: 'D2.1',
  partOf: null,
  pages: null,
  texts: {
    en: {
      title: 'Listing key actors',
      subtitle: 'Coaching and mentoring for migrant entrepreneurs',
      abstract:
        'Who coaches and mentors migrant entrepreneurs? The first piece of work of the Coaching and Mentoring community, led by Social Impact in Berlin, lists those to talk to before the services themselves are mapped.',
    },
    de: {
      title: 'Wer macht was? Die wichtigsten Akteure',
      subtitle: 'Coaching und Mentoring für migrantische Unternehmen',
      abstract:
        'Wer begleitet Menschen mit Migrationsgeschichte bei der Gründung? Die erste Arbeit der Community Coaching und Mentoring unter Leitung von Social Impact in Berlin nennt die Stellen, mit denen zu sprechen ist, bevor die Angebote selbst erfasst werden. Das Dokument ist auf Englisch.',
    },
    es: {
      title: 'Lista de actores clave',
      subtitle: 'Acompañamiento y mentoría para personas migrantes que emprenden',
      abstract:
        '¿Quién acompaña a las personas migrantes que emprenden? El primer trabajo de la comunidad de acompañamiento y mentoría, dirigida por Social Impact en Berlín, reúne a quienes hay que escuchar antes de cartografiar los servicios. El documento está en inglés.',
    },
  },
}
