import type { DemoPractice } from './shapes.ts'

/** Sample, kept back for `npm run demo`: a practice that waits to be published. Everything in it is made up. */
export const preparedPractice: DemoPractice = {
  key: 'first-customer-saturdays',
  sourceLocale: 'en',
  sample: true,
  communities: ['coaching-mentoring'],
  countries: ['GR'],
  topics: ['mentoring', 'networking', 'refugee-entrepreneurs'],
  audiences: ['local-authorities', 'civil-society', 'industry'],
  responsible: 'sample-organisation',
  workPackage: 2,
  related: [],
  provider: 'sample-organisation',
  city: 'Thessaloniki',
  start: '2024-03-02',
  end: null,
  ongoing: true,
  level: 'local',
  sector: 'third',
  mainstreaming: 'targeted',
  phases: ['pre-incubation', 'start-up'],
  services: ['mentoring', 'networking'],
  targetGroups: ['refugees', 'migrant-women'],
  serviceLanguages: ['el', 'en', 'ar', 'uk'],
  evidence: 'monitored',
  results: [
    { baseline: null, value: 64, unit: 'people' },
    { baseline: 4, value: 1, unit: 'months' },
  ],
  scores: [
    { dimension: 2, self: 8, peer: 7 },
    { dimension: 3, self: 7, peer: 8 },
    { dimension: 5, self: 5, peer: 4 },
    { dimension: 9, self: 4, peer: 3 },
  ],
  texts: {
    en: {
      title: 'First-customer Saturdays: sell once before you write the plan',
      summary:
        'Every first Saturday, twelve founders sell what they make from a shared table in a covered market, with a neighbour trader at their side. Whoever has sold to three strangers writes the business plan afterwards, with real questions. One in five found out that they did not want to, and were glad to know.',
      challenge:
        'Advice began with a plan of twenty pages in a second language. Most people left before page five, and those who stayed had never met a customer.',
      goals:
        'To bring the first sale forward from month four to month one, and to let people stop early without shame.',
      howItWorks: [
        'A table, a licence for the day and an insurance are shared by twelve people.',
        'A trader from the market stands beside each newcomer for the first two hours.',
        'In the evening everyone says what they sold, to whom, and what they were asked.',
        'Whoever has sold to three strangers gets six meetings with a mentor.',
      ],
      resultIndicators: ['People who sold for the first time', 'Time from first talk to first sale'],
      userOpinion: 'I had practised my price for a week. The first customer asked whether I deliver.',
      dos: ['Pay the traders for their two hours.', 'Give every table a card with the prices written out.'],
      donts: ['Choose a Saturday in a month of fasting for a table of food.'],
      whatFailed:
        'We tried it in a shopping centre. Nobody stopped, the rent ate the takings, and two people gave up who would have sold on the market.',
      transferability: 'Any town with a weekly market and one person who knows every trader there.',
      howToApply:
        'Come on any Thursday evening; no papers are needed to sell for a day under the shared licence.',
    },
    fr: {
      title: 'Les samedis du premier client : vendre une fois avant d’écrire le plan',
      summary:
        'Chaque premier samedi du mois, douze personnes vendent ce qu’elles fabriquent à une table commune dans un marché couvert, avec une commerçante voisine à leurs côtés. Celles qui ont vendu à trois inconnus écrivent ensuite leur plan d’affaires, avec de vraies questions. Une sur cinq a compris que ce n’était pas pour elle, et s’en est trouvée soulagée.',
      challenge:
        'Le conseil commençait par un plan de vingt pages dans une deuxième langue. La plupart abandonnaient avant la cinquième, et les autres n’avaient jamais rencontré de client.',
      goals:
        'Avancer la première vente du quatrième au premier mois, et permettre d’arrêter tôt sans en avoir honte.',
      howItWorks: [
        'Une table, une autorisation pour la journée et une assurance sont partagées par douze personnes.',
        'Un commerçant du marché accompagne chaque nouvelle venue pendant les deux premières heures.',
        'Le soir, chacun dit ce qu’il a vendu, à qui, et ce qu’on lui a demandé.',
        'Qui a vendu à trois inconnus reçoit six rendez-vous avec un mentor.',
      ],
      resultIndicators: [
        'Personnes ayant vendu pour la première fois',
        'Temps entre le premier entretien et la première vente',
      ],
      userOpinion:
        'J’avais répété mon prix pendant une semaine. La première cliente m’a demandé si je livrais.',
      dos: [
        'Payer aux commerçants leurs deux heures.',
        'Donner à chaque table une carte où les prix sont écrits.',
      ],
      donts: ['Choisir un samedi d’un mois de jeûne pour une table de nourriture.'],
      whatFailed:
        'Nous avons essayé dans un centre commercial. Personne ne s’arrêtait, le loyer mangeait la recette, et deux personnes qui auraient vendu au marché ont renoncé.',
      transferability:
        'Toute ville qui a un marché hebdomadaire et une personne qui y connaît tout le monde.',
      howToApply:
        'Venez un jeudi soir ; aucun papier n’est demandé pour vendre une journée sous l’autorisation commune.',
    },
    el: {
      title: 'Σάββατα του πρώτου πελάτη: πούλησε μία φορά πριν γράψεις το σχέδιο',
      summary:
        'Κάθε πρώτο Σάββατο του μήνα δώδεκα άνθρωποι πουλούν ό,τι φτιάχνουν σε κοινό πάγκο μέσα σε σκεπαστή αγορά, με έναν γείτονα έμπορο δίπλα τους. Όποιος πουλήσει σε τρεις αγνώστους γράφει μετά το επιχειρηματικό σχέδιο, με αληθινές ερωτήσεις. Ένας στους πέντε κατάλαβε ότι δεν το θέλει και χάρηκε που το έμαθε νωρίς.',
      challenge:
        'Η συμβουλευτική ξεκινούσε με σχέδιο είκοσι σελίδων σε δεύτερη γλώσσα. Οι περισσότεροι έφευγαν πριν από την πέμπτη σελίδα, και όσοι έμεναν δεν είχαν δει ποτέ πελάτη.',
      goals:
        'Να έρθει η πρώτη πώληση από τον τέταρτο στον πρώτο μήνα και να μπορεί κανείς να σταματήσει νωρίς χωρίς ντροπή.',
      howItWorks: [
        'Ένας πάγκος, μία άδεια ημέρας και μία ασφάλιση μοιράζονται σε δώδεκα άτομα.',
        'Ένας έμπορος της αγοράς στέκεται δίπλα σε κάθε νέο τις δύο πρώτες ώρες.',
        'Το βράδυ όλοι λένε τι πούλησαν, σε ποιον και τι τους ρώτησαν.',
        'Όποιος πουλήσει σε τρεις αγνώστους έχει έξι συναντήσεις με μέντορα.',
      ],
      resultIndicators: [
        'Άτομα που πούλησαν για πρώτη φορά',
        'Χρόνος από την πρώτη συζήτηση ως την πρώτη πώληση',
      ],
      userOpinion: 'Έκανα πρόβα την τιμή μου μια εβδομάδα. Ο πρώτος πελάτης με ρώτησε αν κάνω διανομή.',
      dos: [
        'Πληρώστε τους εμπόρους για τις δύο ώρες τους.',
        'Δώστε σε κάθε πάγκο μια κάρτα με τις τιμές γραμμένες.',
      ],
      donts: ['Μη διαλέγετε Σάββατο σε μήνα νηστείας για πάγκο με φαγητό.'],
      whatFailed:
        'Το δοκιμάσαμε σε εμπορικό κέντρο. Κανείς δεν σταματούσε, το ενοίκιο έτρωγε τις εισπράξεις και δύο άνθρωποι που θα πουλούσαν στην αγορά τα παράτησαν.',
      transferability: 'Σε κάθε πόλη με εβδομαδιαία αγορά και έναν άνθρωπο που γνωρίζει όλους τους εμπόρους.',
      howToApply:
        'Ελάτε οποιαδήποτε Πέμπτη βράδυ· δεν χρειάζονται χαρτιά για να πουλήσετε μία ημέρα με την κοινή άδεια.',
    },
    ar: {
      title: 'سبت الزبون الأول: بِع مرة واحدة قبل أن تكتب الخطة',
      summary:
        'في أول سبت من كل شهر يبيع اثنا عشر شخصًا ما يصنعونه على طاولة مشتركة في سوق مسقوف، وإلى جانب كل منهم تاجر من الجيران. ومن يبيع لثلاثة غرباء يكتب خطة عمله بعد ذلك وفي ذهنه أسئلة حقيقية. واكتشف واحد من كل خمسة أنه لا يريد ذلك، وسرّه أن يعرف مبكرًا.',
      challenge:
        'كانت الاستشارة تبدأ بخطة من عشرين صفحة بلغة ثانية. غادر معظم الناس قبل الصفحة الخامسة، أما من بقي فلم يكن قد قابل زبونًا قط.',
      goals: 'أن تأتي أول عملية بيع في الشهر الأول بدل الرابع، وأن يستطيع المرء التوقف مبكرًا دون حرج.',
      howItWorks: [
        'يتقاسم اثنا عشر شخصًا طاولة واحدة ورخصة ليوم واحد وتأمينًا واحدًا.',
        'يقف تاجر من السوق إلى جانب كل قادم جديد في الساعتين الأوليين.',
        'في المساء يحكي كل واحد ماذا باع ولمن وما الأسئلة التي طُرحت عليه.',
        'من يبيع لثلاثة غرباء يحصل على ستة لقاءات مع مرشد.',
      ],
      resultIndicators: ['أشخاص باعوا لأول مرة', 'المدة من أول حديث إلى أول عملية بيع'],
      userOpinion: 'تدربت على قول السعر أسبوعًا كاملًا، فسألني أول زبون إن كنت أوصل الطلبات.',
      dos: ['ادفعوا للتجار أجر ساعتيهم.', 'أعطوا كل طاولة بطاقة كُتبت عليها الأسعار.'],
      donts: ['لا تختاروا سبتًا في شهر صيام لطاولة طعام.'],
      whatFailed:
        'جربنا الفكرة في مركز تجاري، فلم يتوقف أحد، والتهم الإيجار ما بعناه، واستسلم شخصان كانا سيبيعان في السوق.',
      transferability: 'تصلح لكل مدينة فيها سوق أسبوعي وشخص يعرف جميع تجاره.',
      howToApply: 'تعالوا مساء أي خميس؛ لا حاجة إلى أوراق للبيع يومًا واحدًا بالرخصة المشتركة.',
    },
  },
}
