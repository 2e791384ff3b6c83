import type { DemoPublication } from '../shapes.ts'

/** Known from the network's account of its first year; that account's month stands in for the day. */
export const financeWorkingNote: DemoPublication = {
  key: 'finance-working-note',
  sourceLocale: 'en',
  sample: false,
  communities: ['access-to-finance'],
  countries: [],
  topics: ['microfinance', 'legal-advice'],
  audiences: ['investors', 'national-authorities', 'civil-society', 'research'],
  responsible: 'thuas-fine',
  workPackage: 2,
  related: [{ collection: 'publications', key: 'inclusive-ecosystems' }],
  type: 'working-paper',
  date: '2018-10',
  publisher: 'thuas-fine',
  authors: ['THUAS-FINE'],
  deliverable: 'D2.7',
  partOf: null,
  pages: null,
  texts: {
    en: {
      title: 'Working note on issues in finance for migrants',
      abstract:
        'What stands between a migrant entrepreneur and a loan? The Access to Finance community, led by THUAS-FINE in The Hague, sets down the questions that microfinance institutions, ethical banks and support schemes have to answer together.',
    },
    fr: {
      title: 'Note de travail sur le financement des entrepreneurs migrants',
      abstract:
        'Qu’est-ce qui sépare un entrepreneur migrant d’un prêt ? La communauté Accès au financement, animée par THUAS-FINE à La Haye, pose les questions auxquelles institutions de microfinance, banques éthiques et dispositifs d’appui doivent répondre ensemble. La note est en anglais.',
    },
    el: {
      title: 'Σημείωμα εργασίας για τη χρηματοδότηση των μεταναστών',
      abstract:
        'Τι χωρίζει έναν μετανάστη επιχειρηματία από ένα δάνειο; Η κοινότητα «Πρόσβαση στη χρηματοδότηση», με επικεφαλής το THUAS-FINE στη Χάγη, καταγράφει τα ερωτήματα που πρέπει να απαντήσουν μαζί τα ιδρύματα μικροπιστώσεων, οι ηθικές τράπεζες και τα προγράμματα στήριξης. Το σημείωμα είναι στα αγγλικά.',
    },
    ar: {
      title: 'مذكرة عمل حول قضايا تمويل المهاجرين',
      abstract:
        'ما الذي يحول بين صاحب مشروع مهاجر وبين الحصول على قرض؟ يضع مجتمع الوصول إلى التمويل، بقيادة THUAS-FINE في لاهاي، الأسئلة التي ينبغي أن تجيب عنها معًا مؤسسات التمويل الأصغر والمصارف الأخلاقية وبرامج الدعم. المذكرة باللغة الإنجليزية.',
    },
  },
}
