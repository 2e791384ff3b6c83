import type { DemoPractice } from '../shapes.ts'

/**
 * One of the three schemes that EMEN's first working paper compares. Nothing made up, therefore no figures.
 * What the comparison says: https://dlit.co/emen-cop1-publication-working-paper-with-good-practices-innovation-on-coaching-and-mentoring-for-migrants
 * How the two programmes work: https://betterentrepreneurship.eu/en/content/startup-refugees-finland
 * First day, 9 September 2015: https://svenska.yle.fi/a/7-973215
 */
export const startUpRefugeesNetwork: DemoPractice = {
  key: 'start-up-refugees-network',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring'],
  countries: ['FI'],
  topics: ['networking', 'coaching', 'business-training', 'refugee-entrepreneurs'],
  audiences: ['civil-society', 'national-authorities', 'industry'],
  responsible: 'aeidl',
  workPackage: 2,
  related: [
    { collection: 'practices', key: 'tern-refugee-founders' },
    { collection: 'practices', key: 'human-safety-net-start-ups' },
  ],
  provider: 'startup-refugees',
  city: 'Helsinki',
  start: '2015-09-09',
  end: null,
  ongoing: true,
  level: 'national',
  sector: 'third',
  mainstreaming: 'targeted',
  phases: ['pre-incubation', 'start-up'],
  services: ['training', 'networking', 'mentoring', 'outreach'],
  targetGroups: ['refugees', 'migrants'],
  serviceLanguages: [],
  evidence: 'described',
  results: [],
  scores: [],
  texts: {
    en: {
      title: 'Start-Up Refugees: a whole network asks newcomers what they can do',
      summary:
        'Start-Up Refugees began in Finland in September 2015, when many people were waiting in reception centres with nothing to do. Companies, public bodies, associations and volunteers formed one network that finds out what newcomers can do, and helps them to a job or to a business of their own. In EMEN’s comparison of three schemes it is the one that grew out of the wider refugee community.',
      challenge:
        'Asylum seekers can wait for months before their case is decided. Skills fade in that time, and so does hope. Employers and investors next door do not know who lives in the reception centre, and nobody has asked.',
      goals:
        '- Learn early what each newcomer knows and wants to do.\n- Open two ways, employment and business, and let people choose.\n- Make the host society part of the work: firms, offices, associations and neighbours.',
      howItWorks: [
        'Newcomers are met where they live, reception centres included, and tell of their skills and plans in an interview.',
        'The employment programme helps with a CV and matches people with openings in the network.',
        'The business programme teaches in workshops, company visits and practical tasks, from idea and prototype to pitching for funding.',
        'Most of it takes place on evenings and at weekends, so that people can work or study at the same time. It costs them nothing.',
        'Those who complete the programme receive a certificate and stay in touch with the network.',
      ],
      resultIndicators: [],
      evaluation:
        'EMEN’s community on coaching and mentoring compared Start-Up Refugees with TERN (United Kingdom) and The Human Safety Net (Germany) in four categories. We give no figures here: others have published some, but we have not verified them.',
      dos: [
        'Ask about skills in the first weeks, not after the decision on asylum.',
        'Offer work and self-employment through one door.',
      ],
      donts: ['Count on a founder’s free daytime: many learn and work already.'],
      transferability:
        'According to the comparison, support for starting a business is only one part of what Start-Up Refugees does, beside its role as an employment agency. A place that copies the business courses alone would copy the smaller half. What carries the scheme is the network: before you begin, find the firms and offices that will open their doors.',
    },
    fr: {
      title: 'Start-Up Refugees : un réseau entier demande aux arrivants ce qu’ils savent faire',
      summary:
        'Start-Up Refugees est né en Finlande en septembre 2015, quand beaucoup de personnes attendaient dans des centres d’accueil sans rien pouvoir faire. Entreprises, administrations, associations et bénévoles ont formé un seul réseau, qui recense les savoir-faire des arrivants et les aide à trouver un emploi ou à créer leur activité. Des trois dispositifs comparés par EMEN, c’est celui qui s’est construit à partir de la communauté des réfugiés dans son ensemble.',
      challenge:
        'Un demandeur d’asile peut attendre une décision pendant des mois. Pendant ce temps, les compétences s’émoussent, l’espoir aussi. Les employeurs et les investisseurs d’à côté ne savent pas qui vit dans le centre d’accueil, et personne n’a posé la question.',
      goals:
        '- Savoir tôt ce que chaque arrivant connaît et souhaite faire.\n- Ouvrir deux voies, l’emploi et l’entreprise, et laisser choisir.\n- Associer la société d’accueil : entreprises, administrations, associations et voisins.',
      howItWorks: [
        'On va voir les arrivants là où ils vivent, y compris dans les centres d’accueil ; un entretien porte sur leurs compétences et leurs projets.',
        'Le programme d’emploi aide à rédiger un CV et rapproche les personnes des postes offerts par le réseau.',
        'Le programme de création d’entreprise passe par des ateliers, des visites et des exercices pratiques, de l’idée et du prototype à la présentation devant des financeurs.',
        'L’essentiel a lieu le soir et le week-end, pour que chacun puisse travailler ou étudier en parallèle. C’est gratuit.',
        'Ceux qui vont au bout reçoivent un certificat et restent en lien avec le réseau.',
      ],
      resultIndicators: [],
      evaluation:
        'La communauté d’EMEN sur le coaching et le mentorat a comparé Start-Up Refugees à TERN (Royaume-Uni) et à The Human Safety Net (Allemagne) selon quatre catégories. Nous ne donnons pas de chiffres : d’autres en ont publié, mais nous ne les avons pas vérifiés.',
      dos: [
        'S’enquérir des compétences dès les premières semaines, pas après la décision sur l’asile.',
        'Proposer l’emploi salarié et l’activité indépendante par la même porte.',
      ],
      donts: ['Compter sur les journées libres des participants : beaucoup étudient et travaillent déjà.'],
      transferability:
        'Selon la comparaison, l’aide à la création d’entreprise n’est qu’une partie de ce que fait Start-Up Refugees, à côté de son rôle d’agence pour l’emploi. Ne copier que les cours, ce serait copier la plus petite moitié. Ce qui porte le dispositif, c’est le réseau : avant de commencer, trouvez les entreprises et les administrations qui ouvriront leurs portes.',
    },
    de: {
      title: 'Start-Up Refugees: Ein ganzes Netzwerk fragt Neuankommende, was sie können',
      summary:
        'Start-Up Refugees begann im September 2015 in Finnland, als viele Menschen untätig in Aufnahmezentren warteten. Unternehmen, Behörden, Vereine und Freiwillige bildeten ein gemeinsames Netzwerk. Es findet heraus, was Neuankommende können, und hilft ihnen in eine Stelle oder in die eigene Firma. Von den drei Programmen, die EMEN verglichen hat, ist es jenes, das aus der breiten Gemeinschaft der Geflüchteten heraus entstanden ist.',
      challenge:
        'Asylsuchende warten oft monatelang auf eine Entscheidung. In dieser Zeit verblassen Kenntnisse, und die Hoffnung auch. Arbeitgeber und Geldgeber in der Nachbarschaft wissen nicht, wer im Aufnahmezentrum wohnt, und niemand hat gefragt.',
      goals:
        '- Früh erfahren, was jeder neu angekommene Mensch kann und will.\n- Zwei Wege öffnen, Anstellung und eigenes Unternehmen, und die Wahl lassen.\n- Die Aufnahmegesellschaft beteiligen: Firmen, Ämter, Vereine und Nachbarn.',
      howItWorks: [
        'Das Netzwerk geht dorthin, wo die Menschen wohnen, auch in Aufnahmezentren, und fragt in einem Gespräch nach Kenntnissen und Plänen.',
        'Das Beschäftigungsprogramm hilft beim Lebenslauf und vermittelt an offene Stellen im Netzwerk.',
        'Das Gründungsprogramm besteht aus Workshops, Firmenbesuchen und praktischen Aufgaben, von Idee und Prototyp bis zur Vorstellung vor Geldgebern.',
        'Das meiste findet abends und am Wochenende statt, damit man daneben arbeiten oder lernen kann. Die Teilnahme kostet nichts.',
        'Wer das Programm abschließt, erhält ein Zertifikat und bleibt mit dem Netzwerk verbunden.',
      ],
      resultIndicators: [],
      evaluation:
        'Die EMEN-Gemeinschaft für Coaching und Mentoring hat Start-Up Refugees mit TERN (Vereinigtes Königreich) und The Human Safety Net (Deutschland) in vier Kategorien verglichen. Zahlen nennen wir nicht: Andere haben welche veröffentlicht, wir haben sie aber nicht geprüft.',
      dos: [
        'In den ersten Wochen nach Kenntnissen fragen, nicht erst nach dem Asylbescheid.',
        'Anstellung und Selbstständigkeit durch dieselbe Tür anbieten.',
      ],
      donts: ['Mit freien Tagen der Teilnehmenden rechnen: Viele lernen und arbeiten bereits.'],
      transferability:
        'Dem Vergleich zufolge ist die Gründungshilfe nur ein Teil dessen, was Start-Up Refugees leistet, neben der Rolle als Arbeitsvermittlung. Wer nur die Kurse übernimmt, übernimmt die kleinere Hälfte. Getragen wird alles vom Netzwerk: Suchen Sie zuerst die Firmen und Ämter, die ihre Türen öffnen.',
    },
    el: {
      title: 'Start-Up Refugees: ένα ολόκληρο δίκτυο ρωτά όσους έρχονται τι ξέρουν να κάνουν',
      summary:
        'Το Start-Up Refugees ξεκίνησε στη Φινλανδία τον Σεπτέμβριο του 2015, όταν πολλοί άνθρωποι περίμεναν σε κέντρα υποδοχής χωρίς να έχουν τι να κάνουν. Εταιρείες, δημόσιες υπηρεσίες, σύλλογοι και εθελοντές έφτιαξαν ένα κοινό δίκτυο, που μαθαίνει τι ξέρουν να κάνουν οι νεοφερμένοι και τους βοηθά να βρουν δουλειά ή να ανοίξουν τη δική τους. Από τα τρία σχήματα που συνέκρινε το EMEN, είναι αυτό που βγήκε μέσα από την ευρύτερη κοινότητα των προσφύγων.',
      challenge:
        'Όσοι ζητούν άσυλο μπορεί να περιμένουν μήνες για μια απόφαση. Σε αυτό το διάστημα ξεθωριάζουν οι δεξιότητες, μαζί και η ελπίδα. Οι εργοδότες και οι επενδυτές της γειτονιάς δεν ξέρουν ποιοι ζουν στο κέντρο υποδοχής, και κανείς δεν ρώτησε.',
      goals:
        '- Να μαθευτεί νωρίς τι ξέρει και τι θέλει να κάνει ο καθένας.\n- Να ανοίξουν δύο δρόμοι, η μισθωτή εργασία και η επιχείρηση, και να διαλέγουν οι ίδιοι.\n- Να πάρει μέρος η κοινωνία υποδοχής: εταιρείες, υπηρεσίες, σύλλογοι και γείτονες.',
      howItWorks: [
        'Το δίκτυο πηγαίνει εκεί όπου μένουν οι άνθρωποι, και στα κέντρα υποδοχής, και ρωτά σε μια συνέντευξη για δεξιότητες και σχέδια.',
        'Το πρόγραμμα απασχόλησης βοηθά με το βιογραφικό και φέρνει σε επαφή με θέσεις εργασίας του δικτύου.',
        'Το πρόγραμμα επιχειρηματικότητας γίνεται με εργαστήρια, επισκέψεις σε εταιρείες και πρακτικές ασκήσεις, από την ιδέα και το πρωτότυπο ως την παρουσίαση για χρηματοδότηση.',
        'Τα περισσότερα γίνονται βράδια και Σαββατοκύριακα, ώστε να μπορεί κανείς παράλληλα να δουλεύει ή να σπουδάζει. Η συμμετοχή είναι δωρεάν.',
        'Όσοι ολοκληρώνουν το πρόγραμμα παίρνουν βεβαίωση και μένουν σε επαφή με το δίκτυο.',
      ],
      resultIndicators: [],
      evaluation:
        'Η κοινότητα του EMEN για την καθοδήγηση και το mentoring συνέκρινε το Start-Up Refugees με το TERN (Ηνωμένο Βασίλειο) και το The Human Safety Net (Γερμανία) σε τέσσερις κατηγορίες. Δεν δίνουμε αριθμούς: άλλοι έχουν δημοσιεύσει, αλλά εμείς δεν τους έχουμε επαληθεύσει.',
      dos: [
        'Να ρωτάτε για τις δεξιότητες τις πρώτες εβδομάδες, όχι μετά την απόφαση για το άσυλο.',
        'Να προσφέρετε μισθωτή εργασία και αυτοαπασχόληση από την ίδια πόρτα.',
      ],
      donts: ['Να υπολογίζετε στα ελεύθερα πρωινά των συμμετεχόντων: πολλοί ήδη σπουδάζουν και δουλεύουν.'],
      transferability:
        'Σύμφωνα με τη σύγκριση, η υποστήριξη για νέες επιχειρήσεις είναι μόνο ένα μέρος απ’ όσα κάνει το Start-Up Refugees, δίπλα στον ρόλο του ως γραφείου εύρεσης εργασίας. Όποιος αντιγράψει μόνο τα μαθήματα θα αντιγράψει το μικρότερο μισό. Αυτό που το κρατά όρθιο είναι το δίκτυο: πριν αρχίσετε, βρείτε τις εταιρείες και τις υπηρεσίες που θα ανοίξουν τις πόρτες τους.',
    },
    ar: {
      title: 'Start-Up Refugees: شبكة كاملة تسأل القادمين الجدد عمّا يجيدونه',
      summary:
        'بدأت مبادرة Start-Up Refugees في فنلندا في سبتمبر 2015، حين كان كثيرون ينتظرون في مراكز الاستقبال بلا عمل. اجتمعت شركات وجهات عامة وجمعيات ومتطوعون في شبكة واحدة تتعرّف إلى ما يجيده القادمون الجدد، وتساعدهم على إيجاد وظيفة أو تأسيس عمل خاص بهم. ومن بين المبادرات الثلاث التي قارنتها EMEN، هي التي نشأت من مجتمع اللاجئين الأوسع.',
      challenge:
        'قد ينتظر طالب اللجوء أشهرًا قبل أن يُبتّ في طلبه. في تلك المدة تخبو المهارات، ويخبو معها الأمل. أصحاب العمل والمستثمرون في الجوار لا يعرفون من يسكن مركز الاستقبال، ولم يسأل أحد.',
      goals:
        '- معرفة ما يجيده كل قادم جديد وما يريد أن يفعله، في وقت مبكر.\n- فتح طريقين، الوظيفة والمشروع الخاص، وترك الاختيار لصاحب الشأن.\n- إشراك المجتمع المضيف: الشركات والدوائر والجمعيات والجيران.',
      howItWorks: [
        'تذهب الشبكة إلى حيث يسكن الناس، ومن ذلك مراكز الاستقبال، وتسألهم في مقابلة عن مهاراتهم وخططهم.',
        'يساعد برنامج التوظيف على كتابة السيرة الذاتية، ويربط الناس بفرص العمل المتاحة داخل الشبكة.',
        'يقوم برنامج تأسيس الأعمال على ورشات وزيارات لشركات ومهام عملية، من الفكرة والنموذج الأول إلى عرضها على الممولين.',
        'يجري معظم ذلك مساءً وفي عطلة نهاية الأسبوع، ليتمكن المشاركون من العمل أو الدراسة في الوقت نفسه. والمشاركة مجانية.',
        'من يُتمّ البرنامج يحصل على شهادة ويبقى على صلة بالشبكة.',
      ],
      resultIndicators: [],
      evaluation:
        'قارنت مجموعة الإرشاد والتوجيه في EMEN بين Start-Up Refugees ومبادرتَي TERN في المملكة المتحدة وThe Human Safety Net في ألمانيا ضمن أربع فئات. لا نورد أرقامًا هنا: نشر آخرون أرقامًا، لكننا لم نتحقق منها.',
      dos: [
        'اسألوا عن المهارات في الأسابيع الأولى، لا بعد صدور قرار اللجوء.',
        'قدّموا الوظيفة والعمل المستقل من باب واحد.',
      ],
      donts: ['التعويل على فراغ المشاركين نهارًا: كثيرون منهم يدرسون ويعملون.'],
      transferability:
        'بحسب المقارنة، ليس دعم تأسيس الأعمال سوى جزء مما تقدّمه Start-Up Refugees، إلى جانب دورها في التوظيف. ومن ينقل الدورات وحدها ينقل النصف الأصغر. ما يحمل المبادرة هو الشبكة: قبل أن تبدأوا، ابحثوا عن الشركات والدوائر التي ستفتح أبوابها.',
    },
    uk: {
      title: 'Start-Up Refugees: ціла мережа запитує новоприбулих, що вони вміють',
      summary:
        'Start-Up Refugees почала працювати у Фінляндії у вересні 2015 року, коли багато людей чекали в центрах прийому й не мали що робити. Компанії, державні установи, громадські організації та волонтери створили спільну мережу: вона з’ясовує, що вміють новоприбулі, і допомагає їм знайти роботу або відкрити власну справу. З трьох програм, які порівняла EMEN, саме ця виросла із широкої спільноти біженців.',
      challenge:
        'Шукачі притулку можуть чекати на рішення місяцями. За цей час згасають навички, а з ними й надія. Роботодавці та інвестори по сусідству не знають, хто живе в центрі прийому, і ніхто про це не питав.',
      goals:
        '- Якнайраніше дізнатися, що кожна людина вміє і чого хоче.\n- Відкрити два шляхи, роботу за наймом і власну справу, і дати змогу обирати.\n- Залучити місцеве суспільство: фірми, установи, громадські організації та сусідів.',
      howItWorks: [
        'Мережа приходить туди, де люди живуть, зокрема до центрів прийому, і в розмові розпитує про навички та плани.',
        'Програма зайнятості допомагає скласти резюме й підшукує вакансії серед учасників мережі.',
        'Підприємницька програма складається з майстерень, відвідин компаній і практичних завдань: від ідеї та прототипу до виступу перед інвесторами.',
        'Більшість занять відбувається ввечері та у вихідні, щоб можна було водночас працювати чи вчитися. Участь безкоштовна.',
        'Хто завершує програму, отримує сертифікат і залишається на зв’язку з мережею.',
      ],
      resultIndicators: [],
      evaluation:
        'Спільнота EMEN з коучингу й менторства порівняла Start-Up Refugees із TERN (Велика Британія) та The Human Safety Net (Німеччина) за чотирма категоріями. Цифр не наводимо: інші їх публікували, але ми їх не перевіряли.',
      dos: [
        'Розпитуйте про навички в перші тижні, а не після рішення про притулок.',
        'Пропонуйте роботу за наймом і власну справу через одні двері.',
      ],
      donts: ['Розраховувати на вільні дні учасників: багато хто вже вчиться й працює.'],
      transferability:
        'За висновком порівняння, підтримка підприємців є лише частиною того, що робить Start-Up Refugees: водночас вона працює як агентство зайнятості. Хто перейме самі лише курси, перейме меншу половину. Усе тримається на мережі: перш ніж починати, знайдіть компанії та установи, готові відчинити двері.',
    },
  },
}
