import type { DemoIssue } from './demo-issue.ts'

/** One thing alone. Its subject is proposed in every language. */
export const finance1: DemoIssue = {
  newsletter: 'finance-for-founders',
  number: 1,
  design: 'announcement',
  sentAt: null,
  contents: [
    { kind: 'items', items: [{ collection: 'practices', key: 'lyon-savings-circles' }] },
    {
      kind: 'text',
      heading: { en: 'Do you lend?', fr: 'Vous prêtez ?', de: 'Vergeben Sie Kredite?', ar: 'هل تُقرضون؟' },
      body: {
        en: 'We look for three lenders who read such a notebook in spring. Answer this letter.',
        fr: 'Nous cherchons trois prêteurs pour lire un tel carnet au printemps. Répondez à cette lettre.',
        de: 'Wir suchen drei Geldgeber, die im Frühjahr ein solches Heft lesen. Antworten Sie auf diesen Brief.',
        ar: 'نبحث عن ثلاث جهات مُقرضة تقرأ دفترًا كهذا في الربيع. أجيبوا عن هذه الرسالة.',
      },
    },
  ],
  texts: {},
}
