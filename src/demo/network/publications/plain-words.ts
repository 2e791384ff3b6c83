import type { DemoPublication } from '../shapes.ts'

export const plainWords: DemoPublication = {
  key: 'plain-words',
  sourceLocale: 'en',
  sample: true,
  communities: ['coaching-mentoring', 'access-to-finance'],
  countries: ['BE', 'DE', 'GR'],
  topics: ['language-sensitivity', 'microfinance', 'legal-advice'],
  audiences: ['civil-society', 'local-authorities', 'investors', 'end-users'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [{ collection: 'news', key: 'loan-form-rewritten' }],
  type: 'guide',
  date: '2026-06-11',
  publisher: 'sample-organisation',
  authors: ['Sample Organisation'],
  deliverable: null,
  partOf: null,
  pages: 32,
  texts: {
    en: {
      title: 'Plain words',
      subtitle: 'How to explain a loan, a licence and a lease',
      abstract:
        'Thirty terms that every founder meets in the first year, each explained in three sentences, with the question people really ask. Written for advisers who sit across the table from someone reading in a second or third language. Tried out in eleven advice sessions; four explanations were thrown away and written again.',
    },
    fr: {
      title: 'Des mots simples',
      subtitle: 'Expliquer un prêt, une licence et un bail',
      abstract:
        'Trente termes que l’on rencontre la première année, chacun expliqué en trois phrases, avec la question que les gens posent vraiment. Pour les conseillers assis en face de quelqu’un qui lit dans une deuxième ou une troisième langue. Essayé lors de onze entretiens ; quatre explications ont été jetées et réécrites.',
    },
    de: {
      title: 'Einfach gesagt',
      subtitle: 'Wie man Kredit, Gewerbeschein und Mietvertrag erklärt',
      abstract:
        'Dreißig Begriffe, denen alle im ersten Jahr begegnen, jeder in drei Sätzen erklärt und mit der Frage versehen, die wirklich gestellt wird. Für Beraterinnen und Berater, deren Gegenüber in der zweiten oder dritten Sprache liest. In elf Beratungen erprobt; vier Erklärungen haben wir verworfen und neu geschrieben.',
    },
    el: {
      title: 'Με απλά λόγια',
      subtitle: 'Πώς εξηγούμε ένα δάνειο, μια άδεια και ένα μισθωτήριο',
      abstract:
        'Τριάντα όροι που συναντά κανείς τον πρώτο χρόνο, ο καθένας εξηγημένος σε τρεις προτάσεις, μαζί με την ερώτηση που πράγματι κάνουν οι άνθρωποι. Για συμβούλους που έχουν απέναντί τους κάποιον που διαβάζει στη δεύτερη ή την τρίτη του γλώσσα. Δοκιμάστηκε σε έντεκα συναντήσεις· τέσσερις εξηγήσεις γράφτηκαν ξανά από την αρχή.',
    },
    ar: {
      title: 'بكلمات بسيطة',
      subtitle: 'كيف نشرح القرض والترخيص وعقد الإيجار',
      abstract:
        'ثلاثون مصطلحًا يصادفها كل مؤسس في سنته الأولى، يُشرح كل منها في ثلاث جمل مع السؤال الذي يطرحه الناس فعلًا. كُتب الدليل للمستشارين الذين يجلس أمامهم من يقرأ بلغته الثانية أو الثالثة. جُرّب في إحدى عشرة جلسة استشارة، وأُعيدت كتابة أربعة من الشروح من البداية.',
    },
    uk: {
      title: 'Простими словами',
      subtitle: 'Як пояснити позику, дозвіл і договір оренди',
      abstract:
        'Тридцять понять, з якими стикаєшся в перший рік, кожне пояснене трьома реченнями разом із запитанням, яке люди справді ставлять. Для консультантів, навпроти яких сидить людина, що читає другою чи третьою мовою. Перевірено на одинадцяти консультаціях; чотири пояснення довелося написати заново.',
    },
  },
}
