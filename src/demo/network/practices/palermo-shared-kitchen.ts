import type { DemoPractice } from '../shapes.ts'

/** Sample: the kitchen, its members and its figures are made up. */
export const palermoSharedKitchen: DemoPractice = {
  key: 'palermo-shared-kitchen',
  sourceLocale: 'en',
  sample: true,
  communities: ['coaching-mentoring', 'access-to-finance'],
  countries: ['IT'],
  topics: ['social-economy', 'women-entrepreneurs', 'incubation'],
  audiences: ['civil-society', 'end-users', 'innovators'],
  responsible: 'sample-organisation',
  workPackage: 2,
  related: [
    { collection: 'practices', key: 'lyon-savings-circles' },
    { collection: 'practices', key: 'athens-permit-desk' },
  ],
  provider: 'sample-organisation',
  city: 'Palermo',
  start: '2018-05-02',
  end: '2023-12-31',
  ongoing: false,
  level: 'local',
  sector: 'third',
  mainstreaming: 'targeted',
  phases: ['incubation', 'start-up'],
  services: ['premises', 'training', 'mentoring'],
  targetGroups: ['migrant-women', 'refugees'],
  serviceLanguages: ['it', 'fr', 'en', 'ar'],
  evidence: 'replicated',
  results: [
    { baseline: null, value: 64, unit: 'people' },
    { baseline: null, value: 19, unit: 'businesses' },
    { baseline: 0, value: 14, unit: 'people' },
    { baseline: 11, value: 42, unit: 'percent' },
  ],
  scores: [
    { dimension: 1, self: 6, peer: 6 },
    { dimension: 2, self: 8, peer: 7 },
    { dimension: 3, self: 8, peer: 9 },
    { dimension: 4, self: 6, peer: 5 },
    { dimension: 5, self: 8, peer: 7 },
    { dimension: 6, self: 4, peer: 3 },
    { dimension: 7, self: 10, peer: 9 },
    { dimension: 8, self: 3, peer: 4 },
    { dimension: 9, self: 4, peer: 3 },
  ],
  texts: {
    en: {
      title: 'One kitchen, many firms: a cooperative of women cooks',
      summary:
        'In Palermo, women who cooked for weddings and neighbours without papers shared one licensed kitchen by the hour. Behind it stood a worker cooperative that sent the bills, paid the contributions and left each cook her own name on the jar. In five and a half years 64 women traded from it. The kitchen now belongs to them, and two other towns have built one.',
      challenge:
        'Cooking was the first thing that many women could sell on arrival, and the hardest to sell lawfully. A kitchen of one’s own costs more than a year’s earnings. Without a licence there is no market stall, no invoice and no pension; with a bad order there may be a fine that ends everything.\n\nCourses were on offer in plenty. What was missing was a stove that an inspector would accept, at nine in the evening, with the children next door.',
      goals:
        '- Let a cook trade lawfully from her first order.\n- Share what is dear, the kitchen and the bookkeeping, and leave free what is personal, the recipes and the name.\n- Hand over the kitchen to those who use it.',
      howItWorks: [
        'A cook spends three paid trial days in the kitchen. Nobody writes a business plan.',
        'She becomes a member of the cooperative, which invoices for her and pays her as an employee, by the order.',
        'She books the kitchen by the hour, evenings and weekends included. The room beside it has toys, a sofa and a paid carer.',
        'A food technologist goes through labels, storage and prices with her, one dish at a time.',
        'After a year she chooses: stay a member, found her own firm with the cooperative as first customer, or leave with a paid-up record.',
        'Each year two more of the seats on the board passed to members, until all were theirs.',
      ],
      resultIndicators: [
        'Women who traded through the cooperative',
        'Firms founded by members',
        'Members with a permanent contract',
        'Turnover earned outside the members’ own communities',
      ],
      userOpinion:
        'My couscous used to travel in somebody else’s car and under somebody else’s name. Now the label is mine, and so is the mistake if there is too much salt.',
      evaluation:
        'The books were audited each year, and a researcher interviewed thirty members at the beginning and at the end. Incomes rose, though modestly: half of the members earned less than €700 a month from cooking and kept a second job. What they valued most were the contributions paid and the room for children.',
      dos: [
        'Pay the trial days.',
        'Put the children’s room in the budget before the second oven.',
        'Set the date for handing over on the first day.',
        'Sell to people outside the community early: offices, theatres, schools.',
      ],
      donts: [
        'Tell a cook what is “typical”.',
        'Let the project keep the customers’ addresses.',
        'Store everyone’s spices on one shelf.',
      ],
      whatFailed:
        'We ran a restaurant for eleven months. It swallowed every evening and €26,000, because catering and a dining room are two trades and we knew one. A joint brand failed more quietly: nobody wished to cook under it.\n\nThe hardest thing was governance. For two years decisions were prepared in Italian and confirmed by women who had not read them. We began again with an interpreter, smaller papers and the right to put a decision off, and lost three members who had waited too long.',
      transferability:
        'Two towns have taken it up, one in Calabria and one on the coast of Tunisia, each with a different legal form. What must travel is the kitchen by the hour, the invoicing and the date for handing over. Where a country lets people invoice for small sums without a company, a simple association may do in place of a cooperative.',
      resourcesNeeded:
        'A licensed kitchen of 70 m² and a second room, €92,000 to fit them out, and €48,000 a year for coordination and childcare until hourly fees cover them. Here that took four years.',
      howToApply:
        'The project has ended and the cooperative takes in members itself. If you want to build a kitchen of this kind, ask us: we gladly share statutes, price lists and mistakes.',
    },
    it: {
      title: 'Una cucina, tante imprese: una cooperativa di cuoche',
      summary:
        'A Palermo donne che cucinavano senza carte per matrimoni e vicini hanno condiviso, a ore, una cucina in regola. Dietro c’era una cooperativa di lavoro che emetteva le fatture, versava i contributi e lasciava a ogni cuoca il proprio nome sul vasetto. In cinque anni e mezzo ci hanno lavorato 64 donne. Oggi la cucina è loro, e altre due città ne hanno costruita una.',
      challenge:
        'Cucinare era la prima cosa che molte donne potevano vendere appena arrivate, e la più difficile da vendere in regola. Una cucina propria costa più di un anno di guadagni. Senza autorizzazione non c’è banco al mercato, né fattura, né pensione; con un ordine andato male può arrivare una multa che mette fine a tutto.\n\nDi corsi ce n’erano in abbondanza. Mancava un fornello che un ispettore accettasse, alle nove di sera, con i bambini nella stanza accanto.',
      goals:
        '- Permettere a una cuoca di lavorare in regola dal primo ordine.\n- Condividere ciò che costa, la cucina e la contabilità, e lasciare libero ciò che è personale, le ricette e il nome.\n- Consegnare la cucina a chi la usa.',
      howItWorks: [
        'La cuoca passa in cucina tre giorni di prova, pagati. Nessuno scrive un piano d’impresa.',
        'Diventa socia della cooperativa, che fattura per lei e la paga come dipendente, a ordine.',
        'Prenota la cucina a ore, anche la sera e nel fine settimana. Nella stanza accanto ci sono giochi, un divano e un’educatrice pagata.',
        'Una tecnologa alimentare rivede con lei etichette, conservazione e prezzi, un piatto alla volta.',
        'Dopo un anno sceglie: restare socia, fondare la propria impresa con la cooperativa come prima cliente, o andarsene con i contributi versati.',
        'Ogni anno due posti in più nel consiglio sono passati alle socie, finché sono stati tutti loro.',
      ],
      resultIndicators: [
        'Donne che hanno lavorato con la cooperativa',
        'Imprese fondate dalle socie',
        'Socie con un contratto a tempo indeterminato',
        'Fatturato realizzato fuori dalle comunità delle socie',
      ],
      userOpinion:
        'Il mio couscous viaggiava nella macchina di un altro e con il nome di un altro. Adesso l’etichetta è mia, e se c’è troppo sale l’errore è mio.',
      evaluation:
        'I bilanci sono stati controllati ogni anno e una ricercatrice ha intervistato trenta socie all’inizio e alla fine. I redditi sono cresciuti, ma poco: metà delle socie guadagnava con la cucina meno di 700 € al mese e teneva un secondo lavoro. Quello che apprezzavano di più erano i contributi versati e la stanza dei bambini.',
      dos: [
        'Pagare i giorni di prova.',
        'Mettere in bilancio la stanza dei bambini prima del secondo forno.',
        'Fissare la data della consegna il primo giorno.',
        'Vendere presto fuori dalla comunità: uffici, teatri, scuole.',
      ],
      donts: [
        'Spiegare a una cuoca che cosa è «tipico».',
        'Lasciare al progetto gli indirizzi dei clienti.',
        'Tenere le spezie di tutte su un solo scaffale.',
      ],
      whatFailed:
        'Per undici mesi abbiamo gestito un ristorante. Si è mangiato ogni sera e 26.000 €, perché il catering e la sala sono due mestieri e noi ne conoscevamo uno. Un marchio comune è fallito più in silenzio: nessuna voleva cucinare sotto quel nome.\n\nLa cosa più difficile è stata decidere insieme. Per due anni le decisioni erano preparate in italiano e confermate da donne che non le avevano lette. Abbiamo ricominciato con un’interprete, documenti più corti e il diritto di rinviare, e abbiamo perso tre socie che avevano aspettato troppo.',
      transferability:
        'Due città l’hanno ripresa, una in Calabria e una sulla costa tunisina, ciascuna con una forma giuridica diversa. Devono viaggiare la cucina a ore, la fatturazione e la data della consegna. Dove un paese permette di fatturare piccole somme senza impresa, può bastare un’associazione al posto della cooperativa.',
      resourcesNeeded:
        'Una cucina autorizzata di 70 m² e una seconda stanza, 92.000 € per attrezzarle e 48.000 € l’anno per coordinamento e custodia dei bambini, finché le tariffe orarie non li coprono. Qui ci sono voluti quattro anni.',
      howToApply:
        'Il progetto è finito e la cooperativa accoglie le socie da sé. Se volete costruire una cucina così, chiedeteci: condividiamo volentieri statuto, listini ed errori.',
    },
    fr: {
      title: 'Une cuisine, plusieurs entreprises : une coopérative de cuisinières',
      summary:
        'À Palerme, des femmes qui cuisinaient sans papiers pour des mariages et des voisins ont partagé à l’heure une cuisine aux normes. Derrière elle, une coopérative de travail établissait les factures, payait les cotisations et laissait à chacune son nom sur le bocal. En cinq ans et demi, 64 femmes y ont travaillé. La cuisine leur appartient désormais, et deux autres villes en ont ouvert une.',
      challenge:
        'Cuisiner était la première chose que beaucoup de femmes pouvaient vendre à leur arrivée, et la plus difficile à vendre en règle. Une cuisine à soi coûte plus d’une année de revenus. Sans autorisation, pas d’étal au marché, pas de facture, pas de retraite ; une commande qui tourne mal, et une amende peut tout arrêter.\n\nLes formations ne manquaient pas. Ce qui manquait, c’était un fourneau qu’un inspecteur accepte, à neuf heures du soir, avec les enfants dans la pièce voisine.',
      goals:
        '- Permettre à une cuisinière de vendre en règle dès la première commande.\n- Partager ce qui coûte cher, la cuisine et la comptabilité, et laisser libre ce qui est personnel, les recettes et le nom.\n- Remettre la cuisine à celles qui s’en servent.',
      howItWorks: [
        'La cuisinière passe trois jours d’essai en cuisine, payés. Personne n’écrit de plan d’affaires.',
        'Elle devient membre de la coopérative, qui facture pour elle et la paie comme salariée, à la commande.',
        'Elle réserve la cuisine à l’heure, soirs et week-ends compris. Dans la pièce à côté, il y a des jouets, un canapé et une personne payée pour garder les enfants.',
        'Une technologue alimentaire revoit avec elle étiquettes, conservation et prix, un plat à la fois.',
        'Au bout d’un an, elle choisit : rester membre, fonder son entreprise avec la coopérative pour première cliente, ou partir avec ses cotisations à jour.',
        'Chaque année, deux sièges de plus au conseil sont passés aux membres, jusqu’à ce que tous soient à elles.',
      ],
      resultIndicators: [
        'Femmes ayant travaillé avec la coopérative',
        'Entreprises fondées par des membres',
        'Membres en contrat à durée indéterminée',
        'Chiffre d’affaires réalisé hors des communautés des membres',
      ],
      userOpinion:
        'Mon couscous voyageait dans la voiture d’un autre et sous le nom d’un autre. Maintenant, l’étiquette est à moi, et l’erreur aussi s’il y a trop de sel.',
      evaluation:
        'Les comptes ont été vérifiés chaque année, et une chercheuse a interrogé trente membres au début et à la fin. Les revenus ont augmenté, mais peu : la moitié des membres gagnait moins de 700 € par mois en cuisinant et gardait un second emploi. Ce qu’elles appréciaient le plus, c’étaient les cotisations payées et la pièce des enfants.',
      dos: [
        'Payer les jours d’essai.',
        'Inscrire la pièce des enfants au budget avant le second four.',
        'Fixer dès le premier jour la date de la remise.',
        'Vendre tôt hors de la communauté : bureaux, théâtres, écoles.',
      ],
      donts: [
        'Dire à une cuisinière ce qui est « typique ».',
        'Laisser au projet les adresses des clients.',
        'Ranger les épices de toutes sur une seule étagère.',
      ],
      whatFailed:
        'Pendant onze mois, nous avons tenu un restaurant. Il a avalé toutes les soirées et 26 000 €, car le traiteur et la salle sont deux métiers et nous n’en connaissions qu’un. Une marque commune a échoué plus discrètement : personne ne voulait cuisiner sous ce nom.\n\nLe plus dur a été de décider ensemble. Pendant deux ans, les décisions étaient préparées en italien et confirmées par des femmes qui ne les avaient pas lues. Nous avons recommencé avec une interprète, des papiers plus courts et le droit de reporter, et nous avons perdu trois membres qui avaient trop attendu.',
      transferability:
        'Deux villes l’ont reprise, l’une en Calabre, l’autre sur la côte tunisienne, chacune sous une autre forme juridique. Ce qui doit voyager : la cuisine à l’heure, la facturation et la date de la remise. Là où l’on peut facturer de petites sommes sans société, une simple association peut remplacer la coopérative.',
      resourcesNeeded:
        'Une cuisine aux normes de 70 m² et une seconde pièce, 92 000 € pour les équiper et 48 000 € par an pour la coordination et la garde des enfants, tant que les tarifs horaires ne les couvrent pas. Ici, il a fallu quatre ans.',
      howToApply:
        'Le projet est terminé et la coopérative accueille elle-même ses membres. Si vous voulez ouvrir une telle cuisine, demandez-nous : nous partageons volontiers statuts, tarifs et erreurs.',
    },
    es: {
      title: 'Una cocina, muchas empresas: una cooperativa de cocineras',
      summary:
        'En Palermo, mujeres que cocinaban sin papeles para bodas y vecinos compartieron por horas una cocina en regla. Detrás había una cooperativa de trabajo que hacía las facturas, pagaba las cotizaciones y dejaba a cada cocinera su nombre en el tarro. En cinco años y medio trabajaron en ella 64 mujeres. La cocina es ya suya, y otras dos ciudades han construido una.',
      challenge:
        'Cocinar era lo primero que muchas mujeres podían vender al llegar, y lo más difícil de vender en regla. Una cocina propia cuesta más que lo ganado en un año. Sin licencia no hay puesto en el mercado, ni factura, ni pensión; con un pedido que sale mal puede llegar una multa que acabe con todo.\n\nCursos había de sobra. Faltaba un fogón que un inspector aceptara, a las nueve de la noche, con los niños en el cuarto de al lado.',
      goals:
        '- Que una cocinera pueda vender en regla desde el primer pedido.\n- Compartir lo caro, la cocina y la contabilidad, y dejar libre lo personal, las recetas y el nombre.\n- Entregar la cocina a quienes la usan.',
      howItWorks: [
        'La cocinera pasa tres días de prueba en la cocina, pagados. Nadie escribe un plan de negocio.',
        'Se hace socia de la cooperativa, que factura por ella y le paga como empleada, por pedido.',
        'Reserva la cocina por horas, también de noche y en fin de semana. En el cuarto de al lado hay juguetes, un sofá y una cuidadora con sueldo.',
        'Una tecnóloga de alimentos repasa con ella etiquetas, conservación y precios, plato por plato.',
        'Al cabo de un año elige: seguir de socia, fundar su empresa con la cooperativa como primera clienta o irse con las cotizaciones al día.',
        'Cada año pasaron a las socias dos puestos más del consejo, hasta que todos fueron suyos.',
      ],
      resultIndicators: [
        'Mujeres que trabajaron con la cooperativa',
        'Empresas fundadas por socias',
        'Socias con contrato indefinido',
        'Ventas fuera de las comunidades de las socias',
      ],
      userOpinion:
        'Mi cuscús viajaba en el coche de otro y con el nombre de otro. Ahora la etiqueta es mía, y el error también si me paso con la sal.',
      evaluation:
        'Las cuentas se auditaron cada año y una investigadora entrevistó a treinta socias al principio y al final. Los ingresos subieron, aunque poco: la mitad de las socias ganaba con la cocina menos de 700 € al mes y mantenía otro empleo. Lo que más valoraban eran las cotizaciones pagadas y el cuarto de los niños.',
      dos: [
        'Pagar los días de prueba.',
        'Poner en el presupuesto el cuarto de los niños antes que el segundo horno.',
        'Fijar el primer día la fecha de la entrega.',
        'Vender pronto fuera de la comunidad: oficinas, teatros, escuelas.',
      ],
      donts: [
        'Decirle a una cocinera qué es «típico».',
        'Dejar que el proyecto se quede con las direcciones de los clientes.',
        'Guardar las especias de todas en un solo estante.',
      ],
      whatFailed:
        'Durante once meses llevamos un restaurante. Se tragó todas las noches y 26.000 €, porque el catering y la sala son dos oficios y nosotras sabíamos uno. Una marca común fracasó con menos ruido: nadie quería cocinar con ese nombre.\n\nLo más difícil fue decidir juntas. Durante dos años las decisiones se preparaban en italiano y las confirmaban mujeres que no las habían leído. Empezamos de nuevo con una intérprete, papeles más cortos y el derecho a aplazar, y perdimos a tres socias que habían esperado demasiado.',
      transferability:
        'Dos ciudades la han adoptado, una en Calabria y otra en la costa de Túnez, cada una con una forma jurídica distinta. Lo que debe viajar es la cocina por horas, la facturación y la fecha de la entrega. Donde un país deja facturar pequeñas cantidades sin empresa, puede bastar una asociación en lugar de la cooperativa.',
      resourcesNeeded:
        'Una cocina autorizada de 70 m² y otro cuarto, 92.000 € para equiparlos y 48.000 € al año para coordinación y cuidado de niños, hasta que las tarifas por hora los cubran. Aquí se tardó cuatro años.',
      howToApply:
        'El proyecto ha terminado y la cooperativa admite socias por su cuenta. Si quiere construir una cocina así, pregúntenos: compartimos con gusto estatutos, precios y errores.',
    },
    ar: {
      title: 'مطبخ واحد وأعمال كثيرة: تعاونية طاهيات',
      summary:
        'في باليرمو، كانت نساء يطبخن للأعراس والجيران بلا أوراق، ثم صرن يتقاسمن بالساعة مطبخًا مرخّصًا واحدًا. خلفه تعاونية عمل تُصدر الفواتير وتدفع الاشتراكات، وتترك لكل طاهية اسمها على المرطبان. في خمس سنوات ونصف عملت من خلاله 64 امرأة. صار المطبخ اليوم ملكًا لهن، وأنشأت مدينتان أخريان مطبخين مثله.',
      challenge:
        'كان الطبخ أول ما تستطيع نساء كثيرات بيعه عند الوصول، وأصعب ما يمكن بيعه بصورة قانونية. فالمطبخ الخاص يكلّف أكثر من دخل سنة. بلا ترخيص لا بسطة في السوق ولا فاتورة ولا تقاعد، وطلبية واحدة تسوء قد تجلب غرامة تُنهي كل شيء.\n\nالدورات كانت كثيرة. أما الناقص فكان موقدًا يقبله المفتش، في التاسعة مساءً، والأطفال في الغرفة المجاورة.',
      goals:
        '- أن تبيع الطاهية بصورة قانونية منذ أول طلبية.\n- تقاسم ما هو غالٍ، المطبخ والمحاسبة، وترك ما هو شخصي حرًّا، الوصفات والاسم.\n- تسليم المطبخ لمن يستعملنه.',
      howItWorks: [
        'تقضي الطاهية في المطبخ ثلاثة أيام تجريبية مدفوعة الأجر. لا أحد يكتب خطة عمل.',
        'تصبح عضوة في التعاونية، فتُصدر عنها الفواتير وتدفع لها أجر موظفة عن كل طلبية.',
        'تحجز المطبخ بالساعة، في المساء وعطلة الأسبوع أيضًا. وفي الغرفة المجاورة ألعاب وأريكة ومربية بأجر.',
        'تراجع معها خبيرة أغذية الملصقات والحفظ والأسعار، طبقًا بعد طبق.',
        'بعد عام تختار: أن تبقى عضوة، أو تؤسس عملها والتعاونية أول زبائنها، أو تغادر واشتراكاتها مدفوعة.',
        'كل عام انتقل مقعدان آخران في مجلس الإدارة إلى العضوات، حتى صارت المقاعد كلها لهن.',
      ],
      resultIndicators: [
        'نساء عملن من خلال التعاونية',
        'أعمال أسستها العضوات',
        'عضوات بعقد دائم',
        'مبيعات خارج مجتمعات العضوات',
      ],
      userOpinion:
        'كان الكسكس الذي أطبخه يسافر في سيارة غيري وباسم غيري. الآن الملصق لي، والخطأ لي أيضًا إن زاد الملح.',
      evaluation:
        'دُققت الحسابات كل عام، وأجرت باحثة مقابلات مع ثلاثين عضوة في البداية والنهاية. ارتفعت الدخول ارتفاعًا متواضعًا: كان نصف العضوات يكسبن من الطبخ أقل من 700 يورو في الشهر ويحتفظن بعمل ثانٍ. وأكثر ما قدّرنه الاشتراكات المدفوعة وغرفة الأطفال.',
      dos: [
        'ادفعوا أجر أيام التجربة.',
        'ضعوا غرفة الأطفال في الميزانية قبل الفرن الثاني.',
        'حدّدوا موعد التسليم من اليوم الأول.',
        'بيعوا مبكرًا خارج المجتمع القريب: للمكاتب والمسارح والمدارس.',
      ],
      donts: [
        'إخبار الطاهية بما هو «تقليدي» في مطبخها.',
        'ترك عناوين الزبائن في يد المشروع.',
        'وضع توابل الجميع على رف واحد.',
      ],
      whatFailed:
        'أدرنا مطعمًا أحد عشر شهرًا، فابتلع كل المساءات و26,000 يورو، لأن تجهيز الطعام للمناسبات وإدارة صالة مهنتان، وكنا نعرف واحدة. وفشلت علامة تجارية مشتركة بصمت أكبر: لم ترد أي طاهية أن تطبخ باسمها.\n\nوأصعب الأمور كان اتخاذ القرار معًا. طوال عامين كانت القرارات تُعدّ بالإيطالية وتوافق عليها نساء لم يقرأنها. بدأنا من جديد مع مترجمة وأوراق أقصر وحق في التأجيل، وخسرنا ثلاث عضوات كنّ قد انتظرن أكثر مما ينبغي.',
      transferability:
        'نقلته مدينتان، واحدة في كالابريا وأخرى على الساحل التونسي، وكل منهما بشكل قانوني مختلف. ما يجب أن ينتقل هو المطبخ بالساعة، وإصدار الفواتير، وموعد التسليم. وحيث يسمح البلد بفوترة مبالغ صغيرة بلا شركة، قد تكفي جمعية بسيطة بدل التعاونية.',
      resourcesNeeded:
        'مطبخ مرخّص مساحته 70 مترًا مربعًا وغرفة ثانية، و92,000 يورو لتجهيزهما، و48,000 يورو في السنة للتنسيق ورعاية الأطفال إلى أن تغطيها رسوم الساعات. وقد استغرق ذلك هنا أربع سنوات.',
      howToApply:
        'انتهى المشروع، والتعاونية تقبل العضوات بنفسها. إن أردتم إنشاء مطبخ مثله فاسألونا: يسعدنا أن نشارككم النظام الأساسي وقوائم الأسعار والأخطاء.',
    },
  },
}
