import type { DemoEvent } from '../shapes.ts'

/** Written in Greek first. */
export const athensOpenDay: DemoEvent = {
  key: 'athens-open-day',
  sourceLocale: 'el',
  sample: true,
  unpublished: ['uk'],
  communities: ['coaching-mentoring', 'access-to-finance'],
  countries: ['GR'],
  topics: ['mentoring', 'refugee-entrepreneurs', 'women-entrepreneurs', 'networking'],
  audiences: ['end-users', 'local-authorities', 'civil-society', 'investors'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [{ collection: 'news', key: 'mentors-wanted' }],
  type: 'conference',
  status: 'as-planned',
  start: '2027-02-18T10:00',
  end: '2027-02-18T17:30',
  previousStart: null,
  timeZone: 'Europe/Athens',
  mode: 'hybrid',
  city: 'Athens',
  languages: ['el', 'en', 'ar', 'fr'],
  organisers: ['sample-organisation'],
  registrationUrl: 'https://events.sample.example/athens-open-day',
  texts: {
    el: {
      title: 'Ανοιχτή μέρα στην Αθήνα: από την ιδέα στο μαγαζί',
      summary:
        'Μια μέρα για όσους θέλουν να ανοίξουν επιχείρηση και για όσους τους στηρίζουν. Δώδεκα τραπέζια με συμβούλους, τρεις ιστορίες από ανθρώπους που το έκαναν, διερμηνεία στα αραβικά, τα αγγλικά και τα γαλλικά. Από κοντά ή στο διαδίκτυο.',
      body: 'Το πρωί μιλούν όσοι άνοιξαν: ένα ραφείο, μια κουζίνα, ένα συνεργείο. Το απόγευμα καθένας διαλέγει ως τρία τραπέζια: άδειες, δάνεια, μισθωτήρια, λογιστικά, μέντορες.\n\nΌποιος συμμετέχει από μακριά κλείνει βιντεοκλήση με τα ίδια τραπέζια. Υπάρχει χώρος για παιδιά· γράψτε μας ως τις 10 Φεβρουαρίου.',
      venue: 'Παλιό Τυπογραφείο, Αθήνα',
    },
    en: {
      title: 'Open day in Athens: from idea to shop',
      summary:
        'A day for people who want to open a business and for those who support them. Twelve tables with advisers, three stories by people who did it, interpreting into Arabic, English and French. Come in person or join online.',
      body: 'In the morning those who opened speak: a tailor’s shop, a kitchen, a repair garage. In the afternoon everyone picks up to three tables: permits, loans, leases, bookkeeping, mentors.\n\nIf you join from afar you book a video call with the same tables. There is a room for children; write to us by 10 February.',
      venue: 'The Old Printworks, Athens',
    },
    fr: {
      title: 'Journée portes ouvertes à Athènes : de l’idée à la boutique',
      summary:
        'Une journée pour celles et ceux qui veulent ouvrir une entreprise et pour ceux qui les accompagnent. Douze tables de conseil, trois récits, une interprétation en arabe, anglais et français. Sur place ou en ligne.',
      body: 'Le matin, la parole est à ceux qui ont ouvert : un atelier de couture, une cuisine, un garage. L’après-midi, chacun choisit jusqu’à trois tables : permis, prêts, baux, comptabilité, mentors.\n\nÀ distance, on réserve un appel vidéo avec les mêmes tables. Une salle accueille les enfants ; écrivez-nous avant le 10 février.',
      venue: 'Ancienne imprimerie, Athènes',
    },
    ar: {
      title: 'يوم مفتوح في أثينا: من الفكرة إلى الدكان',
      summary:
        'يوم لمن يريد أن يفتح مشروعه ولمن يسانده. اثنتا عشرة طاولة للاستشارة، وثلاث حكايات لأناس فعلوها، وترجمة فورية إلى العربية والإنجليزية والفرنسية. احضروا بأنفسكم أو شاركوا عبر الإنترنت.',
      body: 'في الصباح يتحدث من فتحوا أبوابهم: مشغل خياطة ومطبخ وورشة تصليح. وبعد الظهر يختار كل واحد ثلاث طاولات على الأكثر: التراخيص، القروض، عقود الإيجار، المحاسبة، المرشدون.\n\nمن يشارك من بعيد يحجز مكالمة مرئية مع الطاولات نفسها. وهناك غرفة للأطفال؛ اكتبوا إلينا قبل 10 فبراير.',
      venue: 'المطبعة القديمة، أثينا',
    },
    uk: {
      title: 'День відкритих дверей в Афінах: від ідеї до крамниці',
      summary:
        'День для тих, хто хоче відкрити власну справу, і для тих, хто їх підтримує. Дванадцять столів із консультантами, три історії, усний переклад арабською, англійською та французькою. Приходьте або приєднуйтеся онлайн.',
      body: 'Зранку говорять ті, хто вже відкрився: кравецька майстерня, кухня, автомайстерня. По обіді кожен обирає до трьох столів: дозволи, позики, оренда, бухгалтерія, ментори.\n\nХто приєднується здалеку, замовляє відеодзвінок із тими самими столами. Є кімната для дітей; напишіть нам до 10 лютого.',
      venue: 'Стара друкарня, Афіни',
    },
  },
}
