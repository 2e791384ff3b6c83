import type { DemoPublication } from '../shapes.ts'

export const askingAgain: DemoPublication = {
  key: 'asking-again',
  sourceLocale: 'en',
  sample: true,
  unpublished: ['it'],
  communities: ['coaching-mentoring', 'access-to-finance'],
  countries: ['ES', 'IT', 'PL'],
  topics: ['impact-measurement', 'mentoring', 'women-entrepreneurs'],
  audiences: ['research', 'regional-authorities', 'investors', 'civil-society'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [{ collection: 'news', key: 'twelve-months-later' }],
  type: 'report',
  date: '2026-05-12',
  publisher: 'sample-organisation',
  authors: ['Sample Organisation'],
  deliverable: null,
  partOf: null,
  pages: 46,
  texts: {
    en: {
      title: 'Asking again after twelve months',
      subtitle: 'How to find out what became of a business once the support has ended',
      abstract:
        'Most schemes count people at the door and stop there. This report describes a short telephone interview one year after the last session: nine questions, fifteen minutes, in the person’s own language. It lists what the answers can and cannot show, what it costs, and why a third of those called did not pick up.',
    },
    fr: {
      title: 'Redemander au bout de douze mois',
      subtitle: 'Savoir ce qu’une entreprise est devenue une fois l’appui terminé',
      abstract:
        'La plupart des dispositifs comptent les gens à l’entrée et s’arrêtent là. Ce rapport décrit un court entretien téléphonique, un an après la dernière séance : neuf questions, quinze minutes, dans la langue de la personne. Il dit ce que les réponses montrent et ne montrent pas, ce que cela coûte, et pourquoi une personne sur trois n’a pas décroché.',
    },
    ar: {
      title: 'نسأل من جديد بعد اثني عشر شهرًا',
      subtitle: 'كيف نعرف ما آل إليه المشروع بعد انتهاء الدعم',
      abstract:
        'تكتفي معظم البرامج بعدّ الناس عند الباب. يصف هذا التقرير مقابلة هاتفية قصيرة بعد عام من آخر جلسة: تسعة أسئلة وربع ساعة، بلغة الشخص نفسه. ويبيّن ما تكشفه الإجابات وما لا تكشفه، وكم تكلّف، ولماذا لم يردّ ثلث من اتصلنا بهم.',
    },
    it: {
      title: 'Chiedere di nuovo dopo dodici mesi',
      subtitle: 'Come sapere che fine ha fatto un’impresa quando il sostegno è finito',
      abstract:
        'Quasi tutti i programmi contano le persone all’ingresso e si fermano lì. Questo rapporto descrive una breve intervista telefonica un anno dopo l’ultimo incontro: nove domande, quindici minuti, nella lingua della persona. Elenca che cosa le risposte mostrano e che cosa no, quanto costa e perché una persona su tre non ha risposto.',
    },
  },
}
