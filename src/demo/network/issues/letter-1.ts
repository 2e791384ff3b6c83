import type { DemoIssue } from './demo-issue.ts'

export const letter1: DemoIssue = {
  newsletter: 'emen-letter',
  number: 1,
  design: 'digest',
  sentAt: '2026-10-27T08:00',
  contents: [
    {
      kind: 'items',
      items: [
        { collection: 'publications', key: 'buying-from-newcomers' },
        { collection: 'news', key: 'women-of-the-market' },
        { collection: 'news', key: 'supplier-register' },
        { collection: 'publications', key: 'plain-words' },
      ],
    },
  ],
  texts: {
    en: {
      subject: 'Who buys from newcomers?',
      preheader: 'Five small changes to public contracts, and a till shared by eleven.',
      intro:
        'This month is about being let in: to contracts, to credit, to words that one can understand. Write to us when something here worked for you, and even more when it did not.',
    },
    fr: {
      subject: 'Qui achète aux nouveaux venus ?',
      preheader: 'Cinq petits changements dans les marchés publics, et une caisse pour onze.',
      intro:
        'Ce mois-ci, il s’agit d’entrer : dans les marchés, dans le crédit, dans des mots que l’on comprend. Écrivez-nous si quelque chose a marché chez vous, et plus encore si cela n’a pas marché.',
    },
    de: {
      subject: 'Wer kauft bei Neuen ein?',
      preheader: 'Fünf kleine Änderungen bei öffentlichen Aufträgen und eine Kasse für elf.',
      intro:
        'In diesem Monat geht es ums Hineinkommen: in Aufträge, in Kredite, in Wörter, die man versteht. Schreiben Sie uns, wenn etwas bei Ihnen funktioniert hat, und erst recht, wenn nicht.',
    },
    es: {
      subject: '¿Quién compra a quien acaba de llegar?',
      preheader: 'Cinco cambios pequeños en la contratación pública y una caja para once.',
      intro:
        'Este mes se trata de entrar: en los contratos, en el crédito, en palabras que se entienden. Escríbenos si algo te funcionó, y más aún si no.',
    },
    it: {
      subject: 'Chi compra da chi è appena arrivato?',
      preheader: 'Cinque piccoli cambiamenti negli appalti e una cassa per undici.',
      intro:
        'Questo mese si parla di entrare: negli appalti, nel credito, in parole che si capiscono. Scriveteci se qualcosa ha funzionato da voi, e ancora di più se no.',
    },
    el: {
      subject: 'Ποιος αγοράζει από όσους μόλις ήρθαν;',
      preheader: 'Πέντε μικρές αλλαγές στις δημόσιες συμβάσεις και ένα ταμείο για έντεκα.',
      intro:
        'Αυτόν τον μήνα μιλάμε για το πώς μπαίνει κανείς: στις συμβάσεις, στο δάνειο, στις λέξεις που καταλαβαίνει. Γράψτε μας αν κάτι σας πέτυχε, και ακόμη περισσότερο αν όχι.',
    },
    ar: {
      subject: 'من يشتري من القادمين الجدد؟',
      preheader: 'خمسة تغييرات صغيرة في العقود العامة، وصندوق لإحدى عشرة امرأة.',
      intro:
        'حديث هذا الشهر عن فتح الأبواب: أبواب العقود والائتمان والكلمات المفهومة. اكتبوا إلينا إن نجح شيء عندكم، وبالأحرى إن لم ينجح.',
    },
    uk: {
      subject: 'Хто купує в новоприбулих?',
      preheader: 'П’ять невеликих змін у публічних закупівлях і одна каса на одинадцятьох.',
      intro:
        'Цього місяця йдеться про те, як увійти: у контракти, у кредит, у слова, які можна зрозуміти. Напишіть нам, якщо щось у вас вдалося, а тим паче, якщо ні.',
    },
  },
}
