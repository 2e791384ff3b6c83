import type { DemoNews } from '../shapes.ts'

export const womenOfTheMarket: DemoNews = {
  key: 'women-of-the-market',
  sourceLocale: 'en',
  sample: true,
  communities: ['access-to-finance', 'professionalisation-diversity'],
  countries: ['IT'],
  topics: ['women-entrepreneurs', 'microfinance', 'networking'],
  audiences: ['end-users', 'civil-society', 'local-authorities'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [],
  type: 'story',
  date: '2026-09-22',
  texts: {
    en: {
      title: 'The women of the Saturday market keep one till',
      teaser:
        'Eleven traders in Palermo save together. Each week one of them takes the pot. Nobody has missed a week since March.',
      body: 'The idea is older than any bank, and several of them know it from home. New is the notebook: who pays in, who takes out, and for what, in three languages and a column of drawings.\n\nIn October the notebook is to help with a real loan for the first time: the lender accepts it as a record of regular payment.',
    },
    it: {
      title: 'Le donne del mercato del sabato hanno una cassa sola',
      teaser:
        'Undici venditrici di Palermo risparmiano insieme. Ogni settimana una prende la somma. Da marzo nessuna ha saltato una settimana.',
      body: 'L’idea è più vecchia di qualsiasi banca, e molte la conoscono da casa. Nuovo è il quaderno: chi versa, chi preleva e per che cosa, in tre lingue e con una colonna di disegni.\n\nA ottobre il quaderno servirà per la prima volta a chiedere un vero prestito: chi presta lo accetta come prova di pagamenti regolari.',
    },
    fr: {
      title: 'Les femmes du marché du samedi ont une seule caisse',
      teaser:
        'Onze marchandes de Palerme épargnent ensemble. Chaque semaine, l’une d’elles prend la cagnotte. Depuis mars, aucune n’a manqué une semaine.',
      body: 'L’idée est plus vieille que n’importe quelle banque, et plusieurs la connaissent de chez elles. Ce qui est nouveau, c’est le cahier : qui verse, qui prend, et pour quoi, en trois langues et avec une colonne de dessins.\n\nEn octobre, le cahier servira pour la première fois à demander un vrai prêt : le prêteur l’accepte comme preuve de paiements réguliers.',
    },
    ar: {
      title: 'نساء سوق السبت لهنّ صندوق واحد',
      teaser:
        'إحدى عشرة بائعة في باليرمو يدّخرن معًا. كل أسبوع تأخذ إحداهن المبلغ. ومنذ مارس لم تتخلف واحدة عن أسبوع.',
      body: 'الفكرة أقدم من أي مصرف، وكثيرات منهن يعرفنها من بلادهن. الجديد هو الدفتر: من تدفع ومن تأخذ ولأي غرض، بثلاث لغات ومع عمود من الرسوم.\n\nفي أكتوبر سيُستخدم الدفتر لأول مرة في طلب قرض حقيقي، فالمُقرض يقبله دليلًا على انتظام الدفع.',
    },
  },
}
