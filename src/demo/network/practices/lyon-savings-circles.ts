import type { DemoPractice } from '../shapes.ts'

/** Sample: the circles, the lender and all figures are made up. */
export const lyonSavingsCircles: DemoPractice = {
  key: 'lyon-savings-circles',
  sourceLocale: 'en',
  sample: true,
  unpublished: ['it'],
  communities: ['access-to-finance'],
  countries: ['FR'],
  topics: ['microfinance', 'women-entrepreneurs', 'networking'],
  audiences: ['investors', 'civil-society', 'end-users'],
  responsible: 'sample-organisation',
  workPackage: 2,
  related: [
    { collection: 'practices', key: 'palermo-shared-kitchen' },
    { collection: 'practices', key: 'vienna-shop-succession' },
  ],
  provider: 'sample-organisation',
  city: 'Lyon',
  start: '2018-09-15',
  end: null,
  ongoing: true,
  level: 'regional',
  sector: 'third',
  mainstreaming: 'tailored-mainstream',
  phases: ['pre-incubation', 'start-up'],
  services: ['finance', 'mentoring', 'networking'],
  targetGroups: ['migrants', 'migrant-women', 'diaspora'],
  serviceLanguages: ['fr', 'ar', 'en', 'pt'],
  evidence: 'monitored',
  results: [
    { baseline: null, value: 268, unit: 'people' },
    { baseline: null, value: 119, unit: 'businesses' },
    { baseline: 91, value: 96, unit: 'percent' },
    { baseline: null, value: 3200, unit: 'eur' },
  ],
  scores: [
    { dimension: 1, self: 5, peer: 4 },
    { dimension: 2, self: 8, peer: 8 },
    { dimension: 3, self: 9, peer: 8 },
    { dimension: 4, self: 4, peer: 5 },
    { dimension: 5, self: 4, peer: 4 },
    { dimension: 6, self: 9, peer: 8 },
    { dimension: 7, self: 1, peer: 1 },
    { dimension: 8, self: null, peer: 2 },
    { dimension: 9, self: 6, peer: 7 },
  ],
  texts: {
    en: {
      title: 'Savings circles that a lender can read',
      summary:
        'In Lyon, groups of twelve save together for a year, as many of their families have always done. What is new is the notebook: every payment is written down in a form that a micro-lender accepts as a credit history. Those who complete the circle can ask for a first business loan without a payslip and without a guarantor.',
      challenge:
        'A woman who arrived three years ago may have kept every promise about money in her life, and cannot prove one of them. No bank sees rent paid in cash, or a family savings round kept in a copybook. Without a credit history the first loan is refused; without the first loan there is never a history.\n\nThe circles existed long before us, among West African, Maghrebi and Comorian families in the eastern districts. We had nothing to invent. We had to be let in.',
      goals:
        '- Turn a habit that people trust into a proof that a lender trusts.\n- Make first loans of €1,500 to €6,000 possible for people whom a bank would send away.\n- Leave the money with the circle: the provider never holds it.',
      howItWorks: [
        'Twelve people who know one another form a circle. Each pays in €40 to €100 a month, and each month one of them receives the whole sum.',
        'A keeper chosen by the circle enters every payment in a printed notebook, and two members sign.',
        'Four times a year an adviser sits in, answers questions about prices, taxes and insurance, and copies the figures.',
        'After twelve months, whoever has paid on time receives a statement of one page.',
        'The lender reads it as it would read a bank record, and decides within ten working days.',
        'With the loan comes a mentor for the first year of repayment.',
      ],
      resultIndicators: [
        'Members who completed a year',
        'Businesses that received a first loan',
        'Loans repaid on time, against other first loans of the same lender',
        'Median loan',
      ],
      userOpinion: 'My mother saved like this, and hers too. I am the first to have it signed.',
      evaluation:
        'The lender and we have followed every loan since 2018. Nobody from outside has evaluated the scheme. Members also choose each other, and careful savers may simply be careful borrowers: read the repayment rate with that in mind.',
      dos: [
        'Start from circles that exist already.',
        'Let the circle choose its keeper and its sum.',
        'Have the lender state in writing what it will accept.',
      ],
      donts: [
        'Hold the money, not even for a week.',
        'Put strangers together for the sake of numbers.',
        'Report a late payment before the member has been told.',
      ],
      whatFailed:
        'Circles of strangers, recruited with posters, had all broken up by the fourth month. An app in place of the notebook cost us two circles: members wanted to see the signatures. In 2020 circles went on by bank transfer; four keepers noticed a missing payment only when the round had ended, and we made good €1,900 from our reserve.\n\nWe were slowest to see what it means to be refused after a year of saving. Since 2022 the lender gives its reason in a conversation, with the adviser in the room.',
      transferability:
        'Rotating savings have many names, tontine, susu and jam’iya among them, so there are probably circles in your city too. You need one lender that is ready to change a form, and a lawyer who confirms that a circle is a private arrangement. In some countries it may count as taking deposits. Ask before you print the notebook.',
      resourcesNeeded:
        'One adviser at 60 %, €2 per notebook and a guarantee fund of €45,000, of which €3,800 has been used since 2018.',
      eligibility:
        'Adults who live in the metropolitan area and may run a business. The circle decides who joins it.',
      howToApply:
        'Come with your circle, or alone on the first Thursday evening of the month. We speak French, Arabic, English and Portuguese.',
    },
    fr: {
      title: 'Des tontines qu’un prêteur sait lire',
      summary:
        'À Lyon, des groupes de douze personnes épargnent ensemble pendant un an, comme beaucoup de leurs familles l’ont toujours fait. La nouveauté, c’est le carnet : chaque versement y est inscrit sous une forme qu’un organisme de microcrédit accepte comme historique. Qui va au bout du cercle peut demander un premier prêt professionnel sans fiche de paie ni garant.',
      challenge:
        'Une femme arrivée il y a trois ans a peut-être tenu toutes ses promesses d’argent sans pouvoir en prouver une seule. Aucune banque ne voit un loyer payé en espèces, ni une tontine familiale notée dans un cahier. Sans historique, le premier prêt est refusé ; sans premier prêt, il n’y aura jamais d’historique.\n\nLes cercles existaient bien avant nous, dans les familles ouest-africaines, maghrébines et comoriennes des quartiers est. Nous n’avions rien à inventer. Il fallait qu’on nous laisse entrer.',
      goals:
        '- Faire d’une habitude en laquelle les gens ont confiance une preuve en laquelle un prêteur a confiance.\n- Rendre possibles de premiers prêts de 1 500 à 6 000 € pour des personnes qu’une banque renverrait.\n- Laisser l’argent au cercle : l’association ne le détient jamais.',
      howItWorks: [
        'Douze personnes qui se connaissent forment un cercle. Chacune verse de 40 à 100 € par mois et, chaque mois, l’une d’elles reçoit la somme entière.',
        'Une personne choisie par le cercle inscrit chaque versement dans un carnet imprimé, et deux membres signent.',
        'Quatre fois par an, une conseillère assiste à la réunion, répond aux questions sur les prix, les impôts et l’assurance, et relève les chiffres.',
        'Au bout de douze mois, qui a payé à temps reçoit une attestation d’une page.',
        'Le prêteur la lit comme il lirait un relevé bancaire, et décide en dix jours ouvrés.',
        'Le prêt s’accompagne d’un mentor pendant la première année de remboursement.',
      ],
      resultIndicators: [
        'Membres allés au bout d’une année',
        'Entreprises ayant obtenu un premier prêt',
        'Prêts remboursés à temps, comparés aux autres premiers prêts du même organisme',
        'Montant médian des prêts',
      ],
      userOpinion: 'Ma mère épargnait ainsi, et la sienne aussi. Je suis la première à avoir des signatures.',
      evaluation:
        'Le prêteur et nous suivons chaque prêt depuis 2018. Personne d’extérieur n’a évalué le dispositif. De plus, les membres se choisissent, et des épargnants prudents sont peut-être simplement des emprunteurs prudents : à garder en tête en lisant le taux de remboursement.',
      dos: [
        'Partir de cercles qui existent déjà.',
        'Laisser le cercle choisir sa trésorière et son montant.',
        'Faire écrire au prêteur ce qu’il acceptera.',
      ],
      donts: [
        'Détenir l’argent, même une semaine.',
        'Réunir des inconnus pour faire du nombre.',
        'Signaler un retard avant d’en avoir parlé au membre concerné.',
      ],
      whatFailed:
        'Les cercles d’inconnus, recrutés par affiche, s’étaient tous défaits au quatrième mois. Remplacer le carnet par une application nous a coûté deux cercles : les membres voulaient voir les signatures. En 2020, les cercles ont continué par virement ; quatre trésorières n’ont remarqué un versement manquant qu’à la fin du tour, et nous avons comblé 1 900 € sur notre réserve.\n\nCe que nous avons mis le plus de temps à voir, c’est ce que signifie un refus après un an d’épargne. Depuis 2022, le prêteur en donne la raison de vive voix, en présence de la conseillère.',
      transferability:
        'L’épargne tournante porte bien des noms, tontine, susu ou jam’iya ; il y a donc sans doute des cercles dans votre ville aussi. Il faut un prêteur prêt à changer un formulaire, et un juriste qui confirme que le cercle relève d’un arrangement privé. Dans certains pays, il pourrait être assimilé à une collecte de dépôts. Posez la question avant d’imprimer le carnet.',
      resourcesNeeded:
        'Une conseillère à 60 %, 2 € par carnet et un fonds de garantie de 45 000 €, dont 3 800 € ont servi depuis 2018.',
      eligibility:
        'Adultes vivant dans la métropole et autorisés à exercer une activité. C’est le cercle qui décide qui y entre.',
      howToApply:
        'Venez avec votre cercle, ou seul, le premier jeudi soir du mois. Nous parlons français, arabe, anglais et portugais.',
    },
    ar: {
      title: 'جمعيات ادخار يستطيع المُقرض أن يقرأها',
      summary:
        'في ليون يدّخر اثنا عشر شخصًا معًا مدة عام، كما اعتادت عائلات كثيرة أن تفعل. الجديد هو الدفتر: تُكتب فيه كل دفعة بصيغة تقبلها جهة الإقراض الصغير سجلًّا ائتمانيًا. ومن يكمل دورة الجمعية يحق له أن يطلب أول قرض لعمله بلا كشف راتب وبلا كفيل.',
      challenge:
        'قد تكون امرأة وصلت قبل ثلاثة أعوام قد وفت بكل وعد مالي في حياتها، ثم لا تستطيع إثبات وعد واحد. لا يرى أي بنك إيجارًا دُفع نقدًا، ولا جمعية عائلية مكتوبة في كراس. بلا سجل يُرفض القرض الأول، وبلا قرض أول لن يكون هناك سجل أبدًا.\n\nكانت هذه الجمعيات قائمة قبلنا بزمن طويل بين عائلات من غرب أفريقيا والمغرب العربي وجزر القمر في الأحياء الشرقية. لم يكن علينا أن نخترع شيئًا، بل أن يُفتح لنا الباب.',
      goals:
        '- تحويل عادة يثق بها الناس إلى دليل يثق به المُقرض.\n- إتاحة قروض أولى بين 1,500 و6,000 يورو لمن يردّهم البنك.\n- إبقاء المال في يد الجمعية: لا نمسكه نحن أبدًا.',
      howItWorks: [
        'يؤلف اثنا عشر شخصًا يعرف بعضهم بعضًا جمعية. يدفع كل منهم بين 40 و100 يورو في الشهر، وفي كل شهر يأخذ أحدهم المبلغ كله.',
        'يكتب أمين تختاره الجمعية كل دفعة في دفتر مطبوع، ويوقّع عضوان.',
        'أربع مرات في السنة تحضر مستشارة الاجتماع، وتجيب عن أسئلة الأسعار والضرائب والتأمين، وتنسخ الأرقام.',
        'بعد اثني عشر شهرًا يحصل من دفع في موعده على إفادة من صفحة واحدة.',
        'يقرأ المُقرض الإفادة كما يقرأ كشف حساب، ويقرر خلال عشرة أيام عمل.',
        'ومع القرض يأتي مرشد في السنة الأولى من السداد.',
      ],
      resultIndicators: [
        'أعضاء أكملوا عامًا',
        'أعمال حصلت على قرض أول',
        'قروض سُددت في موعدها، مقارنة بالقروض الأولى الأخرى لدى المُقرض نفسه',
        'القيمة الوسيطة للقرض',
      ],
      userOpinion: 'هكذا كانت أمي تدّخر، وأمها من قبلها. أنا أول من حصلت على توقيع.',
      evaluation:
        'نتابع نحن والمُقرض كل قرض منذ عام 2018. لم يقيّم أحد من الخارج هذه المبادرة. ثم إن الأعضاء يختار بعضهم بعضًا، ومن يحرص على الادخار قد يحرص على السداد: فاقرأوا نسبة السداد وهذا في بالكم.',
      dos: [
        'ابدأوا من جمعيات قائمة.',
        'دعوا الجمعية تختار أمينها ومبلغها.',
        'اطلبوا من المُقرض أن يكتب ما سيقبله.',
      ],
      donts: [
        'الاحتفاظ بالمال، ولو أسبوعًا واحدًا.',
        'جمع غرباء طلبًا للعدد.',
        'التبليغ عن دفعة متأخرة قبل إخبار صاحبها.',
      ],
      whatFailed:
        'الجمعيات التي جمعت غرباء بالإعلانات تفككت كلها قبل نهاية الشهر الرابع. وحين حلّ تطبيق محل الدفتر خسرنا جمعيتين، لأن الأعضاء أرادوا أن يروا التواقيع. وفي عام 2020 استمرت الجمعيات بالتحويل البنكي، فلم ينتبه أربعة أمناء إلى دفعة ناقصة إلا في نهاية الدورة، وعوّضنا 1,900 يورو من احتياطنا.\n\nوأبطأ ما أدركناه معنى أن يُرفض طلبك بعد عام من الادخار. منذ عام 2022 يشرح المُقرض السبب في حديث مباشر، بحضور المستشارة.',
      transferability:
        'للادخار الدوّار أسماء كثيرة، منها الجمعية والتونتين والسوسو، ولذلك فالأرجح أن في مدينتكم جمعيات أيضًا. تحتاجون إلى مُقرض مستعد لتغيير استمارة، وإلى محامٍ يؤكد أن الجمعية اتفاق خاص. ففي بعض البلدان قد تُعدّ جمعًا للودائع. اسألوا قبل أن تطبعوا الدفتر.',
      resourcesNeeded:
        'مستشارة بنسبة 60% من الدوام، ويوروان لكل دفتر، وصندوق ضمان قدره 45,000 يورو، استُخدم منه 3,800 يورو منذ عام 2018.',
      eligibility:
        'البالغون المقيمون في المدينة وضواحيها ممن يحق لهم ممارسة عمل. الجمعية هي التي تقرر من ينضم إليها.',
      howToApply:
        'تعالوا مع جمعيتكم، أو تعال وحدك مساء أول خميس من الشهر. نتحدث الفرنسية والعربية والإنجليزية والبرتغالية.',
    },
    es: {
      title: 'Círculos de ahorro que un prestamista sabe leer',
      summary:
        'En Lyon, grupos de doce personas ahorran juntas durante un año, como muchas de sus familias han hecho siempre. Lo nuevo es el cuaderno: cada aportación se anota de un modo que una entidad de microcrédito acepta como historial. Quien completa el círculo puede pedir un primer préstamo para su negocio sin nómina y sin avalista.',
      challenge:
        'Una mujer que llegó hace tres años quizá ha cumplido todas sus promesas de dinero y no puede demostrar ninguna. Ningún banco ve un alquiler pagado en efectivo, ni una tanda familiar apuntada en una libreta. Sin historial se niega el primer préstamo; sin primer préstamo nunca habrá historial.\n\nLos círculos existían mucho antes que nosotros, entre familias de África occidental, el Magreb y las Comoras en los barrios del este. No había nada que inventar. Tenían que dejarnos entrar.',
      goals:
        '- Convertir una costumbre en la que la gente confía en una prueba en la que confía un prestamista.\n- Hacer posibles primeros préstamos de 1.500 a 6.000 € para personas a las que un banco diría que no.\n- Dejar el dinero en el círculo: nosotros nunca lo tenemos.',
      howItWorks: [
        'Doce personas que se conocen forman un círculo. Cada una aporta entre 40 y 100 € al mes, y cada mes una recibe la suma entera.',
        'Alguien elegido por el círculo anota cada aportación en un cuaderno impreso, y firman dos miembros.',
        'Cuatro veces al año una asesora asiste a la reunión, responde a preguntas sobre precios, impuestos y seguros, y copia las cifras.',
        'A los doce meses, quien ha pagado a tiempo recibe un certificado de una página.',
        'El prestamista lo lee como leería un extracto bancario y decide en diez días hábiles.',
        'Con el préstamo llega un mentor para el primer año de devolución.',
      ],
      resultIndicators: [
        'Miembros que completaron un año',
        'Negocios que recibieron un primer préstamo',
        'Préstamos devueltos a tiempo, frente a otros primeros préstamos de la misma entidad',
        'Préstamo mediano',
      ],
      userOpinion: 'Mi madre ahorraba así, y la suya también. Yo soy la primera que tiene firmas.',
      evaluation:
        'La entidad y nosotros seguimos cada préstamo desde 2018. Nadie de fuera ha evaluado la iniciativa. Además, los miembros se eligen entre sí, y quien ahorra con cuidado quizá también devuelve con cuidado: conviene tenerlo presente al leer la tasa de devolución.',
      dos: [
        'Empezar por círculos que ya existen.',
        'Dejar que el círculo elija a su encargada y su cantidad.',
        'Pedir al prestamista que ponga por escrito lo que aceptará.',
      ],
      donts: [
        'Guardar el dinero, ni siquiera una semana.',
        'Juntar a desconocidos para sumar números.',
        'Comunicar un retraso antes de hablar con quien se ha retrasado.',
      ],
      whatFailed:
        'Los círculos de desconocidos, reunidos con carteles, se habían roto todos al cuarto mes. Una aplicación en lugar del cuaderno nos costó dos círculos: la gente quería ver las firmas. En 2020 se siguió por transferencia; cuatro encargadas no notaron que faltaba una aportación hasta el final de la vuelta, y repusimos 1.900 € de nuestra reserva.\n\nLo que más tardamos en ver es lo que significa un no después de un año de ahorro. Desde 2022 la entidad explica el motivo en una conversación, con la asesora delante.',
      transferability:
        'El ahorro por turnos tiene muchos nombres, tontina, susu, tanda o jam’iya, así que probablemente también hay círculos en su ciudad. Hace falta un prestamista dispuesto a cambiar un formulario y un jurista que confirme que el círculo es un acuerdo privado. En algunos países podría considerarse captación de depósitos. Pregunte antes de imprimir el cuaderno.',
      resourcesNeeded:
        'Una asesora al 60 %, 2 € por cuaderno y un fondo de garantía de 45.000 €, del que se han usado 3.800 € desde 2018.',
      eligibility:
        'Personas adultas que viven en el área metropolitana y pueden ejercer una actividad. El círculo decide quién entra.',
      howToApply:
        'Venga con su círculo, o sin él, la tarde del primer jueves de mes. Hablamos francés, árabe, inglés y portugués.',
    },
    de: {
      title: 'Sparkreise, die ein Kreditgeber lesen kann',
      summary:
        'In Lyon sparen jeweils zwölf Menschen ein Jahr lang gemeinsam, wie es viele ihrer Familien immer getan haben. Neu ist das Heft: Jede Einzahlung wird so festgehalten, dass ein Mikrokreditgeber sie als Kreditgeschichte anerkennt. Wer den Kreis bis zum Ende mitträgt, kann einen ersten Geschäftskredit beantragen, ohne Lohnzettel und ohne Bürgen.',
      challenge:
        'Eine Frau, die vor drei Jahren angekommen ist, hat vielleicht jedes Versprechen gehalten, das mit Geld zu tun hatte, und kann keines davon belegen. Keine Bank sieht die bar bezahlte Miete oder die Sparrunde der Familie im Schulheft. Ohne Kreditgeschichte wird der erste Kredit abgelehnt; ohne ersten Kredit entsteht nie eine.\n\nDie Kreise gab es lange vor uns, in westafrikanischen, maghrebinischen und komorischen Familien der östlichen Viertel. Zu erfinden war nichts. Man musste uns einlassen.',
      goals:
        '- Aus einer Gewohnheit, der Menschen vertrauen, einen Nachweis machen, dem ein Kreditgeber vertraut.\n- Erste Kredite von 1.500 bis 6.000 € für Menschen ermöglichen, die eine Bank wegschicken würde.\n- Das Geld beim Kreis lassen: Der Träger nimmt es nie in die Hand.',
      howItWorks: [
        'Zwölf Menschen, die einander kennen, bilden einen Kreis. Alle zahlen 40 bis 100 € im Monat ein, und jeden Monat erhält eine Person die ganze Summe.',
        'Eine vom Kreis gewählte Person trägt jede Einzahlung in ein gedrucktes Heft ein, zwei Mitglieder unterschreiben.',
        'Viermal im Jahr sitzt eine Beraterin dabei, beantwortet Fragen zu Preisen, Steuern und Versicherung und schreibt die Zahlen ab.',
        'Nach zwölf Monaten erhält, wer pünktlich gezahlt hat, eine Bescheinigung von einer Seite.',
        'Der Kreditgeber liest sie wie einen Kontoauszug und entscheidet binnen zehn Arbeitstagen.',
        'Zum Kredit gehört eine Mentorin oder ein Mentor im ersten Jahr der Rückzahlung.',
      ],
      resultIndicators: [
        'Mitglieder, die ein Jahr vollendet haben',
        'Betriebe mit einem ersten Kredit',
        'Pünktlich zurückgezahlte Kredite, verglichen mit anderen Erstkrediten desselben Gebers',
        'Mittlerer Kredit (Median)',
      ],
      userOpinion:
        'So hat meine Mutter gespart und ihre Mutter auch. Ich bin die Erste, die eine Unterschrift dafür hat.',
      evaluation:
        'Der Kreditgeber und wir verfolgen seit 2018 jeden Kredit. Von außen hat das Angebot niemand evaluiert. Außerdem suchen die Mitglieder einander aus, und wer sorgfältig spart, zahlt vielleicht einfach sorgfältig zurück: Das sollte man bei der Quote mitdenken.',
      dos: [
        'Mit Kreisen beginnen, die es schon gibt.',
        'Den Kreis selbst entscheiden lassen, wer das Heft führt und wie viel gespart wird.',
        'Den Kreditgeber schriftlich festlegen lassen, was er anerkennt.',
      ],
      donts: [
        'Das Geld verwahren, und sei es für eine Woche.',
        'Fremde zusammensetzen, damit die Zahlen stimmen.',
        'Einen Rückstand melden, bevor das Mitglied davon weiß.',
      ],
      whatFailed:
        'Kreise aus Fremden, mit Plakaten geworben, waren bis zum vierten Monat alle zerfallen. Eine App statt des Hefts kostete uns zwei Kreise: Die Mitglieder wollten die Unterschriften sehen. 2020 liefen die Kreise per Überweisung weiter; in vier Fällen fiel eine fehlende Einzahlung erst am Ende der Runde auf, und wir glichen 1.900 € aus unserer Rücklage aus.\n\nAm längsten haben wir gebraucht, um zu verstehen, was eine Absage nach einem Jahr Sparen bedeutet. Seit 2022 nennt der Kreditgeber den Grund im Gespräch, und die Beraterin sitzt dabei.',
      transferability:
        'Reihum sparen hat viele Namen, etwa Tontine, Susu oder Jam’iya; wahrscheinlich gibt es also auch in Ihrer Stadt solche Kreise. Sie brauchen einen Kreditgeber, der ein Formular zu ändern bereit ist, und eine Juristin, die bestätigt, dass ein Kreis eine private Absprache ist. In manchen Ländern könnte er als Einlagengeschäft gelten. Fragen Sie, bevor Sie das Heft drucken.',
      resourcesNeeded:
        'Eine Beraterin mit 60 %, 2 € je Heft und ein Garantiefonds von 45.000 €, von dem seit 2018 3.800 € gebraucht wurden.',
      eligibility:
        'Erwachsene, die im Großraum leben und ein Gewerbe ausüben dürfen. Wer aufgenommen wird, entscheidet der Kreis.',
      howToApply:
        'Kommen Sie mit Ihrem Kreis oder allein am ersten Donnerstagabend im Monat. Wir sprechen Französisch, Arabisch, Englisch und Portugiesisch.',
    },
    it: {
      title: 'Cerchie di risparmio che un finanziatore sa leggere',
      summary:
        'A Lione gruppi di dodici persone risparmiano insieme per un anno, come molte delle loro famiglie hanno sempre fatto. La novità è il quaderno: ogni versamento è annotato in una forma che un ente di microcredito accetta come storia creditizia. Chi completa la cerchia può chiedere un primo prestito per la propria attività senza busta paga e senza garante.',
      challenge:
        'Una donna arrivata tre anni fa può aver mantenuto ogni promessa di denaro della sua vita, e non poterne provare nessuna. Nessuna banca vede un affitto pagato in contanti, o una cassa di famiglia segnata su un quaderno di scuola. Senza storia creditizia il primo prestito è rifiutato; senza primo prestito la storia non nasce mai.\n\nLe cerchie esistevano molto prima di noi, tra famiglie dell’Africa occidentale, del Maghreb e delle Comore nei quartieri orientali. Non c’era nulla da inventare. Dovevano lasciarci entrare.',
      goals:
        '- Fare di un’abitudine di cui le persone si fidano una prova di cui si fida un finanziatore.\n- Rendere possibili primi prestiti da 1.500 a 6.000 € per chi una banca manderebbe via.\n- Lasciare il denaro alla cerchia: noi non lo teniamo mai.',
      howItWorks: [
        'Dodici persone che si conoscono formano una cerchia. Ognuna versa da 40 a 100 € al mese e ogni mese una di loro riceve l’intera somma.',
        'Una persona scelta dalla cerchia annota ogni versamento in un quaderno stampato, e firmano due membri.',
        'Quattro volte l’anno una consulente partecipa, risponde su prezzi, tasse e assicurazioni e copia le cifre.',
        'Dopo dodici mesi chi ha pagato puntualmente riceve un attestato di una pagina.',
        'Il finanziatore lo legge come leggerebbe un estratto conto e decide entro dieci giorni lavorativi.',
        'Con il prestito arriva un mentore per il primo anno di rimborso.',
      ],
      resultIndicators: [
        'Membri che hanno completato un anno',
        'Attività che hanno ricevuto un primo prestito',
        'Prestiti rimborsati puntualmente, rispetto ad altri primi prestiti dello stesso ente',
        'Prestito mediano',
      ],
      userOpinion: 'Mia madre risparmiava così, e anche la sua. Io sono la prima ad avere una firma.',
      evaluation:
        'L’ente e noi seguiamo ogni prestito dal 2018. Nessuno dall’esterno ha valutato l’iniziativa. Inoltre i membri si scelgono tra loro, e chi risparmia con cura forse restituisce con cura: va tenuto presente leggendo il tasso di rimborso.',
      dos: [
        'Partire da cerchie che esistono già.',
        'Lasciare che la cerchia scelga chi tiene il quaderno e quanto versare.',
        'Chiedere al finanziatore di scrivere che cosa accetterà.',
      ],
      donts: [
        'Tenere il denaro, nemmeno per una settimana.',
        'Mettere insieme sconosciuti per fare numero.',
        'Segnalare un ritardo prima di averne parlato con l’interessato.',
      ],
      whatFailed:
        'Le cerchie di sconosciuti, raccolte con i manifesti, si erano tutte sciolte entro il quarto mese. Un’app al posto del quaderno ci è costata due cerchie: le persone volevano vedere le firme. Nel 2020 si è continuato con bonifici; in quattro casi un versamento mancante è stato notato solo alla fine del giro, e abbiamo coperto 1.900 € con la nostra riserva.\n\nCi è voluto più tempo per capire che cosa significhi un rifiuto dopo un anno di risparmio. Dal 2022 il finanziatore spiega il motivo a voce, con la consulente presente.',
      transferability:
        'Il risparmio a turno ha molti nomi, tra cui tontina, susu e jam’iya, quindi è probabile che ci siano cerchie anche nella vostra città. Servono un finanziatore disposto a cambiare un modulo e un giurista che confermi che la cerchia è un accordo privato. In alcuni paesi potrebbe valere come raccolta di depositi. Chiedete prima di stampare il quaderno.',
      resourcesNeeded:
        'Una consulente al 60 %, 2 € a quaderno e un fondo di garanzia di 45.000 €, di cui 3.800 € usati dal 2018.',
      eligibility:
        'Adulti che vivono nell’area metropolitana e possono esercitare un’attività. È la cerchia a decidere chi entra.',
      howToApply:
        'Venite con la vostra cerchia, o da soli, la sera del primo giovedì del mese. Parliamo francese, arabo, inglese e portoghese.',
    },
  },
}
