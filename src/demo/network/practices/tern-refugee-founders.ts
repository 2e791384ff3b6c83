import type { DemoPractice } from '../shapes.ts'

/**
 * One of the three schemes that EMEN's first working paper compares. Nothing made up, therefore no figures.
 * What the comparison says: https://dlit.co/emen-cop1-publication-working-paper-with-good-practices-innovation-on-coaching-and-mentoring-for-migrants
 * How TERN works, first full programme in February 2017 (its day is not known): https://naccom.org.uk/member-spotlight-tern/
 * Pre-incubator, community and resilience support: https://dlit.co/?p=70124
 */
export const ternRefugeeFounders: DemoPractice = {
  key: 'tern-refugee-founders',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring'],
  countries: ['GB'],
  topics: ['coaching', 'mentoring', 'incubation', 'refugee-entrepreneurs'],
  audiences: ['civil-society', 'industry', 'research'],
  responsible: 'aeidl',
  workPackage: 2,
  related: [
    { collection: 'practices', key: 'start-up-refugees-network' },
    { collection: 'practices', key: 'human-safety-net-start-ups' },
  ],
  provider: 'tern',
  city: 'London',
  start: '2017-02-01',
  end: null,
  ongoing: true,
  level: 'national',
  sector: 'third',
  mainstreaming: 'targeted',
  phases: ['pre-incubation', 'incubation', 'start-up'],
  services: ['mentoring', 'training', 'networking', 'finance'],
  targetGroups: ['refugees'],
  serviceLanguages: [],
  evidence: 'described',
  results: [],
  scores: [],
  texts: {
    en: {
      title: 'TERN: a market-minded incubator for refugee founders',
      summary:
        'The Entrepreneurial Refugee Network, TERN for short, helps refugees in the United Kingdom to start a business. It works from London through incubator programmes, mentors and a community that founders stay part of. When EMEN’s community on coaching and mentoring compared three European schemes, TERN stood out for the strongest business approach of the three.',
      challenge:
        'Many refugees ran a business before they fled. In a new country they know their trade, but not the market, the rules or the people who could open a door. Unemployment, and work far below their skills, are common. Many have neither the savings nor the time to try an idea out and see it fail.',
      goals:
        '- Open a way into self-employment for refugees who are out of work or work below their skills.\n- Give founders access to the networks and the finance that a new business needs.\n- Change how the public sees refugees, by showing what they can do.',
      howItWorks: [
        'Founders begin in a pre-incubator, where they shape an idea and test a first version of it.',
        'An incubator programme follows, with business training and a personal business plan.',
        'A mentor with business experience works with each founder.',
        'Founders get help to reach networks, legal and marketing support, and finance.',
        'They remain in a community: drop-in advice, meetings with other founders, and support with matters such as language or housing that get in the way of the business.',
      ],
      resultIndicators: [],
      evaluation:
        'EMEN’s community on coaching and mentoring compared TERN with Start-Up Refugees (Finland) and The Human Safety Net (Germany) in four categories, in its first working paper. We give no figures here, because we have not verified any.',
      dos: [
        'Judge each idea by the market it has to live in.',
        'Keep the door open to those who have finished: an alumni network is worth more each year.',
      ],
      donts: ['Treat housing, language and health as somebody else’s business.'],
      transferability:
        'The comparison reads TERN as a business incubator first: its programmes look to the market. That is easiest to borrow where incubators exist already and lack only a way in for refugees. The alumni network is the part to copy early.\n\nSupport schemes are bound to local conditions, and these differ strongly from region to region. That is why the working paper compares single features rather than whole schemes, and why we suggest that you borrow in the same way.',
    },
    fr: {
      title: 'TERN : un incubateur tourné vers le marché pour les entrepreneurs réfugiés',
      summary:
        'The Entrepreneurial Refugee Network, ou TERN, aide des personnes réfugiées au Royaume-Uni à créer leur entreprise. Depuis Londres, il propose des programmes d’incubation, des mentors et une communauté que l’on ne quitte pas à la fin du parcours. Lorsque la communauté d’EMEN sur le coaching et le mentorat a comparé trois dispositifs européens, TERN s’est distingué par l’approche la plus entrepreneuriale des trois.',
      challenge:
        'Beaucoup de personnes réfugiées dirigeaient une entreprise avant de fuir. Dans un nouveau pays, elles connaissent leur métier, mais ni le marché, ni les règles, ni ceux qui pourraient leur ouvrir une porte. Le chômage et les emplois très en dessous des compétences sont fréquents. Beaucoup n’ont ni l’épargne ni le temps d’essayer une idée, quitte à échouer.',
      goals:
        '- Ouvrir un chemin vers l’activité indépendante à des personnes réfugiées sans emploi ou employées en dessous de leurs compétences.\n- Leur donner accès aux réseaux et aux financements dont une jeune entreprise a besoin.\n- Changer le regard du public sur les réfugiés, en montrant ce qu’ils savent faire.',
      howItWorks: [
        'Le parcours commence par une préincubation : on y précise une idée et on en teste une première version.',
        'Vient ensuite un programme d’incubation, avec une formation à la gestion et un plan d’affaires personnel.',
        'Un mentor ayant l’expérience de l’entreprise accompagne chaque participant.',
        'Le dispositif aide à trouver des réseaux, un appui juridique et commercial, et des financements.',
        'Chacun reste membre d’une communauté : conseils sans rendez-vous, rencontres entre entrepreneurs, et soutien pour ce qui freine l’activité, comme la langue ou le logement.',
      ],
      resultIndicators: [],
      evaluation:
        'Dans son premier document de travail, la communauté d’EMEN sur le coaching et le mentorat compare TERN à Start-Up Refugees (Finlande) et à The Human Safety Net (Allemagne) selon quatre catégories. Nous ne donnons ici aucun chiffre, faute d’en avoir vérifié.',
      dos: [
        'Juger chaque idée selon le marché dans lequel elle devra vivre.',
        'Garder la porte ouverte à ceux qui ont terminé : un réseau d’anciens vaut plus chaque année.',
      ],
      donts: ['Considérer que le logement, la langue et la santé sont l’affaire des autres.'],
      transferability:
        'La comparaison voit en TERN d’abord un incubateur d’entreprises : ses programmes regardent vers le marché. C’est ce qui s’emprunte le plus facilement là où des incubateurs existent déjà et où il ne manque qu’une porte d’entrée pour les personnes réfugiées. Le réseau des anciens est l’élément à reprendre tôt.\n\nTout dispositif tient à des conditions locales, qui varient fortement d’une région à l’autre. C’est pourquoi le document compare des éléments plutôt que des dispositifs entiers, et nous vous conseillons d’emprunter de la même façon.',
    },
    de: {
      title: 'TERN: ein marktnaher Inkubator für geflüchtete Gründerinnen und Gründer',
      summary:
        'The Entrepreneurial Refugee Network, kurz TERN, unterstützt Geflüchtete im Vereinigten Königreich bei der Unternehmensgründung: mit Inkubatorprogrammen, mit Mentorinnen und Mentoren und mit einer Gemeinschaft, der man auch danach angehört. Sitz ist London. Als die EMEN-Gemeinschaft für Coaching und Mentoring drei europäische Förderangebote verglich, fiel TERN durch den stärksten unternehmerischen Ansatz auf.',
      challenge:
        'Viele Geflüchtete haben vor der Flucht ein Geschäft geführt. Im neuen Land beherrschen sie ihr Fach, kennen aber weder den Markt noch die Regeln noch die Menschen, die ihnen eine Tür öffnen könnten. Arbeitslosigkeit und Arbeit weit unter der eigenen Qualifikation sind häufig. Vielen fehlen die Ersparnisse und die Zeit, eine Idee auszuprobieren und auch einmal zu scheitern.',
      goals:
        '- Geflüchteten ohne Arbeit oder mit Arbeit unter ihrer Qualifikation einen Weg in die Selbstständigkeit öffnen.\n- Zugang zu den Netzwerken und Geldgebern schaffen, die ein junges Unternehmen braucht.\n- Das Bild von Geflüchteten in der Öffentlichkeit verändern, indem sichtbar wird, was sie können.',
      howItWorks: [
        'Am Anfang steht eine Vorstufe des Inkubators: Hier nimmt eine Idee Form an und wird in einer ersten Fassung erprobt.',
        'Es folgt ein Inkubatorprogramm mit Schulungen und einem persönlichen Geschäftsplan.',
        'Jede Gründerin und jeder Gründer arbeitet mit einer Mentorin oder einem Mentor mit Unternehmenserfahrung.',
        'Das Programm hilft, Netzwerke, Rechts- und Marketingberatung und eine Finanzierung zu finden.',
        'Danach bleibt die Gemeinschaft: offene Sprechstunden, Treffen mit anderen und Hilfe bei allem, was dem Geschäft im Weg steht, etwa Sprache oder Wohnung.',
      ],
      resultIndicators: [],
      evaluation:
        'In ihrem ersten Arbeitspapier hat die EMEN-Gemeinschaft für Coaching und Mentoring TERN mit Start-Up Refugees (Finnland) und The Human Safety Net (Deutschland) in vier Kategorien verglichen. Wir nennen hier keine Zahlen, weil wir keine geprüft haben.',
      dos: [
        'Jede Idee an dem Markt messen, auf dem sie bestehen muss.',
        'Denen die Tür offen halten, die fertig sind: Ein Alumni-Netz wird jedes Jahr wertvoller.',
      ],
      donts: ['Wohnung, Sprache und Gesundheit für die Sache anderer halten.'],
      transferability:
        'Der Vergleich sieht in TERN vor allem einen Unternehmensinkubator, dessen Programme sich am Markt ausrichten. Das lässt sich am leichtesten dort übernehmen, wo es schon Inkubatoren gibt und nur der Zugang für Geflüchtete fehlt. Das Alumni-Netz sollte man früh nachbauen.\n\nFörderangebote hängen von örtlichen Bedingungen ab, und die unterscheiden sich von Region zu Region stark. Deshalb vergleicht das Arbeitspapier einzelne Merkmale statt ganzer Programme; wir empfehlen, auch so zu übernehmen.',
    },
    el: {
      title: 'TERN: ένα φυτώριο επιχειρήσεων για πρόσφυγες, με το βλέμμα στην αγορά',
      summary:
        'Το The Entrepreneurial Refugee Network, εν συντομία TERN, βοηθά πρόσφυγες στο Ηνωμένο Βασίλειο να ανοίξουν δική τους επιχείρηση. Με έδρα το Λονδίνο, προσφέρει προγράμματα επώασης, μέντορες και μια κοινότητα που δεν τελειώνει μαζί με το πρόγραμμα. Όταν η κοινότητα του EMEN για την καθοδήγηση και το mentoring συνέκρινε τρία ευρωπαϊκά σχήματα, το TERN ξεχώρισε για την πιο έντονα επιχειρηματική προσέγγιση.',
      challenge:
        'Πολλοί πρόσφυγες είχαν δική τους επιχείρηση πριν φύγουν. Στη νέα χώρα ξέρουν τη δουλειά τους, όχι όμως την αγορά, τους κανόνες ή τους ανθρώπους που θα μπορούσαν να τους ανοίξουν μια πόρτα. Η ανεργία και οι δουλειές πολύ κάτω από τα προσόντα τους είναι συχνές. Πολλοί δεν έχουν ούτε τις οικονομίες ούτε τον χρόνο να δοκιμάσουν μια ιδέα και να αποτύχουν.',
      goals:
        '- Να ανοίξει ένας δρόμος προς την αυτοαπασχόληση για πρόσφυγες που είναι άνεργοι ή εργάζονται κάτω από τα προσόντα τους.\n- Να αποκτήσουν πρόσβαση στα δίκτυα και στη χρηματοδότηση που χρειάζεται μια νέα επιχείρηση.\n- Να αλλάξει η εικόνα του κοινού για τους πρόσφυγες, δείχνοντας τι μπορούν να κάνουν.',
      howItWorks: [
        'Η αρχή γίνεται σε ένα στάδιο πριν από την επώαση: εκεί η ιδέα παίρνει μορφή και δοκιμάζεται μια πρώτη εκδοχή της.',
        'Ακολουθεί πρόγραμμα επώασης, με επιχειρηματική κατάρτιση και προσωπικό επιχειρηματικό σχέδιο.',
        'Ένας μέντορας με επιχειρηματική πείρα συνεργάζεται με κάθε συμμετέχοντα.',
        'Το πρόγραμμα βοηθά στην πρόσβαση σε δίκτυα, σε νομική και εμπορική υποστήριξη και σε χρηματοδότηση.',
        'Μετά μένει η κοινότητα: συμβουλές χωρίς ραντεβού, συναντήσεις με άλλους επιχειρηματίες και βοήθεια σε όσα εμποδίζουν τη δουλειά, όπως η γλώσσα ή η στέγη.',
      ],
      resultIndicators: [],
      evaluation:
        'Στο πρώτο της έγγραφο εργασίας, η κοινότητα του EMEN για την καθοδήγηση και το mentoring συνέκρινε το TERN με το Start-Up Refugees (Φινλανδία) και το The Human Safety Net (Γερμανία) σε τέσσερις κατηγορίες. Δεν δίνουμε αριθμούς εδώ, επειδή δεν έχουμε επαληθεύσει κανέναν.',
      dos: [
        'Να κρίνετε κάθε ιδέα με βάση την αγορά στην οποία θα πρέπει να ζήσει.',
        'Να κρατάτε την πόρτα ανοιχτή σε όσους τελείωσαν: ένα δίκτυο αποφοίτων αξίζει κάθε χρόνο περισσότερο.',
      ],
      donts: ['Να θεωρείτε τη στέγη, τη γλώσσα και την υγεία υπόθεση κάποιου άλλου.'],
      transferability:
        'Η σύγκριση βλέπει στο TERN πρώτα απ’ όλα ένα φυτώριο επιχειρήσεων: τα προγράμματά του κοιτούν προς την αγορά. Αυτό μεταφέρεται ευκολότερα εκεί όπου υπάρχουν ήδη φυτώρια και λείπει μόνο η είσοδος για τους πρόσφυγες. Το δίκτυο αποφοίτων είναι το κομμάτι που αξίζει να αντιγράψετε νωρίς.\n\nΚάθε σχήμα υποστήριξης είναι δεμένο με τις τοπικές συνθήκες, και αυτές διαφέρουν πολύ από περιοχή σε περιοχή. Γι’ αυτό το έγγραφο συγκρίνει επιμέρους χαρακτηριστικά και όχι ολόκληρα σχήματα· με τον ίδιο τρόπο προτείνουμε να δανειστείτε κι εσείς.',
    },
    ar: {
      title: 'شبكة TERN: حاضنة أعمال للاجئين عينها على السوق',
      summary:
        'تساعد شبكة اللاجئين الرياديين (The Entrepreneurial Refugee Network، واختصارًا TERN) اللاجئين في المملكة المتحدة على تأسيس أعمالهم. تعمل من لندن عبر برامج احتضان ومرشدين ومجتمع لا ينتهي بانتهاء البرنامج. وحين قارنت مجموعة الإرشاد والتوجيه في شبكة EMEN بين ثلاث مبادرات أوروبية، تميّزت TERN بأنها صاحبة النهج التجاري الأقوى بينها.',
      challenge:
        'كثير من اللاجئين كانوا يديرون أعمالهم قبل أن يرحلوا. في البلد الجديد يعرفون مهنتهم، لكنهم لا يعرفون السوق ولا القواعد ولا من يمكنه أن يفتح لهم بابًا. البطالة شائعة بينهم، ومثلها العمل بما هو أدنى بكثير من مهاراتهم. وكثيرون لا يملكون المدخرات ولا الوقت ليجرّبوا فكرة قد تفشل.',
      goals:
        '- فتح طريق إلى العمل المستقل أمام لاجئين بلا عمل، أو يعملون بما هو دون مهاراتهم.\n- إيصال المؤسسين إلى الشبكات والتمويل اللذين يحتاج إليهما كل مشروع جديد.\n- تغيير نظرة الناس إلى اللاجئين، بإظهار ما يستطيعون فعله.',
      howItWorks: [
        'تبدأ الرحلة بمرحلة تسبق الاحتضان، تتبلور فيها الفكرة وتُجرَّب صورتها الأولى.',
        'يليها برنامج احتضان يجمع بين التدريب على الأعمال وخطة عمل شخصية.',
        'يعمل مع كل مؤسس مرشد له خبرة في عالم الأعمال.',
        'يساعد البرنامج على الوصول إلى الشبكات والدعم القانوني والتسويقي والتمويل.',
        'ثم يبقى المؤسسون في مجتمع واحد: استشارات بلا موعد، ولقاءات بينهم، ومساندة في ما يعيق العمل مثل اللغة أو السكن.',
      ],
      resultIndicators: [],
      evaluation:
        'في أول ورقة عمل لها، قارنت مجموعة الإرشاد والتوجيه في EMEN بين TERN ومبادرتَي Start-Up Refugees في فنلندا وThe Human Safety Net في ألمانيا، ضمن أربع فئات. لا نورد هنا أي أرقام، لأننا لم نتحقق من أيٍّ منها.',
      dos: [
        'احكموا على كل فكرة بحسب السوق التي ستعيش فيها.',
        'أبقوا الباب مفتوحًا لمن أنهوا البرنامج: شبكة الخريجين تزداد قيمة عامًا بعد عام.',
      ],
      donts: ['اعتبار السكن واللغة والصحة شأنًا يخصّ غيركم.'],
      transferability:
        'ترى المقارنة في TERN حاضنة أعمال قبل كل شيء، فبرامجها موجّهة نحو السوق. وأسهل ما يكون نقل ذلك حيث توجد حاضنات أصلًا ولا ينقصها سوى مدخل للاجئين. أما شبكة الخريجين فهي الجزء الذي يستحق أن يُنقل مبكرًا.\n\nكل مبادرة مرتبطة بظروف مكانها، وهذه تختلف كثيرًا من منطقة إلى أخرى. لذلك تقارن الورقة بين سمات محددة لا بين مبادرات كاملة، ونقترح أن تنقلوا عنها بالطريقة نفسها.',
    },
    es: {
      title: 'TERN: una incubadora para personas refugiadas que mira al mercado',
      summary:
        'The Entrepreneurial Refugee Network, o TERN, ayuda a personas refugiadas en el Reino Unido a crear su empresa. Trabaja desde Londres con programas de incubación, mentores y una comunidad que no termina con el programa. Cuando la comunidad de EMEN sobre coaching y mentoría comparó tres iniciativas europeas, TERN destacó por tener el enfoque más empresarial de las tres.',
      challenge:
        'Muchas personas refugiadas llevaban un negocio antes de huir. En un país nuevo conocen su oficio, pero no el mercado, ni las normas, ni a quienes podrían abrirles una puerta. El paro es frecuente, y también los empleos muy por debajo de su capacidad. Muchas no tienen ahorros ni tiempo para probar una idea y equivocarse.',
      goals:
        '- Abrir un camino al trabajo por cuenta propia a personas refugiadas sin empleo o con empleos por debajo de su capacidad.\n- Darles acceso a las redes y a la financiación que necesita una empresa nueva.\n- Cambiar la mirada de la gente sobre las personas refugiadas mostrando lo que saben hacer.',
      howItWorks: [
        'Se empieza en una preincubadora, donde la idea toma forma y se prueba una primera versión.',
        'Sigue un programa de incubación, con formación empresarial y un plan de negocio personal.',
        'Cada participante trabaja con un mentor que tiene experiencia en la empresa.',
        'El programa ayuda a llegar a redes, a apoyo jurídico y comercial y a financiación.',
        'Después queda la comunidad: consultas sin cita, encuentros con otros emprendedores y apoyo en lo que frena el negocio, como el idioma o la vivienda.',
      ],
      resultIndicators: [],
      evaluation:
        'En su primer documento de trabajo, la comunidad de EMEN sobre coaching y mentoría comparó TERN con Start-Up Refugees (Finlandia) y The Human Safety Net (Alemania) en cuatro categorías. Aquí no damos cifras, porque no hemos verificado ninguna.',
      dos: [
        'Juzgar cada idea por el mercado en el que tendrá que vivir.',
        'Dejar la puerta abierta a quienes ya terminaron: una red de antiguos participantes vale más cada año.',
      ],
      donts: ['Pensar que la vivienda, el idioma y la salud son asunto de otros.'],
      transferability:
        'La comparación ve en TERN, ante todo, una incubadora de empresas: sus programas miran al mercado. Es lo más fácil de trasladar donde ya hay incubadoras y solo falta una entrada para las personas refugiadas. La red de antiguos participantes es lo que conviene copiar pronto.\n\nToda iniciativa depende de las condiciones locales, que cambian mucho de una región a otra. Por eso el documento compara rasgos concretos y no iniciativas enteras; proponemos tomar prestado del mismo modo.',
    },
    it: {
      title: 'TERN: un incubatore per imprenditori rifugiati che guarda al mercato',
      summary:
        'The Entrepreneurial Refugee Network, in breve TERN, aiuta le persone rifugiate nel Regno Unito ad avviare un’impresa. Lavora da Londra con programmi di incubazione, mentori e una comunità che continua anche dopo il percorso. Quando la comunità di EMEN su coaching e mentoring ha confrontato tre programmi europei, TERN si è distinto per l’approccio più imprenditoriale dei tre.',
      challenge:
        'Molte persone rifugiate gestivano un’attività prima di fuggire. In un paese nuovo conoscono il mestiere, ma non il mercato, le regole o chi potrebbe aprire loro una porta. La disoccupazione è diffusa, come i lavori molto al di sotto delle competenze. Molti non hanno né i risparmi né il tempo per provare un’idea, e magari sbagliare.',
      goals:
        '- Aprire una strada verso il lavoro autonomo a persone rifugiate senza impiego, o impiegate al di sotto delle loro competenze.\n- Dare accesso alle reti e ai finanziamenti di cui una nuova impresa ha bisogno.\n- Cambiare lo sguardo del pubblico sui rifugiati, mostrando che cosa sanno fare.',
      howItWorks: [
        'Si comincia da un pre-incubatore, dove l’idea prende forma e se ne prova una prima versione.',
        'Segue un programma di incubazione, con formazione d’impresa e un piano personale.',
        'Ogni partecipante lavora con un mentore che ha esperienza d’impresa.',
        'Il programma aiuta a raggiungere reti, sostegno legale e commerciale, finanziamenti.',
        'Dopo resta la comunità: consulenza senza appuntamento, incontri con altri imprenditori e aiuto per ciò che frena l’attività, come la lingua o la casa.',
      ],
      resultIndicators: [],
      evaluation:
        'Nel suo primo documento di lavoro, la comunità di EMEN su coaching e mentoring ha confrontato TERN con Start-Up Refugees (Finlandia) e The Human Safety Net (Germania) in quattro categorie. Qui non diamo cifre, perché non ne abbiamo verificata nessuna.',
      dos: [
        'Giudicare ogni idea in base al mercato in cui dovrà vivere.',
        'Tenere la porta aperta a chi ha finito: una rete di ex partecipanti vale ogni anno di più.',
      ],
      donts: ['Considerare casa, lingua e salute un problema di altri.'],
      transferability:
        'Il confronto vede in TERN prima di tutto un incubatore d’impresa: i suoi programmi guardano al mercato. È la cosa più facile da riprendere dove gli incubatori ci sono già e manca solo un ingresso per le persone rifugiate. La rete degli ex partecipanti è la parte da copiare presto.\n\nOgni programma dipende da condizioni locali, che cambiano molto da una regione all’altra. Per questo il documento confronta singoli elementi e non programmi interi; suggeriamo di prendere in prestito allo stesso modo.',
    },
    uk: {
      title: 'TERN: інкубатор для підприємців-біженців, орієнтований на ринок',
      summary:
        'The Entrepreneurial Refugee Network, скорочено TERN, допомагає біженцям у Великій Британії відкрити власну справу. Організація працює з Лондона: пропонує програми інкубації, менторів і спільноту, з якою не прощаються після навчання. Коли спільнота EMEN з коучингу й менторства порівняла три європейські програми, TERN вирізнилася найсильнішим підприємницьким підходом.',
      challenge:
        'Багато біженців мали свою справу ще до втечі. У новій країні вони знають своє ремесло, але не знають ні ринку, ні правил, ні людей, які могли б відчинити їм двері. Часто вони не мають роботи або працюють значно нижче від своєї кваліфікації. Багатьом бракує і заощаджень, і часу, щоб випробувати ідею та мати право на невдачу.',
      goals:
        '- Відкрити шлях до самозайнятості біженцям, які не мають роботи або працюють нижче від своєї кваліфікації.\n- Дати доступ до зв’язків і фінансування, потрібних новій справі.\n- Змінити уявлення суспільства про біженців, показавши, що вони вміють.',
      howItWorks: [
        'Усе починається з підготовчого етапу: ідея набуває форми, і її першу версію перевіряють на практиці.',
        'Далі йде програма інкубації з навчанням підприємництва й особистим бізнес-планом.',
        'З кожним учасником працює ментор, який має підприємницький досвід.',
        'Програма допомагає знайти зв’язки, юридичну й маркетингову підтримку та фінансування.',
        'Після цього залишається спільнота: консультації без запису, зустрічі з іншими підприємцями й допомога з тим, що заважає справі, наприклад із мовою чи житлом.',
      ],
      resultIndicators: [],
      evaluation:
        'У своєму першому робочому документі спільнота EMEN з коучингу й менторства порівняла TERN зі Start-Up Refugees (Фінляндія) та The Human Safety Net (Німеччина) за чотирма категоріями. Ми не наводимо тут цифр, бо жодної не перевірили.',
      dos: [
        'Оцінюйте кожну ідею за ринком, на якому їй доведеться жити.',
        'Не зачиняйте дверей перед випускниками: їхня мережа з кожним роком цінніша.',
      ],
      donts: ['Вважати житло, мову та здоров’я чужою справою.'],
      transferability:
        'У порівнянні TERN постає передусім як бізнес-інкубатор: його програми дивляться на ринок. Найлегше перейняти це там, де інкубатори вже є, а бракує лише входу для біженців. Мережу випускників варто створювати від самого початку.\n\nКожна програма залежить від місцевих умов, а вони дуже різні в різних регіонах. Тому документ порівнює окремі риси, а не цілі програми; так само радимо й переймати.',
    },
  },
}
