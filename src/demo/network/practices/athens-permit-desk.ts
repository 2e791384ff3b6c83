import type { DemoPractice } from '../shapes.ts'

/** Sample: the desk, its people and its figures are made up. */
export const athensPermitDesk: DemoPractice = {
  key: 'athens-permit-desk',
  sourceLocale: 'en',
  sample: true,
  unpublished: ['de'],
  communities: ['coaching-mentoring'],
  countries: ['GR'],
  topics: ['legal-advice', 'language-sensitivity', 'local-policy'],
  audiences: ['local-authorities', 'civil-society', 'end-users'],
  responsible: 'sample-organisation',
  workPackage: 3,
  related: [
    { collection: 'practices', key: 'thessaloniki-books-evening' },
    { collection: 'practices', key: 'barcelona-small-lots' },
  ],
  provider: 'sample-organisation',
  city: 'Athens',
  start: '2019-03-05',
  end: null,
  ongoing: true,
  level: 'local',
  sector: 'public',
  mainstreaming: 'tailored-mainstream',
  phases: ['pre-incubation', 'start-up'],
  services: ['legal', 'outreach'],
  targetGroups: ['migrants', 'refugees', 'third-country-nationals'],
  serviceLanguages: ['el', 'en', 'ar', 'fa', 'fr', 'ur'],
  evidence: 'evaluated',
  results: [
    { baseline: 7, value: 3, unit: 'months' },
    { baseline: 34, value: 78, unit: 'percent' },
    { baseline: null, value: 412, unit: 'people' },
    { baseline: null, value: 96, unit: 'businesses' },
  ],
  scores: [
    { dimension: 1, self: 7, peer: 8 },
    { dimension: 2, self: 4, peer: 3 },
    { dimension: 3, self: 9, peer: 9 },
    { dimension: 4, self: 9, peer: 8 },
    { dimension: 5, self: 3, peer: 4 },
    { dimension: 6, self: 1, peer: 2 },
    { dimension: 7, self: 2, peer: null },
    { dimension: 8, self: 1, peer: 2 },
    { dimension: 9, self: 7, peer: 6 },
  ],
  texts: {
    en: {
      title: 'The permit desk: four offices at one table, one morning a week',
      summary:
        'To open a sandwich shop in Athens, a founder used to queue at four counters in four buildings, in the right order. Every Tuesday morning the permit desk puts those four at one table, with an interpreter beside it. Founders leave with a complete file, or with one page that says what is missing. The wait for a licence has fallen from seven months to three.',
      challenge:
        'A food licence takes a tax number, a health certificate, a floor plan signed by an engineer and proof of the right to stay. Each office sends the founder on to the next, and one paper expires while the next is awaited.\n\nFounders who read Greek slowly paid, on average, two months’ rent for a shop that they could not open. Many hired a go-between to stand in line for them. Some traded without papers and lost their goods at the first inspection.',
      goals:
        '- Bring the time from first visit to licence below four months.\n- Have two files out of three accepted at first submission.\n- Make the paid go-between unnecessary.',
      howItWorks: [
        'Founders book by telephone or message, in six languages, and get a list of papers to bring in their own.',
        'A week before, an adviser reads the papers and settles what can be settled without a visit.',
        'On Tuesday, the people for tax, health, building and residence sit side by side. The interpreter stays with the founder from the first chair to the last.',
        'What is complete is filed at once. What is missing goes on one page, each line with an office and a date.',
        'Thirty days later somebody calls and asks whether the licence has come, and what held it up.',
      ],
      resultIndicators: [
        'From first visit to licence, in half of all cases',
        'Files accepted at first submission',
        'People advised in 2023',
        'Businesses licensed in the first two years and still open in 2024',
      ],
      userOpinion:
        'For once I was not the messenger between two offices. They spoke to each other, and I drank my coffee.',
      evaluation:
        'Two outside advisers read 120 files and telephoned 60 founders in 2023. They found a clear gain for food and retail, and a small one for services, which need few permits. They also found that we had counted return visits as new people in our first year. The figures here are the corrected ones.',
      dos: [
        'Read the papers before the day, not on it.',
        'Pay the interpreter for the whole morning.',
        'Write down what is missing, with an office and a date.',
      ],
      donts: [
        'Open without the building office: its absence undoes the morning.',
        'Let a child interpret for a parent.',
        'Promise a date that another office has to keep.',
      ],
      whatFailed:
        'The evening desk closed after four months. Founders came, officials did not, because nobody had settled their overtime. Video advice for people outside the centre failed too: scanned floor plans were refused further down the line.\n\nOur first list of papers was correct and eleven pages long. Nobody read it, until a baker cut it to one.',
      transferability:
        'It works where several offices answer to different heads and cannot be merged. You need one person who is entitled to invite all four, and a room. No new law is needed. Where a true one-stop shop exists already, take only the interpreter and the call after thirty days.',
      resourcesNeeded:
        'One adviser full time, an interpreter for two mornings a week and half a day of four officials. About €64,000 a year, rent not counted.',
      eligibility:
        'Anyone who wants to open a business in the district and may work, or is waiting for the right to.',
      howToApply:
        'Call or write in Greek, English, Arabic, Persian, French or Urdu. The next free Tuesday is usually within two weeks. It costs nothing.',
    },
    el: {
      title: 'Το γραφείο αδειών: τέσσερις υπηρεσίες σε ένα τραπέζι, ένα πρωί την εβδομάδα',
      summary:
        'Για να ανοίξει κανείς ένα σαντουιτσάδικο στην Αθήνα, έπρεπε να σταθεί σε τέσσερα γκισέ, σε τέσσερα κτίρια, με τη σωστή σειρά. Κάθε Τρίτη πρωί, το γραφείο αδειών βάζει και τις τέσσερις υπηρεσίες στο ίδιο τραπέζι, με διερμηνέα δίπλα. Όποιος έρχεται φεύγει με πλήρη φάκελο ή με μία σελίδα που γράφει τι λείπει. Η αναμονή για την άδεια έπεσε από τους επτά μήνες στους τρεις.',
      challenge:
        'Για μια άδεια εστίασης χρειάζονται ΑΦΜ, υγειονομικό πιστοποιητικό, κάτοψη υπογεγραμμένη από μηχανικό και απόδειξη νόμιμης διαμονής. Η μία υπηρεσία στέλνει στην επόμενη, και όσο περιμένεις το ένα χαρτί λήγει το άλλο.\n\nΌσοι διαβάζουν αργά ελληνικά πλήρωναν κατά μέσο όρο δύο ενοίκια για ένα μαγαζί που δεν μπορούσαν να ανοίξουν. Πολλοί πλήρωναν κάποιον να σταθεί στην ουρά για λογαριασμό τους. Μερικοί δούλευαν χωρίς χαρτιά και έχαναν το εμπόρευμα στον πρώτο έλεγχο.',
      goals:
        '- Να πέσει ο χρόνος από την πρώτη επίσκεψη ως την άδεια κάτω από τους τέσσερις μήνες.\n- Να γίνονται δεκτοί με την πρώτη δύο στους τρεις φακέλους.\n- Να μη χρειάζεται πια ο πληρωμένος μεσάζων.',
      howItWorks: [
        'Το ραντεβού κλείνεται με τηλεφώνημα ή μήνυμα σε έξι γλώσσες· ο κατάλογος με τα χαρτιά έρχεται στη γλώσσα του καθενός.',
        'Μία εβδομάδα πριν, μια σύμβουλος διαβάζει τα χαρτιά και τακτοποιεί ό,τι τακτοποιείται χωρίς επίσκεψη.',
        'Την Τρίτη, όσοι χειρίζονται εφορία, υγεία, πολεοδομία και διαμονή κάθονται δίπλα δίπλα. Ο διερμηνέας μένει με τον ενδιαφερόμενο από την πρώτη καρέκλα ως την τελευταία.',
        'Ό,τι είναι πλήρες κατατίθεται αμέσως. Ό,τι λείπει γράφεται σε μία σελίδα, με υπηρεσία και ημερομηνία σε κάθε γραμμή.',
        'Τριάντα ημέρες μετά, κάποιος τηλεφωνεί και ρωτά αν βγήκε η άδεια και πού κόλλησε.',
      ],
      resultIndicators: [
        'Από την πρώτη επίσκεψη ως την άδεια, στις μισές περιπτώσεις',
        'Φάκελοι που έγιναν δεκτοί με την πρώτη',
        'Άνθρωποι που πήραν συμβουλή το 2023',
        'Επιχειρήσεις με άδεια από τα δύο πρώτα χρόνια, ανοιχτές ακόμη το 2024',
      ],
      userOpinion:
        'Για μία φορά δεν ήμουν εγώ ο ταχυδρόμος ανάμεσα σε δύο υπηρεσίες. Μιλούσαν μεταξύ τους κι εγώ έπινα τον καφέ μου.',
      evaluation:
        'Το 2023 δύο εξωτερικοί σύμβουλοι διάβασαν 120 φακέλους και τηλεφώνησαν σε 60 ανθρώπους. Βρήκαν σαφές όφελος στην εστίαση και το λιανεμπόριο και μικρό στις υπηρεσίες, που χρειάζονται λίγες άδειες. Βρήκαν επίσης ότι τον πρώτο χρόνο μετρούσαμε τις δεύτερες επισκέψεις ως νέα άτομα. Οι αριθμοί εδώ είναι οι διορθωμένοι.',
      dos: [
        'Να διαβάζετε τα χαρτιά πριν από την ημέρα, όχι εκείνη την ημέρα.',
        'Να πληρώνετε τον διερμηνέα για όλο το πρωί.',
        'Να γράφετε τι λείπει, με υπηρεσία και ημερομηνία.',
      ],
      donts: [
        'Να ανοίγετε χωρίς την πολεοδομία: η απουσία της ακυρώνει όλο το πρωί.',
        'Να αφήνετε ένα παιδί να διερμηνεύει για τον γονιό του.',
        'Να υπόσχεστε ημερομηνία που πρέπει να τηρήσει άλλη υπηρεσία.',
      ],
      whatFailed:
        'Το απογευματινό γραφείο έκλεισε μετά από τέσσερις μήνες. Ο κόσμος ερχόταν, οι υπάλληλοι όχι, γιατί κανείς δεν είχε ρυθμίσει τις υπερωρίες τους. Απέτυχαν και οι συμβουλές με βίντεο για όσους μένουν μακριά: οι σαρωμένες κατόψεις δεν γίνονταν δεκτές παρακάτω.\n\nΟ πρώτος μας κατάλογος δικαιολογητικών ήταν σωστός και είχε έντεκα σελίδες. Δεν τον διάβασε κανείς, ώσπου μια κυρία που άνοιγε φούρνο τον έκανε μία.',
      transferability:
        'Δουλεύει εκεί όπου οι υπηρεσίες έχουν διαφορετικούς προϊσταμένους και δεν μπορούν να συγχωνευθούν. Χρειάζεται ένας άνθρωπος που να δικαιούται να τις καλέσει και τις τέσσερις, και μία αίθουσα. Νέος νόμος δεν χρειάζεται. Όπου λειτουργεί ήδη πραγματική υπηρεσία μίας στάσης, κρατήστε μόνο τον διερμηνέα και το τηλεφώνημα στις τριάντα ημέρες.',
      resourcesNeeded:
        'Μία σύμβουλος πλήρους απασχόλησης, διερμηνέας για δύο πρωινά την εβδομάδα και μισή ημέρα από τέσσερις υπαλλήλους. Περίπου 64.000 € τον χρόνο, χωρίς το ενοίκιο.',
      eligibility:
        'Όποιος θέλει να ανοίξει επιχείρηση στην περιοχή και έχει δικαίωμα εργασίας ή το περιμένει.',
      howToApply:
        'Τηλεφωνήστε ή γράψτε στα ελληνικά, αγγλικά, αραβικά, περσικά, γαλλικά ή ουρντού. Η επόμενη ελεύθερη Τρίτη είναι συνήθως μέσα σε δύο εβδομάδες. Δεν κοστίζει τίποτα.',
    },
    ar: {
      title: 'مكتب التراخيص: أربع دوائر حول طاولة واحدة، صباحًا واحدًا في الأسبوع',
      summary:
        'كان من يريد فتح محل شطائر في أثينا يقف أمام أربعة شبابيك في أربعة مبانٍ، وبالترتيب الصحيح. في صباح كل ثلاثاء يجمع مكتب التراخيص الأربعة حول طاولة واحدة، وإلى جانبهم مترجم. يخرج المراجع بملف كامل، أو بصفحة واحدة تقول ما ينقصه. وقد انخفض انتظار الرخصة من سبعة أشهر إلى ثلاثة.',
      challenge:
        'تحتاج رخصة الطعام إلى رقم ضريبي وشهادة صحية ومخطط موقّع من مهندس وإثبات لحق الإقامة. كل دائرة ترسلك إلى التي بعدها، وتنتهي صلاحية ورقة وأنت تنتظر أخرى.\n\nمن يقرأ اليونانية ببطء كان يدفع في المتوسط إيجار شهرين عن محل لا يستطيع فتحه. كثيرون استأجروا وسيطًا يقف في الطابور عنهم. وبعضهم عمل بلا أوراق فخسر بضاعته عند أول تفتيش.',
      goals:
        '- أن تقلّ المدة من الزيارة الأولى إلى الرخصة عن أربعة أشهر.\n- أن يُقبل ملفان من كل ثلاثة من المرة الأولى.\n- أن يُستغنى عن الوسيط المأجور.',
      howItWorks: [
        'يُحجز الموعد بالهاتف أو برسالة، بست لغات، وتصل قائمة الأوراق بلغة صاحب الطلب.',
        'قبل الموعد بأسبوع تقرأ مستشارة الأوراق وتسوّي ما يمكن تسويته بلا زيارة.',
        'يوم الثلاثاء يجلس موظفو الضرائب والصحة والبناء والإقامة جنبًا إلى جنب، ويبقى المترجم مع صاحب الطلب من الكرسي الأول إلى الأخير.',
        'ما اكتمل يُقدَّم في الحال، وما نقص يُكتب في صفحة واحدة، وأمام كل سطر اسم الدائرة والتاريخ.',
        'بعد ثلاثين يومًا يتصل أحدهم ويسأل: هل صدرت الرخصة؟ وما الذي أخّرها؟',
      ],
      resultIndicators: [
        'المدة من الزيارة الأولى إلى الرخصة، في نصف الحالات',
        'الملفات المقبولة من المرة الأولى',
        'من حصلوا على المشورة في عام 2023',
        'محال رُخّصت في العامين الأولين وما زالت مفتوحة في عام 2024',
      ],
      userOpinion: 'لأول مرة لم أكن ساعي بريد بين دائرتين. كانوا يتحدثون معًا، وأنا أشرب قهوتي.',
      evaluation:
        'في عام 2023 قرأ مستشاران من خارج المكتب 120 ملفًا واتصلا بستين شخصًا. وجدا فائدة واضحة في الطعام وتجارة التجزئة، وفائدة صغيرة في الخدمات التي لا تحتاج إلا إلى تراخيص قليلة. ووجدا أيضًا أننا في عامنا الأول عددنا من عادوا مرة ثانية أشخاصًا جددًا. الأرقام المنشورة هنا هي الأرقام المصحّحة.',
      dos: [
        'اقرأوا الأوراق قبل الموعد لا أثناءه.',
        'ادفعوا للمترجم أجر الصباح كله.',
        'اكتبوا ما ينقص، مع اسم الدائرة والتاريخ.',
      ],
      donts: [
        'فتح المكتب في غياب دائرة البناء: غيابها يضيّع الصباح كله.',
        'ترك الأطفال يترجمون لآبائهم.',
        'الوعد بموعد على دائرة أخرى أن تلتزم به.',
      ],
      whatFailed:
        'أُغلق المكتب المسائي بعد أربعة أشهر: كان الناس يأتون والموظفون لا يأتون، لأن أحدًا لم يرتّب أجر ساعاتهم الإضافية. وفشلت كذلك المشورة بالفيديو لمن يسكنون بعيدًا، إذ رُفضت المخططات الممسوحة ضوئيًا في المراحل التالية.\n\nوكانت قائمتنا الأولى بالأوراق المطلوبة صحيحة، لكنها في إحدى عشرة صفحة. لم يقرأها أحد، حتى اختصرتها صاحبة مخبز في صفحة واحدة.',
      transferability:
        'ينجح هذا حيث تتبع الدوائر رؤساء مختلفين ولا يمكن دمجها. تحتاجون إلى شخص واحد يحق له أن يدعو الأربع، وإلى غرفة. ولا حاجة إلى قانون جديد. وحيث توجد نافذة موحّدة بالفعل، خذوا المترجم والمكالمة بعد ثلاثين يومًا فقط.',
      resourcesNeeded:
        'مستشارة بدوام كامل، ومترجم لصباحين في الأسبوع، ونصف يوم من وقت أربعة موظفين. نحو 64,000 يورو في السنة، دون الإيجار.',
      eligibility: 'كل من يريد أن يفتح عملًا في المنطقة ويحق له العمل، أو ينتظر هذا الحق.',
      howToApply:
        'اتصلوا أو اكتبوا باليونانية أو الإنجليزية أو العربية أو الفارسية أو الفرنسية أو الأردية. أقرب ثلاثاء متاح يكون عادة خلال أسبوعين. الخدمة مجانية.',
    },
    fr: {
      title: 'Le guichet des permis : quatre services à la même table, un matin par semaine',
      summary:
        'Pour ouvrir une sandwicherie à Athènes, il fallait faire la queue à quatre guichets, dans quatre bâtiments, et dans le bon ordre. Chaque mardi matin, le guichet des permis réunit les quatre services à une même table, avec un interprète. On repart avec un dossier complet, ou avec une page qui dit ce qui manque. L’attente d’une licence est passée de sept mois à trois.',
      challenge:
        'Une licence alimentaire demande un numéro fiscal, un certificat sanitaire, un plan signé par un ingénieur et la preuve du droit au séjour. Chaque service renvoie au suivant, et un papier expire pendant qu’on attend l’autre.\n\nCeux qui lisent lentement le grec payaient en moyenne deux mois de loyer pour une boutique qu’ils ne pouvaient pas ouvrir. Beaucoup payaient un intermédiaire pour faire la queue à leur place. Certains vendaient sans papiers et perdaient leur marchandise au premier contrôle.',
      goals:
        '- Ramener le délai entre la première visite et la licence sous quatre mois.\n- Faire accepter deux dossiers sur trois dès le premier dépôt.\n- Rendre inutile l’intermédiaire payé.',
      howItWorks: [
        'On prend rendez-vous par téléphone ou par message, en six langues, et l’on reçoit la liste des papiers dans la sienne.',
        'Une semaine avant, une conseillère lit les papiers et règle ce qui peut l’être sans visite.',
        'Le mardi, les agents chargés des impôts, de la santé, de l’urbanisme et du séjour sont assis côte à côte. L’interprète reste avec la personne de la première à la dernière chaise.',
        'Ce qui est complet est déposé sur-le-champ. Ce qui manque tient sur une page, chaque ligne avec un service et une date.',
        'Trente jours plus tard, quelqu’un appelle : la licence est-elle arrivée, et qu’est-ce qui a bloqué ?',
      ],
      resultIndicators: [
        'De la première visite à la licence, dans la moitié des cas',
        'Dossiers acceptés au premier dépôt',
        'Personnes conseillées en 2023',
        'Commerces autorisés les deux premières années et toujours ouverts en 2024',
      ],
      userOpinion:
        'Pour une fois, je n’étais pas le messager entre deux services. Ils se parlaient, et moi, je buvais mon café.',
      evaluation:
        'En 2023, deux consultants extérieurs ont lu 120 dossiers et appelé 60 personnes. Le gain est net pour la restauration et le commerce, faible pour les services, qui demandent peu de permis. Ils ont aussi constaté que, la première année, nous avions compté les deuxièmes visites comme de nouvelles personnes. Les chiffres donnés ici sont corrigés.',
      dos: [
        'Lire les papiers avant le jour dit, pas le jour même.',
        'Payer l’interprète pour toute la matinée.',
        'Écrire ce qui manque, avec un service et une date.',
      ],
      donts: [
        'Ouvrir sans l’urbanisme : son absence ruine la matinée.',
        'Laisser un enfant interpréter pour ses parents.',
        'Promettre une date qu’un autre service devra tenir.',
      ],
      whatFailed:
        'La permanence du soir a fermé au bout de quatre mois. Le public venait, les agents non, car personne n’avait réglé leurs heures supplémentaires. Le conseil par vidéo, pensé pour ceux qui vivent loin du centre, a échoué aussi : les plans numérisés étaient refusés plus loin dans la chaîne.\n\nNotre première liste de papiers était exacte et longue de onze pages. Personne ne l’a lue, jusqu’à ce qu’une boulangère la réduise à une seule.',
      transferability:
        'Cela marche là où plusieurs services relèvent de chefs différents et ne peuvent être fusionnés. Il faut une personne qui ait le droit d’inviter les quatre, et une salle. Aucune loi nouvelle n’est nécessaire. Là où existe déjà un vrai guichet unique, ne prenez que l’interprète et l’appel à trente jours.',
      resourcesNeeded:
        'Une conseillère à plein temps, un interprète deux matins par semaine et une demi-journée de quatre agents. Environ 64 000 € par an, hors loyer.',
      eligibility:
        'Toute personne qui veut ouvrir un commerce dans le quartier et qui a le droit de travailler, ou l’attend.',
      howToApply:
        'Appelez ou écrivez en grec, anglais, arabe, persan, français ou ourdou. Le prochain mardi libre se trouve en général dans les deux semaines. C’est gratuit.',
    },
    de: {
      title: 'Der Genehmigungstisch: vier Ämter an einem Tisch, ein Vormittag in der Woche',
      summary:
        'Wer in Athen einen Imbiss eröffnen wollte, stand an vier Schaltern in vier Gebäuden an, und zwar in der richtigen Reihenfolge. Jeden Dienstagvormittag holt der Genehmigungstisch diese vier an einen Tisch, daneben sitzt eine Dolmetscherin. Man geht mit einer vollständigen Akte nach Hause oder mit einer Seite, auf der steht, was fehlt. Die Wartezeit auf die Zulassung ist von sieben Monaten auf drei gesunken.',
      challenge:
        'Für die Zulassung eines Lebensmittelbetriebs braucht es eine Steuernummer, ein Gesundheitszeugnis, einen vom Ingenieur unterschriebenen Grundriss und den Nachweis des Aufenthaltsrechts. Ein Amt schickt zum nächsten, und während man auf das eine Papier wartet, läuft das andere ab.\n\nWer Griechisch nur langsam liest, zahlte im Schnitt zwei Monatsmieten für einen Laden, der nicht öffnen durfte. Viele bezahlten jemanden, der sich für sie anstellte. Manche verkauften ohne Papiere und verloren bei der ersten Kontrolle ihre Ware.',
      goals:
        '- Vom ersten Besuch bis zur Zulassung weniger als vier Monate.\n- Zwei von drei Akten werden beim ersten Mal angenommen.\n- Der bezahlte Mittelsmann wird überflüssig.',
      howItWorks: [
        'Termine gibt es per Telefon oder Nachricht in sechs Sprachen, die Liste der Unterlagen kommt in der eigenen.',
        'Eine Woche vorher liest eine Beraterin die Unterlagen und klärt, was sich ohne Besuch klären lässt.',
        'Am Dienstag sitzen Steuer, Gesundheit, Bau und Aufenthalt nebeneinander. Die Dolmetscherin bleibt vom ersten bis zum letzten Stuhl dabei.',
        'Was vollständig ist, wird sofort eingereicht. Was fehlt, steht auf einer Seite, jede Zeile mit Amt und Datum.',
        'Nach dreißig Tagen ruft jemand an und fragt, ob die Zulassung da ist und woran es hing.',
      ],
      resultIndicators: [
        'Vom ersten Besuch bis zur Zulassung, in der Hälfte aller Fälle',
        'Akten, die beim ersten Mal angenommen wurden',
        'Beratene Personen im Jahr 2023',
        'Betriebe aus den ersten zwei Jahren, die 2024 noch offen waren',
      ],
      userOpinion:
        'Endlich war ich einmal nicht der Bote zwischen zwei Ämtern. Sie redeten miteinander, und ich trank meinen Kaffee.',
      evaluation:
        'Zwei externe Berater lasen 2023 insgesamt 120 Akten und riefen 60 Personen an. Sie fanden einen klaren Gewinn für Gastronomie und Handel und einen kleinen für Dienstleistungen, die wenige Genehmigungen brauchen. Sie fanden auch, dass wir im ersten Jahr Folgebesuche als neue Personen gezählt hatten. Die Zahlen hier sind berichtigt.',
      dos: [
        'Die Unterlagen vor dem Termin lesen, nicht am Tag selbst.',
        'Die Dolmetscherin für den ganzen Vormittag bezahlen.',
        'Aufschreiben, was fehlt, mit Amt und Datum.',
      ],
      donts: [
        'Ohne das Bauamt öffnen: Fehlt es, ist der Vormittag verloren.',
        'Ein Kind für die Eltern dolmetschen lassen.',
        'Ein Datum versprechen, das ein anderes Amt halten muss.',
      ],
      whatFailed:
        'Der Abendtermin wurde nach vier Monaten eingestellt. Das Publikum kam, die Beamten nicht, weil niemand ihre Überstunden geregelt hatte. Auch die Beratung per Video für Menschen außerhalb des Zentrums scheiterte: Eingescannte Grundrisse wurden später nicht anerkannt.\n\nUnsere erste Liste der Unterlagen war richtig und elf Seiten lang. Niemand las sie, bis eine Bäckerin sie auf eine Seite kürzte.',
      transferability:
        'Es funktioniert, wo mehrere Ämter verschiedenen Leitungen unterstehen und sich nicht zusammenlegen lassen. Nötig sind eine Person, die alle vier einladen darf, und ein Raum. Ein neues Gesetz braucht es nicht. Wo es schon eine echte einheitliche Anlaufstelle gibt, übernehmen Sie nur die Dolmetscherin und den Anruf nach dreißig Tagen.',
      resourcesNeeded:
        'Eine Beraterin in Vollzeit, eine Dolmetscherin an zwei Vormittagen in der Woche und je ein halber Tag von vier Beamten. Rund 64.000 € im Jahr ohne Miete.',
      eligibility:
        'Alle, die im Viertel einen Betrieb eröffnen wollen und arbeiten dürfen oder auf die Erlaubnis warten.',
      howToApply:
        'Rufen Sie an oder schreiben Sie auf Griechisch, Englisch, Arabisch, Persisch, Französisch oder Urdu. Der nächste freie Dienstag liegt meist innerhalb von zwei Wochen. Es kostet nichts.',
    },
  },
}
