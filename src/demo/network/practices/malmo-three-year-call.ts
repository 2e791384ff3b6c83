import type { DemoPractice } from '../shapes.ts'

/** Sample: the telephone team, its study and its figures are made up. */
export const malmoThreeYearCall: DemoPractice = {
  key: 'malmo-three-year-call',
  sourceLocale: 'en',
  sample: true,
  communities: ['professionalisation-diversity', 'access-to-finance'],
  countries: ['SE'],
  topics: ['impact-measurement', 'coaching'],
  audiences: ['regional-authorities', 'research', 'investors', 'eu-institutions'],
  responsible: 'sample-organisation',
  workPackage: 2,
  related: [
    { collection: 'practices', key: 'vienna-shop-succession' },
    { collection: 'practices', key: 'warsaw-first-invoice' },
  ],
  provider: 'sample-organisation',
  city: 'Malmö',
  start: '2017-11-06',
  end: null,
  ongoing: true,
  level: 'regional',
  sector: 'public',
  mainstreaming: 'mainstream',
  phases: ['start-up', 'growth'],
  services: ['mentoring', 'outreach'],
  targetGroups: ['migrants', 'diaspora', 'third-country-nationals'],
  serviceLanguages: ['sv', 'en', 'ar', 'so', 'fa'],
  evidence: 'evaluated',
  results: [
    { baseline: 31, value: 74, unit: 'percent' },
    { baseline: null, value: 14600, unit: 'people' },
    { baseline: null, value: 1130, unit: 'businesses' },
    { baseline: null, value: 31, unit: 'eur' },
  ],
  scores: [
    { dimension: 1, self: 4, peer: 5 },
    { dimension: 2, self: 4, peer: 4 },
    { dimension: 3, self: 6, peer: 7 },
    { dimension: 4, self: 5, peer: 4 },
    { dimension: 5, self: 4, peer: 5 },
    { dimension: 6, self: 5, peer: 5 },
    { dimension: 7, self: 3, peer: 2 },
    { dimension: 8, self: 2, peer: 1 },
    { dimension: 9, self: 8, peer: 9 },
  ],
  texts: {
    en: {
      title: 'The three-year call: how are you doing, and do you need anything?',
      summary:
        'Everyone who got business support in the region, newcomer or not, is called one, two and three years later, in a language of their choice. Seven minutes, twelve questions, and always the same last one: do you need anything? The answers show which support lasts. The last question brings firms back for help while there is still time.',
      challenge:
        'Support schemes count those who come in. What happens once a business is founded, few know: the register shows that a company exists, not that its owner lives from it. Surveys by e-mail reached one person in three, and among founders born abroad one in six. Decisions about money were taken on the memory of the best stories.',
      goals:
        '- Reach three founders out of four after three years.\n- Use one set of questions for every scheme, so that they can be compared.\n- Let the call be of use to the person who is called.',
      howItWorks: [
        'On the first day of support, each founder says whether we may call, when, and in which language. Declining costs them nothing.',
        'Five callers, trained and paid, telephone after 12, 24 and 36 months. They are not the advisers.',
        'The questions are the same for everyone: still trading, working alone or with others, living from it, what helped, what hindered.',
        'Whoever needs help is called back by an adviser within three working days.',
        'Each spring the results of all schemes are published in one table, the poor ones included. Names are erased after the third call.',
      ],
      resultIndicators: [
        'Founders reached after three years, against the earlier survey by e-mail',
        'Founders called since 2017',
        'Businesses that came back for help because of a call',
        'Cost of one completed call',
      ],
      userOpinion:
        'I thought you wanted to check on me. Then you asked whether I sleep at night, and I told you about the rent.',
      evaluation:
        'A university compared our answers with the tax register in 2022, with the consent of those concerned, and found them right in nine cases out of ten. It also warned that those who cannot be reached do worse than the rest; the published tables now give a range instead of one number.',
      dos: [
        'Ask for consent on the first day, in writing, in the person’s language.',
        'Keep callers and advisers apart: nobody complains to the person complained of.',
        'Publish the bad years too.',
      ],
      donts: [
        'Add questions. Every department has one; stay at twelve.',
        'Call from a hidden number.',
        'Pay schemes by their results in the table: from then on it is worthless.',
      ],
      whatFailed:
        'For two years we asked about turnover. A third refused, and the others guessed; we dropped the question. A text message with a link in place of the third call brought 12 % of answers. In 2020 we showed schemes their results only after publication, and one withdrew for a year; they now see them a month before, and may add a comment but not change a figure.',
      transferability:
        'A small town can begin with one caller, two languages and a spreadsheet under lock. What matters is that all schemes agree on the same twelve questions before the first call. Data protection is less of an obstacle than people expect, provided that consent, purpose and erasure are settled at the start.',
      resourcesNeeded:
        'Two full-time posts divided among five callers, one analyst at 30 %. About €130,000 a year for the region.',
    },
    de: {
      title: 'Der Anruf nach drei Jahren: Wie läuft es, und brauchen Sie etwas?',
      summary:
        'Alle, die in der Region eine Gründungsförderung bekommen haben, ob zugewandert oder nicht, werden nach einem, zwei und drei Jahren angerufen, in einer Sprache ihrer Wahl. Sieben Minuten, zwölf Fragen und am Ende immer dieselbe: Brauchen Sie etwas? Die Antworten zeigen, welche Hilfe hält. Die letzte Frage bringt Betriebe zurück in die Beratung, solange noch Zeit ist.',
      challenge:
        'Förderprogramme zählen, wer hereinkommt. Was nach der Gründung geschieht, wissen wenige: Das Register zeigt, dass es eine Firma gibt, nicht, dass jemand davon lebt. Umfragen per E-Mail erreichten eine von drei Personen, unter den im Ausland Geborenen eine von sechs. Über Geld wurde nach der Erinnerung an die schönsten Geschichten entschieden.',
      goals:
        '- Nach drei Jahren drei von vier erreichen.\n- Für alle Programme dieselben Fragen stellen, damit sie vergleichbar werden.\n- Der Anruf soll denen nützen, die angerufen werden.',
      howItWorks: [
        'Am ersten Tag der Förderung sagt jede Person, ob wir anrufen dürfen, wann und in welcher Sprache. Ein Nein hat keine Nachteile.',
        'Fünf geschulte und bezahlte Anrufende melden sich nach 12, 24 und 36 Monaten. Sie gehören nicht zur Beratung.',
        'Die Fragen sind für alle gleich: ob der Betrieb läuft, allein oder mit anderen, ob man davon lebt, was geholfen und was gehindert hat.',
        'Wer Hilfe braucht, wird binnen drei Arbeitstagen von der Beratung zurückgerufen.',
        'Jedes Frühjahr erscheinen die Ergebnisse aller Programme in einer Tabelle, auch die schlechten. Namen werden nach dem dritten Anruf gelöscht.',
      ],
      resultIndicators: [
        'Nach drei Jahren Erreichte, verglichen mit der früheren Umfrage per E-Mail',
        'Angerufene seit 2017',
        'Betriebe, die wegen eines Anrufs wieder in die Beratung kamen',
        'Kosten eines abgeschlossenen Anrufs',
      ],
      userOpinion:
        'Ich dachte, Sie wollen mich kontrollieren. Dann haben Sie gefragt, ob ich nachts schlafe, und ich habe von der Miete erzählt.',
      evaluation:
        'Eine Universität hat unsere Antworten 2022 mit Einwilligung der Betroffenen mit dem Steuerregister verglichen; in neun von zehn Fällen stimmten sie. Sie warnte auch: Wer nicht erreicht wird, dem geht es im Schnitt schlechter. Die Tabellen nennen seither eine Spanne statt einer einzigen Zahl.',
      dos: [
        'Am ersten Tag um Einwilligung bitten, schriftlich und in der Sprache der Person.',
        'Anruf und Beratung trennen: Niemand beschwert sich bei denen, um die es geht.',
        'Auch die schlechten Jahre veröffentlichen.',
      ],
      donts: [
        'Fragen hinzufügen. Jede Abteilung hat noch eine; es bleibt bei zwölf.',
        'Mit unterdrückter Nummer anrufen.',
        'Programme nach ihrem Platz in der Tabelle bezahlen: Von da an taugt sie nichts mehr.',
      ],
      whatFailed:
        'Zwei Jahre lang fragten wir nach dem Umsatz. Ein Drittel verweigerte die Antwort, die anderen schätzten; wir ließen die Frage fallen. Eine SMS mit Link statt des dritten Anrufs brachte 12 % Antworten. 2020 sahen die Programme ihre Ergebnisse erst nach der Veröffentlichung, und eines stieg für ein Jahr aus; jetzt sehen sie sie einen Monat vorher und dürfen kommentieren, aber keine Zahl ändern.',
      transferability:
        'Eine kleine Stadt kann mit einer Person am Telefon, zwei Sprachen und einer gut verschlossenen Tabelle anfangen. Wichtig ist, dass sich alle Programme vor dem ersten Anruf auf dieselben zwölf Fragen einigen. Der Datenschutz hindert weniger, als man meint, wenn Einwilligung, Zweck und Löschung von Anfang an geklärt sind.',
      resourcesNeeded:
        'Zwei volle Stellen, auf fünf Anrufende verteilt, dazu 30 % Auswertung. Rund 130.000 € im Jahr für die Region.',
    },
    el: {
      title: 'Το τηλεφώνημα στα τρία χρόνια: πώς τα πάτε, και χρειάζεστε κάτι;',
      summary:
        'Όποιος πήρε στήριξη για να ανοίξει επιχείρηση στην περιφέρεια, μετανάστης ή όχι, δέχεται ένα τηλεφώνημα μετά από έναν, δύο και τρία χρόνια, στη γλώσσα που διάλεξε. Επτά λεπτά, δώδεκα ερωτήσεις, και πάντα η ίδια τελευταία: χρειάζεστε κάτι; Οι απαντήσεις δείχνουν ποια στήριξη κρατά. Η τελευταία ερώτηση φέρνει τις επιχειρήσεις πίσω για βοήθεια, όσο υπάρχει ακόμη καιρός.',
      challenge:
        'Τα προγράμματα στήριξης μετρούν όσους μπαίνουν. Τι γίνεται αφού ανοίξει η επιχείρηση το ξέρουν λίγοι: το μητρώο δείχνει ότι μια εταιρεία υπάρχει, όχι ότι ο άνθρωπός της ζει από αυτήν. Οι έρευνες με e-mail έφταναν σε έναν στους τρεις, και σε έναν στους έξι από όσους γεννήθηκαν αλλού. Οι αποφάσεις για τα χρήματα παίρνονταν με τη μνήμη των πιο ωραίων ιστοριών.',
      goals:
        '- Να βρίσκουμε στα τρία χρόνια τρεις στους τέσσερις.\n- Να τίθενται οι ίδιες ερωτήσεις σε όλα τα προγράμματα, ώστε να συγκρίνονται.\n- Να είναι το τηλεφώνημα χρήσιμο σε αυτόν που το δέχεται.',
      howItWorks: [
        'Την πρώτη ημέρα της στήριξης, ο καθένας λέει αν μπορούμε να τηλεφωνούμε, πότε και σε ποια γλώσσα. Το όχι δεν έχει συνέπειες.',
        'Πέντε εκπαιδευμένοι και αμειβόμενοι άνθρωποι τηλεφωνούν στους 12, 24 και 36 μήνες. Δεν είναι οι σύμβουλοι.',
        'Οι ερωτήσεις είναι ίδιες για όλους: αν λειτουργεί ακόμη, μόνος ή με άλλους, αν ζει από αυτό, τι βοήθησε, τι εμπόδισε.',
        'Όποιον χρειάζεται βοήθεια τον παίρνει σύμβουλος μέσα σε τρεις εργάσιμες ημέρες.',
        'Κάθε άνοιξη δημοσιεύονται τα αποτελέσματα όλων των προγραμμάτων σε έναν πίνακα, και τα κακά. Τα ονόματα σβήνονται μετά το τρίτο τηλεφώνημα.',
      ],
      resultIndicators: [
        'Όσοι βρέθηκαν στα τρία χρόνια, σε σύγκριση με την παλιά έρευνα με e-mail',
        'Άνθρωποι στους οποίους τηλεφωνήσαμε από το 2017',
        'Επιχειρήσεις που ξαναζήτησαν βοήθεια εξαιτίας ενός τηλεφωνήματος',
        'Κόστος ενός ολοκληρωμένου τηλεφωνήματος',
      ],
      userOpinion:
        'Νόμιζα πως θέλατε να με ελέγξετε. Μετά ρωτήσατε αν κοιμάμαι τα βράδια, και σας είπα για το ενοίκιο.',
      evaluation:
        'Ένα πανεπιστήμιο συνέκρινε το 2022 τις απαντήσεις μας με το φορολογικό μητρώο, με τη συγκατάθεση των ίδιων, και τις βρήκε σωστές σε εννέα στις δέκα περιπτώσεις. Προειδοποίησε επίσης ότι όσοι δεν απαντούν τα πάνε χειρότερα από τους άλλους· από τότε οι πίνακες δίνουν ένα εύρος αντί για έναν αριθμό.',
      dos: [
        'Να ζητάτε συγκατάθεση την πρώτη ημέρα, γραπτά, στη γλώσσα του ανθρώπου.',
        'Να χωρίζετε όσους τηλεφωνούν από όσους συμβουλεύουν: κανείς δεν παραπονιέται σε εκείνον για τον οποίο παραπονιέται.',
        'Να δημοσιεύετε και τις κακές χρονιές.',
      ],
      donts: [
        'Να προσθέτετε ερωτήσεις. Κάθε τμήμα έχει άλλη μία· μείνετε στις δώδεκα.',
        'Να τηλεφωνείτε με απόκρυψη αριθμού.',
        'Να πληρώνετε τα προγράμματα με βάση τον πίνακα: από εκεί και πέρα δεν αξίζει τίποτα.',
      ],
      whatFailed:
        'Για δύο χρόνια ρωτούσαμε για τον τζίρο. Ο ένας στους τρεις αρνιόταν και οι άλλοι μάντευαν· την ερώτηση την κόψαμε. Ένα SMS με σύνδεσμο στη θέση του τρίτου τηλεφωνήματος έφερε 12% απαντήσεις. Το 2020 τα προγράμματα είδαν τα αποτελέσματά τους μετά τη δημοσίευση, και ένα αποχώρησε για έναν χρόνο· τώρα τα βλέπουν έναν μήνα πριν και μπορούν να σχολιάσουν, όχι όμως να αλλάξουν αριθμό.',
      transferability:
        'Μια μικρή πόλη μπορεί να αρχίσει με έναν άνθρωπο στο τηλέφωνο, δύο γλώσσες και ένα καλά κλειδωμένο φύλλο εργασίας. Σημασία έχει να συμφωνήσουν όλα τα προγράμματα στις ίδιες δώδεκα ερωτήσεις πριν από το πρώτο τηλεφώνημα. Η προστασία δεδομένων εμποδίζει λιγότερο απ’ όσο φοβάται κανείς, αρκεί να έχουν οριστεί από την αρχή η συγκατάθεση, ο σκοπός και η διαγραφή.',
      resourcesNeeded:
        'Δύο πλήρεις θέσεις μοιρασμένες σε πέντε ανθρώπους και ένας αναλυτής στο 30%. Περίπου 130.000 € τον χρόνο για την περιφέρεια.',
    },
    ar: {
      title: 'مكالمة السنوات الثلاث: كيف حالك، وهل تحتاج إلى شيء؟',
      summary:
        'كل من حصل على دعم لتأسيس عمل في الإقليم، مهاجرًا كان أم لا، يتلقى مكالمة بعد عام وعامين وثلاثة، باللغة التي اختارها. سبع دقائق واثنا عشر سؤالًا، والأخير دائمًا هو نفسه: هل تحتاج إلى شيء؟ تبيّن الأجوبة أي دعم يدوم، ويعيد السؤال الأخير أصحاب الأعمال إلى طلب المساعدة ما دام في الوقت متسع.',
      challenge:
        'تعدّ برامج الدعم من يدخلون إليها. أما ما يحدث بعد التأسيس فقليلون يعرفونه: يُظهر السجل أن الشركة موجودة، لا أن صاحبها يعيش منها. كانت استبيانات البريد الإلكتروني تصل إلى واحد من كل ثلاثة، وإلى واحد من كل ستة ممن وُلدوا في الخارج. وكانت القرارات المالية تُتخذ بحسب ما بقي في الذاكرة من أجمل القصص.',
      goals:
        '- الوصول بعد ثلاث سنوات إلى ثلاثة من كل أربعة.\n- طرح الأسئلة نفسها على جميع البرامج كي تمكن المقارنة بينها.\n- أن تنفع المكالمة من يتلقاها.',
      howItWorks: [
        'في أول يوم من الدعم يقول كل مؤسس هل يحق لنا أن نتصل، ومتى، وبأي لغة. والرفض لا يضره في شيء.',
        'يتصل خمسة أشخاص مدرّبين ومأجورين بعد 12 و24 و36 شهرًا. وليسوا من المستشارين.',
        'الأسئلة واحدة للجميع: هل ما زال العمل قائمًا؟ أتعمل وحدك أم مع آخرين؟ هل تعيش منه؟ ما الذي ساعد، وما الذي أعاق؟',
        'من يحتاج إلى مساعدة يتصل به مستشار خلال ثلاثة أيام عمل.',
        'في كل ربيع تُنشر نتائج البرامج كلها في جدول واحد، حتى السيئة منها. وتُمحى الأسماء بعد المكالمة الثالثة.',
      ],
      resultIndicators: [
        'من أمكن الوصول إليهم بعد ثلاث سنوات، مقارنة باستبيان البريد الإلكتروني السابق',
        'من اتصلنا بهم منذ عام 2017',
        'أعمال عادت تطلب المساعدة بسبب مكالمة',
        'كلفة المكالمة المكتملة',
      ],
      userOpinion: 'ظننت أنكم تريدون مراقبتي. ثم سألتموني هل أنام في الليل، فحدثتكم عن الإيجار.',
      evaluation:
        'في عام 2022 قارنت جامعة أجوبتنا بسجل الضرائب، بموافقة أصحابها، فوجدتها صحيحة في تسع حالات من كل عشر. ونبّهت أيضًا إلى أن من لا يُعثر عليهم أحوالهم أسوأ من غيرهم، فصارت الجداول تذكر نطاقًا بدل رقم واحد.',
      dos: [
        'اطلبوا الموافقة في اليوم الأول، كتابةً وبلغة الشخص.',
        'افصلوا بين المتصلين والمستشارين: لا أحد يشكو إلى من يشكو منه.',
        'انشروا السنوات السيئة أيضًا.',
      ],
      donts: [
        'زيادة الأسئلة: لكل قسم سؤال إضافي، فابقوا عند اثني عشر.',
        'الاتصال من رقم مخفي.',
        'ربط تمويل البرامج بمكانها في الجدول: عندها يفقد قيمته.',
      ],
      whatFailed:
        'سألنا عامين عن حجم المبيعات. رفض الثلث الإجابة، وخمّن الباقون، فحذفنا السؤال. وحين حلّت رسالة نصية فيها رابط محل المكالمة الثالثة أجاب 12% فقط. وفي عام 2020 رأت البرامج نتائجها بعد نشرها فانسحب أحدها عامًا كاملًا. أما الآن فتراها قبل النشر بشهر، ولها أن تعلّق لا أن تغيّر رقمًا.',
      transferability:
        'يمكن لبلدة صغيرة أن تبدأ بمتصل واحد ولغتين وجدول محفوظ بإحكام. المهم أن تتفق البرامج كلها على الأسئلة الاثني عشر نفسها قبل أول مكالمة. وحماية البيانات عائق أصغر مما يُظن، إذا حُسمت الموافقة والغرض والمحو منذ البداية.',
      resourcesNeeded:
        'وظيفتان بدوام كامل موزعتان على خمسة متصلين، ومحلل بنسبة 30% من الدوام. نحو 130,000 يورو في السنة للإقليم.',
    },
  },
}
