import type { DemoPublication } from '../shapes.ts'

/** Known from the network's account of its first year; that account's month stands in for the day. */
export const mappingCoachingMentoring: DemoPublication = {
  key: 'mapping-coaching-mentoring',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring'],
  countries: [],
  topics: ['mentoring', 'coaching', 'business-training'],
  audiences: ['civil-society', 'innovators', 'regional-authorities', 'research'],
  responsible: 'social-impact',
  workPackage: 2,
  related: [
    { collection: 'publications', key: 'listing-key-actors' },
    { collection: 'publications', key: 'good-practices-innovation' },
  ],
  type: 'deliverable',
  date: '2018-10',
  publisher: 'social-impact',
  authors: ['Social Impact'],
  deliverable: 'D2.2',
  partOf: null,
  pages: null,
  texts: {
    en: {
      title: 'Mapping of coaching and mentoring services',
      subtitle: 'In the European Union and beyond',
      abstract:
        'Where can a newcomer with a business idea find someone who listens, advises and stays? The Coaching and Mentoring community maps such services in the European Union and beyond. It builds on the list of key actors and leads to the comparison of three schemes in the working paper on good practices.',
    },
    fr: {
      title: 'Cartographie des services de coaching et de mentorat',
      subtitle: 'Dans l’Union européenne et au-delà',
      abstract:
        'Où trouver, quand on arrive avec une idée d’entreprise, quelqu’un qui écoute, conseille et reste ? La communauté Coaching et mentorat recense ces services dans l’Union européenne et au-delà. Ce travail prolonge la liste des acteurs clés et prépare la comparaison de trois dispositifs. Le document est en anglais.',
    },
    de: {
      title: 'Coaching- und Mentoringangebote im Überblick',
      subtitle: 'In der Europäischen Union und darüber hinaus',
      abstract:
        'Wo finden Neuankommende mit einer Geschäftsidee jemanden, der zuhört, rät und bleibt? Die Community Coaching und Mentoring erfasst solche Angebote in der Europäischen Union und darüber hinaus. Die Arbeit baut auf der Liste der Akteure auf und bereitet den Vergleich dreier Programme vor. Das Dokument ist auf Englisch.',
    },
    uk: {
      title: 'Огляд послуг коучингу та менторства',
      subtitle: 'У Європейському Союзі та за його межами',
      abstract:
        'Де людині, яка щойно приїхала з ідеєю власної справи, знайти того, хто вислухає, порадить і залишиться поруч? Спільнота «Коучинг і менторство» зібрала такі послуги в Європейському Союзі та за його межами. Робота спирається на перелік ключових учасників і готує порівняння трьох програм. Документ англійською мовою.',
    },
  },
}
