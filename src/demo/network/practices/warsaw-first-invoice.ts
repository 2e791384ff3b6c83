import type { DemoPractice } from '../shapes.ts'

/** Sample: the course, its participants and its figures are made up. */
export const warsawFirstInvoice: DemoPractice = {
  key: 'warsaw-first-invoice',
  sourceLocale: 'en',
  sample: true,
  communities: ['coaching-mentoring'],
  countries: ['PL'],
  topics: ['digital-skills', 'business-training', 'refugee-entrepreneurs', 'mentoring'],
  audiences: ['civil-society', 'end-users', 'national-authorities'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [
    { collection: 'practices', key: 'start-up-refugees-network' },
    { collection: 'practices', key: 'malmo-three-year-call' },
  ],
  provider: 'sample-organisation',
  city: 'Warsaw',
  start: '2022-06-13',
  end: '2025-06-30',
  ongoing: false,
  level: 'national',
  sector: 'third',
  mainstreaming: 'targeted',
  phases: ['pre-incubation', 'start-up'],
  services: ['training', 'mentoring', 'outreach'],
  targetGroups: ['refugees', 'migrant-women', 'third-country-nationals'],
  serviceLanguages: ['uk', 'pl', 'ru', 'en'],
  evidence: 'monitored',
  results: [
    { baseline: null, value: 742, unit: 'people' },
    { baseline: 38, value: 67, unit: 'percent' },
    { baseline: null, value: 58, unit: 'percent' },
  ],
  scores: [
    { dimension: 1, self: 8, peer: 7 },
    { dimension: 2, self: 6, peer: 7 },
    { dimension: 3, self: 9, peer: 8 },
    { dimension: 4, self: 5, peer: 5 },
    { dimension: 5, self: 9, peer: 8 },
    { dimension: 6, self: 3, peer: 2 },
    { dimension: 7, self: null, peer: 1 },
    { dimension: 8, self: 2, peer: 2 },
    { dimension: 9, self: 6, peer: 7 },
  ],
  texts: {
    en: {
      title: 'The first invoice: ten weeks to one paying customer',
      summary:
        'The course had one aim: within ten weeks, each participant sends one invoice to one real customer in Poland. Register, shop page, price, parcel, tax: everything was learnt at the moment when it was needed for that invoice. It was taught on the telephone in Ukrainian, with a mentor who had been through it a year before.',
      challenge:
        'In 2022 many Ukrainian women in Poland had run a studio, a salon or an online shop until a few weeks earlier. The law let them register a business quickly, and general courses on entrepreneurship were easy to find. What was hard was the step between knowing and the first stranger who pays.\n\nMost had only a telephone to work on, children at home, and no idea how long they would stay. A business plan over three years asked for an answer that nobody had.',
      goals:
        '- One invoice, paid, for two out of three who begin.\n- Skills that are worth something wherever a person goes next.\n- Mentors who were participants a year ago.',
      howItWorks: [
        'Groups of twelve meet online twice a week, after nine in the evening, cameras off if they like.',
        'Weeks one to three: choose one thing to sell, find its price in Poland, tell ten people.',
        'Weeks four to six: register, set up a page and a way to be paid, photograph with the telephone.',
        'Weeks seven to ten: sell, send, invoice, and put the tax aside in a separate account.',
        'Each has a mentor from an earlier group, who is paid for twenty calls.',
      ],
      resultIndicators: [
        'People who began the course',
        'Those who sent a paid invoice during the course, in the first groups and in the last',
        'Of these, still selling a year later, wherever they live',
      ],
      userOpinion:
        'It was 84 złoty for two candles. I did not frame the money. I framed the invoice, with my name on it and the word seller.',
      evaluation:
        'Monitored by telephone after three and twelve months; one person in four could no longer be reached, and we count them as not selling. There was no control group. Among those who stopped, the most frequent reason was not the business but a move.',
      dos: [
        'Teach on the telephone, since that is what people have.',
        'Pay mentors, and stop at twenty calls.',
        'Let people sell something small before something good.',
      ],
      donts: [
        'Ask how long somebody will stay.',
        'Give lessons about taxes before there is an income.',
        'Praise registrations: they are easy to get and dear to forget.',
      ],
      whatFailed:
        'In the first groups only 38 % reached their invoice. We had let people register in week one; many then owed social contributions without selling anything, and some had debts when they left the country. Registration moved to week four. A shared online shop for all participants never sold enough to pay for itself. And a group in Russian, which some had asked for, split the participants in the spring of 2023; we ought to have asked all of them first.',
      transferability:
        'The ten weeks fit any country in which a small business can be registered in days. Check first what a registration costs for somebody who sells nothing. The materials are free to use in Ukrainian and Polish; partners in Germany and Greece have begun to adapt them.',
      resourcesNeeded:
        'About €410 per participant: a trainer, mentors’ fees, telephone credit, a small grant of €60 for first materials.',
      howToApply:
        'The course ended with its funding in June 2025. The lessons remain online in Ukrainian and Polish, and we tell organisations how to run it.',
    },
    uk: {
      title: 'Перший рахунок: десять тижнів до першого клієнта, який платить',
      summary:
        'Курс мав одну мету: за десять тижнів кожна учасниця виставляє один рахунок одному справжньому клієнтові в Польщі. Реєстрація, сторінка крамниці, ціна, посилка, податок: усе вивчали тоді, коли воно було потрібне для цього рахунка. Навчання йшло в телефоні, українською, разом із менторкою, яка сама пройшла цей шлях роком раніше.',
      challenge:
        'У 2022 році багато українок у Польщі ще кілька тижнів тому мали студію, салон чи інтернет-крамницю. Закон дозволяв швидко зареєструвати справу, а загальних курсів підприємництва не бракувало. Важким був крок між знанням і першою чужою людиною, яка платить.\n\nБільшість мала для роботи лише телефон, дітей удома й жодного уявлення, скільки часу тут пробуде. Бізнес-план на три роки вимагав відповіді, якої не мав ніхто.',
      goals:
        '- Один оплачений рахунок у двох із трьох, хто починає.\n- Навички, які чогось варті всюди, куди людина поїде далі.\n- Менторки, які рік тому самі були учасницями.',
      howItWorks: [
        'Групи по дванадцятеро зустрічаються онлайн двічі на тиждень, після дев’ятої вечора, камеру можна не вмикати.',
        'Тижні з першого по третій: вибрати одну річ на продаж, дізнатися її ціну в Польщі, розповісти десятьом людям.',
        'Тижні з четвертого по шостий: зареєструватися, зробити сторінку й спосіб оплати, сфотографувати товар телефоном.',
        'Тижні із сьомого по десятий: продати, надіслати, виставити рахунок і відкласти податок на окремий рахунок у банку.',
        'У кожної є менторка з попередньої групи, якій платять за двадцять розмов.',
      ],
      resultIndicators: [
        'Люди, які почали курс',
        'Ті, хто під час курсу отримав оплату за рахунком, у перших групах і в останніх',
        'З них продають через рік, хоч би де жили',
      ],
      userOpinion:
        'Це було 84 злоті за дві свічки. У рамку я повісила не гроші, а рахунок: там моє ім’я і слово «продавець».',
      evaluation:
        'Ми телефонували через три та дванадцять місяців; кожна четверта людина вже не відповідала, і таких ми вважаємо тими, хто не продає. Контрольної групи не було. Серед тих, хто зупинився, найчастішою причиною була не справа, а переїзд.',
      dos: [
        'Навчайте в телефоні, бо саме він у людей є.',
        'Платіть менторкам і зупиняйтеся на двадцяти розмовах.',
        'Дайте спершу продати щось мале, а вже потім щось досконале.',
      ],
      donts: [
        'Питати, чи надовго людина тут.',
        'Навчати податків раніше, ніж з’явиться дохід.',
        'Хвалитися реєстраціями: їх легко отримати, а забути про них дорого.',
      ],
      whatFailed:
        'У перших групах до рахунка дійшли лише 38 %. Ми дозволяли реєструватися першого ж тижня; багато хто потім був винен соціальні внески, нічого не продавши, а дехто виїхав із боргом. Реєстрацію перенесли на четвертий тиждень. Спільна інтернет-крамниця так і не окупилася. А група російською мовою, про яку дехто просив, навесні 2023 року розколола учасниць; треба було спершу запитати всіх.',
      transferability:
        'Десять тижнів підходять будь-якій країні, де малу справу можна зареєструвати за кілька днів. Спершу з’ясуйте, скільки коштує реєстрація тому, хто нічого не продає. Матеріалами українською та польською можна користуватися вільно; партнери в Німеччині та Греції вже почали їх пристосовувати.',
      resourcesNeeded:
        'Близько 410 євро на учасницю: тренерка, оплата менторок, телефонний зв’язок і 60 євро на перші матеріали.',
      howToApply:
        'Курс завершився разом із фінансуванням у червні 2025 року. Уроки залишаються в мережі українською та польською, а організаціям ми розповідаємо, як його провести.',
    },
    de: {
      title: 'Die erste Rechnung: in zehn Wochen zu einer zahlenden Kundin',
      summary:
        'Der Kurs hatte ein einziges Ziel: Binnen zehn Wochen stellt jede Teilnehmerin eine Rechnung an eine wirkliche Kundin in Polen. Anmeldung, Shopseite, Preis, Paket, Steuer: Alles wurde in dem Augenblick gelernt, in dem es für diese Rechnung gebraucht wurde. Unterrichtet wurde am Telefon und auf Ukrainisch, mit einer Mentorin, die denselben Weg ein Jahr zuvor gegangen war.',
      challenge:
        '2022 hatten viele Ukrainerinnen in Polen noch wenige Wochen zuvor ein Studio, einen Salon oder einen Onlineshop geführt. Das Gesetz ließ sie rasch ein Gewerbe anmelden, allgemeine Gründungskurse gab es genug. Schwer war der Schritt zwischen Wissen und dem ersten fremden Menschen, der zahlt.\n\nDie meisten hatten zum Arbeiten nur ein Telefon, Kinder zu Hause und keine Vorstellung, wie lange sie bleiben würden. Ein Geschäftsplan über drei Jahre verlangte eine Antwort, die niemand hatte.',
      goals:
        '- Eine bezahlte Rechnung bei zwei von drei, die anfangen.\n- Kenntnisse, die überall etwas wert sind, wohin jemand auch weiterzieht.\n- Mentorinnen, die vor einem Jahr selbst Teilnehmerinnen waren.',
      howItWorks: [
        'Zwölf treffen sich zweimal in der Woche online, nach neun Uhr abends, auf Wunsch ohne Kamera.',
        'Woche eins bis drei: eine Sache zum Verkaufen wählen, ihren Preis in Polen herausfinden, zehn Menschen davon erzählen.',
        'Woche vier bis sechs: anmelden, Seite und Bezahlweg einrichten, mit dem Telefon fotografieren.',
        'Woche sieben bis zehn: verkaufen, verschicken, Rechnung stellen und die Steuer auf ein eigenes Konto legen.',
        'Jede hat eine Mentorin aus einer früheren Gruppe, die für zwanzig Gespräche bezahlt wird.',
      ],
      resultIndicators: [
        'Menschen, die den Kurs begonnen haben',
        'Bezahlte Rechnung während des Kurses, in den ersten und in den letzten Gruppen',
        'Davon nach einem Jahr noch im Verkauf, gleich wo sie leben',
      ],
      userOpinion:
        'Es waren 84 Złoty für zwei Kerzen. Eingerahmt habe ich nicht das Geld, sondern die Rechnung: mit meinem Namen und dem Wort Verkäuferin.',
      evaluation:
        'Nachgefragt wurde telefonisch nach drei und nach zwölf Monaten. Jede vierte Person war nicht mehr erreichbar; wir zählen sie als nicht verkaufend. Eine Vergleichsgruppe gab es nicht. Wer aufhörte, nannte am häufigsten nicht das Geschäft als Grund, sondern einen Umzug.',
      dos: [
        'Am Telefon unterrichten, denn das haben alle.',
        'Mentorinnen bezahlen und nach zwanzig Gesprächen Schluss machen.',
        'Erst etwas Kleines verkaufen lassen, dann etwas Gutes.',
      ],
      donts: [
        'Fragen, wie lange jemand bleibt.',
        'Steuern unterrichten, bevor es ein Einkommen gibt.',
        'Anmeldungen feiern: Sie sind leicht zu bekommen und teuer zu vergessen.',
      ],
      whatFailed:
        'In den ersten Gruppen kamen nur 38 % bis zur Rechnung. Wir hatten die Anmeldung in Woche eins zugelassen; viele schuldeten dann Sozialbeiträge, ohne etwas zu verkaufen, und manche verließen das Land mit Schulden. Die Anmeldung rückte in Woche vier. Ein gemeinsamer Onlineshop trug sich nie. Und eine Gruppe auf Russisch, um die einige gebeten hatten, spaltete im Frühjahr 2023 die Teilnehmerinnen; wir hätten zuerst alle fragen müssen.',
      transferability:
        'Die zehn Wochen passen in jedes Land, in dem sich ein kleines Gewerbe in Tagen anmelden lässt. Prüfen Sie zuerst, was eine Anmeldung kostet, wenn man nichts verkauft. Die Unterlagen sind auf Ukrainisch und Polnisch frei nutzbar; Partner in Deutschland und Griechenland passen sie gerade an.',
      resourcesNeeded:
        'Rund 410 € je Teilnehmerin: Trainerin, Honorare der Mentorinnen, Telefonguthaben und 60 € für erstes Material.',
      howToApply:
        'Der Kurs endete mit der Förderung im Juni 2025. Die Lektionen stehen weiter auf Ukrainisch und Polnisch im Netz, und Organisationen sagen wir, wie man ihn durchführt.',
    },
    el: {
      title: 'Το πρώτο τιμολόγιο: δέκα εβδομάδες ως τον πρώτο πελάτη που πληρώνει',
      summary:
        'Το μάθημα είχε έναν στόχο: μέσα σε δέκα εβδομάδες, κάθε συμμετέχουσα να κόψει ένα τιμολόγιο σε έναν πραγματικό πελάτη στην Πολωνία. Έναρξη, σελίδα καταστήματος, τιμή, δέμα, φόρος: όλα μαθαίνονταν τη στιγμή που χρειάζονταν για εκείνο το τιμολόγιο. Γινόταν από το τηλέφωνο, στα ουκρανικά, με μέντορα μια γυναίκα που το είχε περάσει έναν χρόνο πριν.',
      challenge:
        'Το 2022 πολλές Ουκρανές στην Πολωνία είχαν, ως λίγες εβδομάδες νωρίτερα, ένα εργαστήριο, ένα κομμωτήριο ή ένα ηλεκτρονικό κατάστημα. Ο νόμος τούς επέτρεπε να ανοίξουν γρήγορα επιχείρηση, και γενικά μαθήματα επιχειρηματικότητας υπήρχαν πολλά. Το δύσκολο ήταν το βήμα από τη γνώση ως τον πρώτο άγνωστο που πληρώνει.\n\nΟι περισσότερες είχαν για εργαλείο μόνο ένα τηλέφωνο, παιδιά στο σπίτι και καμία ιδέα πόσο θα μείνουν. Ένα επιχειρηματικό σχέδιο τριών ετών ζητούσε μια απάντηση που δεν την είχε κανείς.',
      goals:
        '- Ένα πληρωμένο τιμολόγιο για δύο στις τρεις που ξεκινούν.\n- Δεξιότητες που αξίζουν όπου κι αν πάει κανείς μετά.\n- Μέντορες που έναν χρόνο πριν ήταν συμμετέχουσες.',
      howItWorks: [
        'Ομάδες των δώδεκα συναντιούνται διαδικτυακά δύο φορές την εβδομάδα, μετά τις εννέα το βράδυ, και με κλειστή κάμερα αν θέλουν.',
        'Εβδομάδες ένα ως τρία: διαλέγουν ένα πράγμα να πουλήσουν, βρίσκουν την τιμή του στην Πολωνία, το λένε σε δέκα ανθρώπους.',
        'Εβδομάδες τέσσερα ως έξι: κάνουν έναρξη, στήνουν σελίδα και τρόπο πληρωμής, φωτογραφίζουν με το τηλέφωνο.',
        'Εβδομάδες επτά ως δέκα: πουλούν, στέλνουν, τιμολογούν και βάζουν τον φόρο στην άκρη, σε χωριστό λογαριασμό.',
        'Καθεμία έχει μέντορα από προηγούμενη ομάδα, που αμείβεται για είκοσι τηλεφωνήματα.',
      ],
      resultIndicators: [
        'Άνθρωποι που άρχισαν το μάθημα',
        'Όσες πληρώθηκαν ένα τιμολόγιο κατά τη διάρκειά του, στις πρώτες ομάδες και στις τελευταίες',
        'Από αυτές, όσες πουλούσαν ακόμη έναν χρόνο μετά, όπου κι αν ζουν',
      ],
      userOpinion:
        'Ήταν 84 ζλότι για δύο κεριά. Δεν κορνίζωσα τα χρήματα. Κορνίζωσα το τιμολόγιο, με το όνομά μου και τη λέξη «πωλήτρια».',
      evaluation:
        'Τηλεφωνούσαμε στους τρεις και στους δώδεκα μήνες. Μία στις τέσσερις δεν απαντούσε πια, και τη μετράμε σαν να μην πουλά. Ομάδα σύγκρισης δεν υπήρχε. Για όσες σταμάτησαν, ο συχνότερος λόγος δεν ήταν η δουλειά αλλά μια μετακόμιση.',
      dos: [
        'Να διδάσκετε στο τηλέφωνο, γιατί αυτό έχουν όλες.',
        'Να πληρώνετε τις μέντορες και να σταματάτε στα είκοσι τηλεφωνήματα.',
        'Να τις αφήνετε να πουλήσουν πρώτα κάτι μικρό και μετά κάτι καλό.',
      ],
      donts: [
        'Να ρωτάτε πόσο θα μείνει κάποια.',
        'Να διδάσκετε φόρους πριν υπάρξει εισόδημα.',
        'Να γιορτάζετε τις ενάρξεις: εύκολα γίνονται και ακριβά ξεχνιούνται.',
      ],
      whatFailed:
        'Στις πρώτες ομάδες έφτασε ως το τιμολόγιο μόνο το 38%. Αφήναμε την έναρξη να γίνεται την πρώτη εβδομάδα· πολλές χρωστούσαν μετά εισφορές χωρίς να έχουν πουλήσει τίποτα, και μερικές έφυγαν από τη χώρα με χρέος. Η έναρξη πήγε στην τέταρτη εβδομάδα. Ένα κοινό ηλεκτρονικό κατάστημα δεν έβγαλε ποτέ τα έξοδά του. Και μια ομάδα στα ρωσικά, που κάποιες είχαν ζητήσει, δίχασε τις συμμετέχουσες την άνοιξη του 2023· έπρεπε πρώτα να είχαμε ρωτήσει όλες.',
      transferability:
        'Οι δέκα εβδομάδες ταιριάζουν σε κάθε χώρα όπου μια μικρή επιχείρηση ανοίγει μέσα σε λίγες ημέρες. Δείτε πρώτα τι κοστίζει η έναρξη σε κάποιον που δεν πουλά τίποτα. Το υλικό διατίθεται ελεύθερα στα ουκρανικά και στα πολωνικά· εταίροι στη Γερμανία και στην Ελλάδα έχουν αρχίσει να το προσαρμόζουν.',
      resourcesNeeded:
        'Περίπου 410 € ανά συμμετέχουσα: εκπαιδεύτρια, αμοιβές των μεντόρων, μονάδες τηλεφώνου και 60 € για τα πρώτα υλικά.',
      howToApply:
        'Το μάθημα τελείωσε μαζί με τη χρηματοδότησή του, τον Ιούνιο του 2025. Οι ενότητες μένουν στο διαδίκτυο στα ουκρανικά και στα πολωνικά, και λέμε σε οργανώσεις πώς να το κάνουν.',
    },
  },
}
