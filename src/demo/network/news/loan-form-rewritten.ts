import type { DemoNews } from '../shapes.ts'

export const loanFormRewritten: DemoNews = {
  key: 'loan-form-rewritten',
  sourceLocale: 'en',
  sample: true,
  communities: ['access-to-finance'],
  countries: ['BE'],
  topics: ['microfinance', 'language-sensitivity'],
  audiences: ['investors', 'civil-society', 'end-users'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [{ collection: 'publications', key: 'plain-words' }],
  type: 'story',
  date: '2026-10-27',
  texts: {
    en: {
      title: 'A loan form, rewritten by those who had to fill it in',
      teaser:
        'Six founders and two loan officers sat down with a red pencil. Fourteen pages became five, and one question was dropped for good.',
      body: 'The question that went was “Country of origin”. It decided nothing, said the loan officers, and had been on the form for as long as anyone could remember.\n\nWhat came in: a box for “I do not understand this question”. It is ticked most often at “collateral”. So the word is now explained beside it.',
    },
    de: {
      title: 'Ein Kreditantrag, neu geschrieben von denen, die ihn ausfüllen müssen',
      teaser:
        'Sechs Gründende und zwei Kreditsachbearbeiterinnen setzten sich mit dem Rotstift zusammen. Aus vierzehn Seiten wurden fünf, und eine Frage fiel ganz weg.',
      body: 'Gestrichen wurde die Frage nach dem Herkunftsland. Sie entscheide nichts, sagten die Sachbearbeiterinnen, und stehe seit Menschengedenken im Formular.\n\nHinzu kam ein Kästchen: „Diese Frage verstehe ich nicht.“ Am häufigsten wird es bei „Sicherheiten“ angekreuzt. Nun steht die Erklärung daneben.',
    },
    fr: {
      title: 'Un formulaire de prêt réécrit par celles et ceux qui le remplissent',
      teaser:
        'Six entrepreneurs et deux chargées de prêts se sont assis avec un crayon rouge. Quatorze pages sont devenues cinq, et une question a disparu pour de bon.',
      body: 'La question supprimée est « Pays d’origine ». Elle ne décidait de rien, disent les chargées de prêts, et figurait là de mémoire d’homme.\n\nCe qui est nouveau : une case « Je ne comprends pas cette question ». Elle est cochée le plus souvent à « garanties ». Le mot est désormais expliqué à côté.',
    },
    ar: {
      title: 'استمارة قرض أعاد كتابتها من كان عليهم أن يملؤوها',
      teaser:
        'جلس ستة مؤسسين وموظفتا قروض ومعهم قلم أحمر. صارت الصفحات الأربع عشرة خمسًا، وحُذف سؤال واحد إلى غير رجعة.',
      body: 'السؤال الذي حُذف هو «بلد الأصل». قالت الموظفتان إنه لا يقرر شيئًا، وإنه في الاستمارة منذ زمن لا يذكره أحد.\n\nوما أُضيف هو خانة «لا أفهم هذا السؤال». أكثر ما تُعلَّم هذه الخانة عند كلمة «الضمانات»، فصار شرحها الآن إلى جانبها.',
    },
    uk: {
      title: 'Заява на позику, яку переписали ті, хто її заповнює',
      teaser:
        'Шестеро засновників і двоє кредитних фахівців сіли з червоним олівцем. Із чотирнадцяти сторінок стало п’ять, а одне запитання зникло назавжди.',
      body: 'Зникло запитання «Країна походження». Воно нічого не вирішувало, кажуть фахівці, і стояло там, відколи хтось пам’ятає.\n\nНатомість з’явилася клітинка «Я не розумію цього запитання». Найчастіше її позначають біля слова «застава». Тепер його пояснено поруч.',
    },
  },
}
