import type { DemoIssue } from './demo-issue.ts'

/** Ready to be sent: what a person does first in the demonstration. */
export const letter2: DemoIssue = {
  newsletter: 'emen-letter',
  number: 2,
  design: 'digest',
  sentAt: null,
  contents: [
    {
      kind: 'items',
      items: [
        { collection: 'practices', key: 'lyon-savings-circles' },
        { collection: 'events', key: 'ask-an-adviser' },
        { collection: 'events', key: 'athens-open-day' },
      ],
    },
    // In four of the eight languages: the other editions go without.
    {
      kind: 'text',
      heading: {
        en: 'What you asked us',
        fr: 'Ce que vous nous avez demandé',
        el: 'Όσα μας ρωτήσατε',
        ar: 'ما سألتمونا عنه',
      },
      body: {
        en: 'Three questions came more than once this autumn. We answer them in the next letter:\n\n- Can a savings notebook stand in for payslips?\n- Who pays for the interpreter at the permit desk?\n- May a mentor and a founder choose each other?',
        fr: 'Trois questions sont revenues cet automne. Nous y répondrons dans la prochaine lettre :\n\n- Un carnet d’épargne peut-il remplacer des fiches de paie ?\n- Qui paie l’interprète au guichet des autorisations ?\n- Mentor et entrepreneur peuvent-ils se choisir ?',
        el: 'Τρεις ερωτήσεις ήρθαν πάνω από μία φορά αυτό το φθινόπωρο. Τις απαντάμε στην επόμενη επιστολή:\n\n- Μπορεί ένα τετράδιο αποταμίευσης να σταθεί στη θέση της μισθοδοσίας;\n- Ποιος πληρώνει τον διερμηνέα στο γραφείο αδειών;\n- Μπορούν μέντορας και νέος επιχειρηματίας να διαλέξουν ο ένας τον άλλον;',
        ar: 'ثلاثة أسئلة وصلتنا أكثر من مرة هذا الخريف، ونجيب عنها في الرسالة القادمة:\n\n- هل يغني دفتر الادخار عن كشوف الراتب؟\n- من يدفع للمترجم في مكتب التراخيص؟\n- هل يستطيع المرشد والمؤسس أن يختار أحدهما الآخر؟',
      },
    },
    {
      kind: 'items',
      heading: {
        en: 'To read and to use',
        fr: 'À lire et à reprendre',
        de: 'Zum Lesen und Nachmachen',
        es: 'Para leer y aprovechar',
        it: 'Da leggere e da usare',
        el: 'Για διάβασμα και για πράξη',
        ar: 'للقراءة والاستفادة',
        uk: 'Прочитати й використати',
      },
      items: [
        { collection: 'publications', key: 'plain-words' },
        { collection: 'practices', key: 'athens-permit-desk' },
      ],
    },
    {
      kind: 'items',
      heading: {
        en: 'From our members',
        fr: 'Chez nos membres',
        de: 'Aus dem Netzwerk',
        es: 'De nuestros miembros',
        it: 'Dai nostri membri',
        el: 'Από τα μέλη μας',
        ar: 'من أعضائنا',
        uk: 'Від наших учасників',
      },
      items: [
        { collection: 'news', key: 'mentors-wanted' },
        { collection: 'news', key: 'second-lease' },
        { collection: 'news', key: 'loan-form-rewritten' },
      ],
    },
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
