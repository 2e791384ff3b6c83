import type { DemoNews } from '../shapes.ts'

/** The record gives the month of the webinars; the notice is dated at its start. */
export const thirdMeetingOnline: DemoNews = {
  key: 'third-meeting-online',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring', 'access-to-finance', 'professionalisation-diversity'],
  countries: [],
  topics: ['diversity-management', 'microfinance'],
  audiences: ['civil-society', 'investors', 'local-authorities'],
  responsible: 'diesis',
  workPackage: 4,
  related: [{ collection: 'events', key: 'unlocking-diversity' }],
  type: 'announcement',
  date: '2020-06-01',
  texts: {
    en: {
      title: 'We meet online: four webinars instead of one conference',
      teaser:
        'The third annual event becomes “Unlocking diversity”, four webinars in June, on finance in a crisis, the resilience of diverse cities and more.',
      body: 'Nobody can travel, and the questions have become more urgent, not less. So the third annual event of the network takes place as a series of four webinars under the title “Unlocking diversity”.\n\nOne looks at how migrant entrepreneurs get finance in a crisis, another at what makes diverse cities resilient.',
    },
    fr: {
      title: 'On se retrouve en ligne : quatre webinaires au lieu d’une conférence',
      teaser:
        'La troisième rencontre annuelle devient « Unlocking diversity », quatre webinaires en juin : le financement en temps de crise, la résilience des villes diverses et d’autres sujets.',
      body: 'Personne ne peut voyager, et les questions sont devenues plus pressantes, pas moins. La troisième rencontre annuelle du réseau a donc lieu sous la forme de quatre webinaires, sous le titre « Unlocking diversity ».\n\nL’un porte sur le financement des entrepreneurs migrants en temps de crise, un autre sur ce qui rend résilientes les villes diverses.',
    },
    it: {
      title: 'Ci vediamo in rete: quattro webinar invece di una conferenza',
      teaser:
        'Il terzo incontro annuale diventa «Unlocking diversity», quattro webinar a giugno: il credito in tempo di crisi, la resilienza delle città plurali e altro ancora.',
      body: 'Nessuno può viaggiare e le domande sono diventate più urgenti, non meno. Perciò il terzo incontro annuale della rete si tiene in quattro webinar, con il titolo «Unlocking diversity».\n\nUno guarda a come gli imprenditori migranti trovano credito in tempo di crisi, un altro a che cosa rende resilienti le città plurali.',
    },
    es: {
      title: 'Nos vemos en línea: cuatro seminarios en lugar de una conferencia',
      teaser:
        'El tercer encuentro anual se convierte en «Unlocking diversity»: cuatro seminarios en línea en junio sobre la financiación en tiempos de crisis, la resiliencia de las ciudades diversas y más.',
      body: 'Nadie puede viajar, y las preguntas se han vuelto más urgentes, no menos. Por eso el tercer encuentro anual de la red se celebra en cuatro seminarios en línea con el título «Unlocking diversity».\n\nUno trata de cómo se financian en una crisis las personas migrantes que emprenden; otro, de lo que hace resilientes a las ciudades diversas.',
    },
    ar: {
      title: 'نلتقي عبر الإنترنت: أربع ندوات بدلًا من مؤتمر واحد',
      teaser:
        'يتحول اللقاء السنوي الثالث إلى سلسلة «Unlocking diversity»: أربع ندوات في يونيو عن التمويل في الأزمات وصمود المدن المتنوعة وغير ذلك.',
      body: 'لا أحد يستطيع السفر، والأسئلة صارت أشد إلحاحًا لا أقل. لذلك ينعقد اللقاء السنوي الثالث للشبكة في أربع ندوات عبر الإنترنت بعنوان «Unlocking diversity».\n\nتتناول إحداها كيف يحصل روّاد الأعمال المهاجرون على التمويل وقت الأزمة، وأخرى ما الذي يجعل المدن المتنوعة صامدة.',
    },
  },
}
