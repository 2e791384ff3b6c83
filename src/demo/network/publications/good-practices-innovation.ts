import type { DemoPublication } from '../shapes.ts'

/** Known from the network's account of its first year; that account's month stands in for the day. */
export const goodPracticesInnovation: DemoPublication = {
  key: 'good-practices-innovation',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring'],
  countries: ['GB', 'FI', 'DE'],
  topics: ['mentoring', 'incubation', 'refugee-entrepreneurs'],
  audiences: ['civil-society', 'innovators', 'national-authorities', 'research'],
  responsible: 'social-impact',
  workPackage: 2,
  related: [
    { collection: 'publications', key: 'mapping-coaching-mentoring' },
    { collection: 'news', key: 'three-schemes-compared' },
  ],
  type: 'working-paper',
  date: '2018-10',
  publisher: 'social-impact',
  authors: ['Social Impact'],
  deliverable: null,
  partOf: null,
  pages: null,
  texts: {
    en: {
      title: 'Good practices and innovation',
      subtitle: 'Three schemes for newcomers who start a business, side by side',
      abstract:
        'TERN in the United Kingdom, Start-Up Refugees in Finland and THSN in Germany support people who start again in a new country. This working paper of the Coaching and Mentoring community compares the three in four categories and names what is special about each: the features and incentives that the others do not have.',
    },
    fr: {
      title: 'Bonnes pratiques et innovation',
      subtitle: 'Trois dispositifs pour les nouveaux arrivants qui entreprennent, côte à côte',
      abstract:
        'TERN au Royaume-Uni, Start-Up Refugees en Finlande et THSN en Allemagne accompagnent celles et ceux qui recommencent dans un autre pays. Ce document de travail de la communauté Coaching et mentorat compare les trois en quatre catégories et dit ce que chacun a de particulier. Il est en anglais.',
    },
    es: {
      title: 'Buenas prácticas e innovación',
      subtitle: 'Tres programas para recién llegados que emprenden, uno junto a otro',
      abstract:
        'TERN en el Reino Unido, Start-Up Refugees en Finlandia y THSN en Alemania apoyan a quienes vuelven a empezar en otro país. Este documento de trabajo de la comunidad de acompañamiento y mentoría compara los tres en cuatro categorías y señala lo que cada uno tiene de propio. Está en inglés.',
    },
    ar: {
      title: 'ممارسات جيدة وابتكار',
      subtitle: 'ثلاثة برامج للقادمين الجدد الذين يؤسسون أعمالهم، جنبًا إلى جنب',
      abstract:
        'يدعم TERN في المملكة المتحدة وStart-Up Refugees في فنلندا وTHSN في ألمانيا من يبدؤون من جديد في بلد آخر. تقارن ورقة العمل هذه، التي أعدّها مجتمع التوجيه والإرشاد، البرامج الثلاثة في أربع فئات، وتذكر ما ينفرد به كل منها. الورقة باللغة الإنجليزية.',
    },
  },
}
