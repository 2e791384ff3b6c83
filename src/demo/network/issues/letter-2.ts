import type { DemoIssue } from './demo-issue.ts'

/** Ready to be sent: what a person does first in the demonstration. */
export const letter2: DemoIssue = {
  newsletter: 'emen-letter',
  number: 2,
  sentAt: null,
  items: [
    { collection: 'practices', key: 'lyon-savings-circles' },
    { collection: 'events', key: 'ask-an-adviser' },
    { collection: 'events', key: 'athens-open-day' },
    { collection: 'publications', key: 'plain-words' },
    { collection: 'practices', key: 'athens-permit-desk' },
    { collection: 'news', key: 'mentors-wanted' },
    { collection: 'news', key: 'second-lease' },
    { collection: 'news', key: 'loan-form-rewritten' },
  ],
  texts: {
    en: {
      subject: 'Your first loan, a second lease and a day in Athens',
      preheader: 'Ask an adviser in your own language. Mentors wanted. A kitchen moves.',
      intro:
        'The year ends with beginnings. Four cooks sign for a kitchen of their own, thirty founders look for somebody to ask, and in January you can put your question about money to people who decide on loans, in seven languages.',
    },
    fr: {
      subject: 'Un premier prêt, un deuxième bail et une journée à Athènes',
      preheader: 'Une question au conseiller, dans votre langue. On cherche des mentors.',
      intro:
        'L’année se termine par des commencements. Quatre cuisinières signent pour une cuisine à elles, trente entrepreneurs cherchent quelqu’un à qui demander, et en janvier vous pourrez poser vos questions d’argent à celles et ceux qui décident des prêts, en sept langues.',
    },
    de: {
      subject: 'Ein erster Kredit, ein zweiter Mietvertrag, ein Tag in Athen',
      preheader: 'Fragen Sie nach, in Ihrer Sprache. Mentoren gesucht. Eine Küche zieht um.',
      intro:
        'Das Jahr endet mit Anfängen. Vier Köchinnen unterschreiben für eine eigene Küche, dreißig Gründende suchen jemanden zum Fragen, und im Januar können Sie Ihre Geldfragen denen stellen, die über Kredite entscheiden, in sieben Sprachen.',
    },
    es: {
      subject: 'Un primer préstamo, un segundo contrato y un día en Atenas',
      preheader: 'Pregunta en tu idioma. Se buscan mentores. Una cocina se muda.',
      intro:
        'El año acaba con comienzos. Cuatro cocineras firman por una cocina propia, treinta personas que emprenden buscan a quién preguntar, y en enero podrás hacer tus preguntas sobre dinero a quienes deciden los préstamos, en siete idiomas.',
    },
    it: {
      subject: 'Un primo prestito, un secondo contratto e un giorno ad Atene',
      preheader: 'Una domanda a chi decide. Cercasi mentori. Una cucina trasloca.',
      intro:
        'L’anno finisce con degli inizi. Quattro cuoche firmano per una cucina tutta loro, trenta persone cercano qualcuno a cui chiedere, e a gennaio si potranno fare domande sul denaro a chi decide sui prestiti, in sette lingue.',
    },
    el: {
      subject: 'Ένα πρώτο δάνειο, ένα δεύτερο μισθωτήριο και μια μέρα στην Αθήνα',
      preheader: 'Ρωτήστε στη γλώσσα σας. Ζητούνται μέντορες. Μια κουζίνα μετακομίζει.',
      intro:
        'Η χρονιά κλείνει με αρχές. Τέσσερις μαγείρισσες υπογράφουν για δική τους κουζίνα, τριάντα νέοι επιχειρηματίες ψάχνουν κάποιον να ρωτήσουν, και τον Ιανουάριο μπορείτε να ρωτήσετε για χρήματα εκείνους που αποφασίζουν για τα δάνεια, σε επτά γλώσσες.',
    },
    ar: {
      subject: 'قرض أول وعقد إيجار ثانٍ ويوم في أثينا',
      preheader: 'اسأل مستشارًا بلغتك. مطلوب مرشدون. مطبخ ينتقل.',
      intro:
        'تنتهي السنة ببدايات. أربع طاهيات يوقّعن عقد مطبخ لهنّ، وثلاثون مؤسسًا يبحثون عمّن يسألونه، وفي يناير تستطيعون أن تطرحوا أسئلتكم عن المال على من يقررون في القروض، بسبع لغات.',
    },
    uk: {
      subject: 'Перша позика, друга оренда й день в Афінах',
      preheader: 'Запитайте своєю мовою. Шукаємо менторів. Кухня переїжджає.',
      intro:
        'Рік закінчується початками. Чотири кухарки підписують угоду на власну кухню, тридцятеро засновників шукають, кого запитати, а в січні можна поставити запитання про гроші тим, хто ухвалює рішення про позики, сімома мовами.',
    },
  },
}
