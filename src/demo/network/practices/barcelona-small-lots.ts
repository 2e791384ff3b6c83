import type { DemoPractice } from '../shapes.ts'

/** Sample: the buying office, its contracts and its figures are made up. */
export const barcelonaSmallLots: DemoPractice = {
  key: 'barcelona-small-lots',
  sourceLocale: 'en',
  sample: true,
  communities: ['professionalisation-diversity'],
  countries: ['ES'],
  topics: ['supplier-diversity', 'diversity-management', 'local-policy'],
  audiences: ['local-authorities', 'regional-authorities', 'industry'],
  responsible: 'sample-organisation',
  workPackage: 3,
  related: [
    { collection: 'practices', key: 'brussels-shared-secretariat' },
    { collection: 'practices', key: 'athens-permit-desk' },
  ],
  provider: 'sample-organisation',
  city: 'Barcelona',
  start: '2022-02-01',
  end: null,
  ongoing: true,
  level: 'local',
  sector: 'public',
  mainstreaming: 'mainstream',
  phases: ['start-up', 'growth'],
  services: ['supplier-diversity', 'training', 'networking'],
  targetGroups: ['migrants', 'third-country-nationals'],
  serviceLanguages: ['es', 'en', 'fr', 'ar'],
  evidence: 'evaluated',
  results: [
    { baseline: 6, value: 21, unit: 'percent' },
    { baseline: null, value: 58, unit: 'businesses' },
    { baseline: 3, value: 1, unit: 'months' },
  ],
  scores: [
    { dimension: 1, self: 6, peer: 5 },
    { dimension: 2, self: 7, peer: 7 },
    { dimension: 3, self: 5, peer: 6 },
    { dimension: 4, self: 6, peer: 6 },
    { dimension: 5, self: 5, peer: 4 },
    { dimension: 6, self: 4, peer: 5 },
    { dimension: 7, self: 2, peer: 2 },
    { dimension: 8, self: 9, peer: 8 },
    { dimension: 9, self: 8, peer: 7 },
  ],
  texts: {
    en: {
      title: 'Small lots: contracts that a firm of three can win',
      summary:
        'A public buyer in Barcelona cut its small contracts smaller still, wrote them in plain words and paid within a month. It prefers nobody by origin, which the law would not allow. It only took away what kept new firms out. Since then one small contract in five goes to a firm that had never sold to a public office, and many of these were founded by migrants.',
      challenge:
        'A school wants its windows cleaned. The tender covers forty schools, runs to seventy pages and asks for three years of accounts. A firm with three employees, two years old, closes the file on page four.\n\nThose who might win are not looking, and those who buy know only those who always win. When the bill is paid after ninety days, a small firm has lent the public three months’ wages.',
      goals:
        '- Let any lawful firm compete, whatever its size or age.\n- Bring the share of first-time suppliers to one in five.\n- Pay small suppliers within thirty days.',
      howItWorks: [
        'Buyers split purchases of up to €15,000 by district or by building wherever the law permits.',
        'Each call fits on two pages, in plain Spanish and Catalan, with a glossary in four more languages.',
        'Four times a year a supplier morning takes place in a market hall: buyers sit, firms walk round.',
        'Firms bring last year’s lost bid, and a buyer from another department explains why it lost.',
        'Bills are paid within thirty days, and a counter on the intranet shows each department how it stands.',
      ],
      resultIndicators: [
        'Small contracts that went to first-time suppliers',
        'Firms founded by migrants that won a first contract',
        'From bill to payment',
      ],
      userOpinion: 'I had thought that you needed to know somebody. It turned out that you needed page two.',
      evaluation:
        'A university team compared the contracts of 2021 and 2024. The gain is clear in cleaning, catering, repairs and translation, and absent in printing, where prices are too low for newcomers. Origin is not recorded in contracts, rightly; the figure on founders comes from a voluntary survey that four firms out of ten answered.',
      dos: [
        'Begin with the people who pay the bills, not with those who write the calls.',
        'Explain lost bids. It is the best training there is.',
        'Publish the payment times of every department.',
      ],
      donts: [
        'Keep a separate list of migrant suppliers.',
        'Ask for references that only a former supplier can have.',
        'Hold supplier mornings on Fridays.',
      ],
      whatFailed:
        'The first supplier morning filled a hall with firms and no buyers: we had invited department heads, who do not buy. An e-learning course on tenders was begun by 190 people and finished by 11. And for half a year smaller lots simply meant more work for the same team, which then quietly joined them up again. The lots held only when one more person was hired.',
      transferability:
        'Every public buyer may split lots and pay on time; European rules on public procurement even encourage the first. Check your national limits for small contracts. Start with a single department that wants to, and with things that are bought every month.',
      resourcesNeeded:
        'One additional buyer, a jurist for three months, €18,000 a year for supplier mornings and translation.',
      howToApply:
        'The calls are open to every firm. The next supplier morning is announced in our letter and on the doors of the market halls.',
    },
    es: {
      title: 'Lotes pequeños: contratos que una empresa de tres personas puede ganar',
      summary:
        'Un comprador público de Barcelona hizo aún más pequeños sus contratos menores, los escribió con palabras sencillas y empezó a pagar en un mes. No da preferencia a nadie por su origen, cosa que la ley no permitiría. Solo quitó lo que dejaba fuera a las empresas nuevas. Desde entonces, uno de cada cinco contratos pequeños va a una empresa que nunca había vendido a la administración, y muchas las fundaron personas migrantes.',
      challenge:
        'Una escuela necesita que le limpien los cristales. El concurso abarca cuarenta escuelas, ocupa setenta páginas y pide las cuentas de tres años. Una empresa con tres empleados y dos años de vida cierra el archivo en la página cuatro.\n\nQuienes podrían ganar no buscan, y quienes compran solo conocen a los que ganan siempre. Cuando la factura se paga a los noventa días, la empresa pequeña le ha prestado a la administración tres meses de sueldos.',
      goals:
        '- Que pueda competir cualquier empresa legal, sea cual sea su tamaño o su edad.\n- Que uno de cada cinco proveedores sea nuevo.\n- Pagar a los pequeños proveedores en treinta días.',
      howItWorks: [
        'Las compras de hasta 15.000 € se dividen por distrito o por edificio siempre que la ley lo permite.',
        'Cada convocatoria cabe en dos páginas, en castellano y catalán sencillos, con un glosario en cuatro lenguas más.',
        'Cuatro veces al año se celebra una mañana de proveedores en un mercado: los compradores se sientan y las empresas dan la vuelta.',
        'Las empresas traen la oferta que perdieron el año anterior, y un comprador de otro departamento les explica por qué.',
        'Las facturas se pagan en treinta días, y un marcador en la intranet enseña a cada departamento cómo va.',
      ],
      resultIndicators: [
        'Contratos pequeños adjudicados a proveedores nuevos',
        'Empresas fundadas por personas migrantes que ganaron su primer contrato',
        'De la factura al pago',
      ],
      userOpinion:
        'Yo creía que había que conocer a alguien. Resultó que lo que había que conocer era la página dos.',
      evaluation:
        'Un equipo universitario comparó los contratos de 2021 y 2024. La mejora es clara en limpieza, comidas, reparaciones y traducción, y nula en imprenta, donde los precios son demasiado bajos para quien empieza. El origen no se registra en los contratos, y está bien así; la cifra sobre los fundadores sale de una encuesta voluntaria que respondieron cuatro de cada diez empresas.',
      dos: [
        'Empezar por quienes pagan las facturas, no por quienes redactan las convocatorias.',
        'Explicar las ofertas perdidas. No hay mejor formación.',
        'Publicar lo que tarda en pagar cada departamento.',
      ],
      donts: [
        'Llevar una lista aparte de proveedores migrantes.',
        'Pedir referencias que solo puede tener un antiguo proveedor.',
        'Hacer las mañanas de proveedores en viernes.',
      ],
      whatFailed:
        'La primera mañana llenó la sala de empresas y de ningún comprador: habíamos invitado a jefes de departamento, que no compran. Un curso en línea sobre licitaciones lo empezaron 190 personas y lo terminaron 11. Y durante medio año los lotes pequeños fueron solo más trabajo para el mismo equipo, que acabó juntándolos otra vez sin decir nada. No se mantuvieron hasta que se contrató a una persona más.',
      transferability:
        'Cualquier comprador público puede dividir lotes y pagar a tiempo; las normas europeas de contratación incluso animan a lo primero. Compruebe los límites de su país para los contratos pequeños. Empiece con un solo departamento que quiera hacerlo y con cosas que se compran cada mes.',
      resourcesNeeded:
        'Una persona más en compras, un jurista durante tres meses y 18.000 € al año para las mañanas de proveedores y la traducción.',
      howToApply:
        'Las convocatorias están abiertas a todas las empresas. La próxima mañana de proveedores se anuncia en nuestro boletín y en las puertas de los mercados.',
    },
    fr: {
      title: 'De petits lots : des marchés qu’une entreprise de trois personnes peut gagner',
      summary:
        'À Barcelone, un acheteur public a découpé plus finement ses petits marchés, les a rédigés en mots simples et s’est mis à payer en un mois. Il ne favorise personne selon l’origine, ce que la loi interdirait. Il a seulement ôté ce qui tenait les nouvelles entreprises à l’écart. Depuis, un petit marché sur cinq va à une entreprise qui n’avait jamais vendu à l’administration, et beaucoup ont été fondées par des personnes immigrées.',
      challenge:
        'Une école veut faire laver ses vitres. L’appel d’offres porte sur quarante écoles, compte soixante-dix pages et demande trois années de comptes. Une entreprise de trois salariés, vieille de deux ans, referme le dossier à la page quatre.\n\nCeux qui pourraient gagner ne cherchent pas, et ceux qui achètent ne connaissent que ceux qui gagnent toujours. Quand la facture est payée à quatre-vingt-dix jours, la petite entreprise a prêté à l’administration trois mois de salaires.',
      goals:
        '- Permettre à toute entreprise en règle de concourir, quels que soient sa taille et son âge.\n- Porter à un sur cinq la part des nouveaux fournisseurs.\n- Payer les petits fournisseurs sous trente jours.',
      howItWorks: [
        'Les achats jusqu’à 15 000 € sont découpés par quartier ou par bâtiment partout où la loi le permet.',
        'Chaque appel tient en deux pages, en espagnol et en catalan simples, avec un glossaire dans quatre autres langues.',
        'Quatre fois par an, une matinée des fournisseurs se tient dans une halle : les acheteurs sont assis, les entreprises circulent.',
        'Les entreprises apportent leur offre perdue de l’année précédente, et l’acheteur d’un autre service explique pourquoi elle a perdu.',
        'Les factures sont payées sous trente jours, et un compteur interne montre à chaque service où il en est.',
      ],
      resultIndicators: [
        'Petits marchés attribués à de nouveaux fournisseurs',
        'Entreprises fondées par des personnes immigrées ayant gagné un premier marché',
        'De la facture au paiement',
      ],
      userOpinion:
        'Je croyais qu’il fallait connaître quelqu’un. En fait, il fallait connaître la page deux.',
      evaluation:
        'Une équipe universitaire a comparé les marchés de 2021 et de 2024. Le progrès est net dans le nettoyage, la restauration, les réparations et la traduction, nul dans l’imprimerie, où les prix sont trop bas pour qui débute. L’origine ne figure pas dans les marchés, et c’est bien ainsi ; le chiffre sur les fondateurs vient d’une enquête volontaire à laquelle quatre entreprises sur dix ont répondu.',
      dos: [
        'Commencer par ceux qui paient les factures, pas par ceux qui rédigent les appels.',
        'Expliquer les offres perdues : il n’y a pas de meilleure formation.',
        'Publier les délais de paiement de chaque service.',
      ],
      donts: [
        'Tenir une liste à part des fournisseurs immigrés.',
        'Demander des références que seul un ancien fournisseur peut avoir.',
        'Organiser les matinées un vendredi.',
      ],
      whatFailed:
        'La première matinée a rempli la salle d’entreprises, sans un seul acheteur : nous avions invité des chefs de service, qui n’achètent pas. Un cours en ligne sur les marchés publics a été commencé par 190 personnes et terminé par 11. Et pendant six mois, les petits lots n’ont été que du travail en plus pour la même équipe, qui les a discrètement regroupés. Ils n’ont tenu qu’après une embauche.',
      transferability:
        'Tout acheteur public peut allotir et payer à l’heure ; les règles européennes encouragent même le premier point. Vérifiez les seuils de votre pays. Commencez par un seul service volontaire et par ce qui s’achète chaque mois.',
      resourcesNeeded:
        'Un acheteur de plus, un juriste pendant trois mois, 18 000 € par an pour les matinées et la traduction.',
      howToApply:
        'Les appels sont ouverts à toutes les entreprises. La prochaine matinée est annoncée dans notre lettre et sur les portes des halles.',
    },
    it: {
      title: 'Lotti piccoli: contratti che un’impresa di tre persone può vincere',
      summary:
        'Un acquirente pubblico di Barcellona ha reso ancora più piccoli i contratti minori, li ha scritti con parole semplici e ha cominciato a pagare entro un mese. Non preferisce nessuno per origine, cosa che la legge vieterebbe: ha solo tolto ciò che teneva fuori le imprese nuove. Da allora un piccolo contratto su cinque va a un’impresa che non aveva mai venduto alla pubblica amministrazione, e molte sono state fondate da persone migranti.',
      challenge:
        'Una scuola vuole far pulire i vetri. La gara riguarda quaranta scuole, conta settanta pagine e chiede tre anni di bilanci. Un’impresa di tre dipendenti, nata due anni fa, chiude il fascicolo a pagina quattro.\n\nChi potrebbe vincere non cerca, e chi compra conosce solo chi vince sempre. Quando la fattura si paga a novanta giorni, la piccola impresa ha prestato all’ente tre mesi di stipendi.',
      goals:
        '- Far concorrere ogni impresa in regola, qualunque sia la sua dimensione o età.\n- Portare a uno su cinque la quota dei fornitori nuovi.\n- Pagare i piccoli fornitori entro trenta giorni.',
      howItWorks: [
        'Gli acquisti fino a 15.000 € si dividono per quartiere o per edificio ovunque la legge lo consenta.',
        'Ogni avviso sta in due pagine, in spagnolo e catalano semplici, con un glossario in altre quattro lingue.',
        'Quattro volte l’anno si tiene una mattina dei fornitori in un mercato coperto: chi compra sta seduto, le imprese girano.',
        'Le imprese portano l’offerta persa l’anno prima, e un acquirente di un altro ufficio spiega perché ha perso.',
        'Le fatture si pagano entro trenta giorni, e un contatore interno mostra a ogni ufficio a che punto è.',
      ],
      resultIndicators: [
        'Piccoli contratti andati a fornitori nuovi',
        'Imprese fondate da migranti che hanno vinto un primo contratto',
        'Dalla fattura al pagamento',
      ],
      userOpinion: 'Pensavo che bisognasse conoscere qualcuno. Invece bisognava conoscere la pagina due.',
      evaluation:
        'Un gruppo universitario ha confrontato i contratti del 2021 e del 2024. Il miglioramento è netto in pulizie, ristorazione, riparazioni e traduzione, assente nella stampa, dove i prezzi sono troppo bassi per chi comincia. L’origine non è registrata nei contratti, ed è giusto così; il dato sui fondatori viene da un’indagine volontaria a cui hanno risposto quattro imprese su dieci.',
      dos: [
        'Cominciare da chi paga le fatture, non da chi scrive gli avvisi.',
        'Spiegare le offerte perse: non c’è formazione migliore.',
        'Pubblicare i tempi di pagamento di ogni ufficio.',
      ],
      donts: [
        'Tenere un elenco separato di fornitori migranti.',
        'Chiedere referenze che solo un vecchio fornitore può avere.',
        'Fare le mattine dei fornitori di venerdì.',
      ],
      whatFailed:
        'La prima mattina ha riempito la sala di imprese e di nessun acquirente: avevamo invitato i dirigenti, che non comprano. Un corso in rete sulle gare è stato iniziato da 190 persone e finito da 11. E per sei mesi i lotti piccoli sono stati solo lavoro in più per la stessa squadra, che in silenzio li ha riuniti. Hanno retto solo quando è stata assunta una persona in più.',
      transferability:
        'Ogni acquirente pubblico può dividere in lotti e pagare in tempo; le norme europee sugli appalti incoraggiano persino la prima cosa. Verificate le soglie del vostro paese. Cominciate da un solo ufficio che lo voglia e da ciò che si compra ogni mese.',
      resourcesNeeded:
        'Una persona in più agli acquisti, un giurista per tre mesi, 18.000 € l’anno per le mattine dei fornitori e le traduzioni.',
      howToApply:
        'Gli avvisi sono aperti a tutte le imprese. La prossima mattina dei fornitori è annunciata nella nostra lettera e sulle porte dei mercati.',
    },
    el: {
      title: 'Μικρά τμήματα: συμβάσεις που μπορεί να κερδίσει μια εταιρεία τριών ατόμων',
      summary:
        'Ένας δημόσιος αγοραστής στη Βαρκελώνη έκανε τις μικρές του συμβάσεις ακόμη μικρότερες, τις έγραψε με απλά λόγια και άρχισε να πληρώνει μέσα σε έναν μήνα. Δεν προτιμά κανέναν για την καταγωγή του, κάτι που δεν θα επέτρεπε ο νόμος. Απλώς έβγαλε από τη μέση όσα κρατούσαν έξω τις νέες εταιρείες. Από τότε, μία στις πέντε μικρές συμβάσεις πηγαίνει σε εταιρεία που δεν είχε πουλήσει ποτέ στο δημόσιο, και πολλές από αυτές τις ίδρυσαν μετανάστες.',
      challenge:
        'Ένα σχολείο θέλει να πλυθούν τα τζάμια του. Ο διαγωνισμός αφορά σαράντα σχολεία, έχει εβδομήντα σελίδες και ζητά ισολογισμούς τριών ετών. Μια εταιρεία με τρεις εργαζομένους και δύο χρόνια ζωής κλείνει τον φάκελο στη σελίδα τέσσερα.\n\nΌσοι θα μπορούσαν να κερδίσουν δεν ψάχνουν, και όσοι αγοράζουν ξέρουν μόνο εκείνους που κερδίζουν πάντα. Όταν το τιμολόγιο πληρώνεται στις ενενήντα ημέρες, η μικρή εταιρεία έχει δανείσει στο δημόσιο τρεις μήνες μισθούς.',
      goals:
        '- Να μπορεί να διαγωνιστεί κάθε νόμιμη εταιρεία, όποιο κι αν είναι το μέγεθος ή η ηλικία της.\n- Να φτάσουν οι νέοι προμηθευτές στον έναν στους πέντε.\n- Να πληρώνονται οι μικροί προμηθευτές μέσα σε τριάντα ημέρες.',
      howItWorks: [
        'Οι αγορές ως 15.000 € χωρίζονται ανά συνοικία ή κτίριο, όπου το επιτρέπει ο νόμος.',
        'Κάθε πρόσκληση χωρά σε δύο σελίδες, σε απλά ισπανικά και καταλανικά, με γλωσσάρι σε τέσσερις ακόμη γλώσσες.',
        'Τέσσερις φορές τον χρόνο γίνεται ένα πρωινό προμηθευτών σε μια δημοτική αγορά: οι αγοραστές κάθονται, οι εταιρείες περνούν.',
        'Οι εταιρείες φέρνουν την προσφορά που έχασαν πέρσι, και ένας αγοραστής από άλλο τμήμα τούς εξηγεί γιατί.',
        'Τα τιμολόγια πληρώνονται σε τριάντα ημέρες, και ένας εσωτερικός μετρητής δείχνει σε κάθε τμήμα πού βρίσκεται.',
      ],
      resultIndicators: [
        'Μικρές συμβάσεις που πήγαν σε νέους προμηθευτές',
        'Εταιρείες μεταναστών που κέρδισαν την πρώτη τους σύμβαση',
        'Από το τιμολόγιο ως την πληρωμή',
      ],
      userOpinion: 'Νόμιζα πως έπρεπε να ξέρεις κάποιον. Τελικά έπρεπε να ξέρεις τη σελίδα δύο.',
      evaluation:
        'Μια πανεπιστημιακή ομάδα συνέκρινε τις συμβάσεις του 2021 και του 2024. Η βελτίωση είναι καθαρή στην καθαριότητα, στην εστίαση, στις επισκευές και στη μετάφραση, και μηδενική στις εκτυπώσεις, όπου οι τιμές είναι πολύ χαμηλές για όποιον ξεκινά. Η καταγωγή δεν καταγράφεται στις συμβάσεις, και σωστά· ο αριθμός για τους ιδρυτές προέρχεται από προαιρετική έρευνα, στην οποία απάντησαν τέσσερις στις δέκα εταιρείες.',
      dos: [
        'Να αρχίζετε από όσους πληρώνουν τα τιμολόγια, όχι από όσους γράφουν τις προσκλήσεις.',
        'Να εξηγείτε τις χαμένες προσφορές: καλύτερη εκπαίδευση δεν υπάρχει.',
        'Να δημοσιεύετε τους χρόνους πληρωμής κάθε τμήματος.',
      ],
      donts: [
        'Να κρατάτε χωριστό κατάλογο μεταναστών προμηθευτών.',
        'Να ζητάτε συστάσεις που μπορεί να έχει μόνο ένας παλιός προμηθευτής.',
        'Να οργανώνετε τα πρωινά προμηθευτών Παρασκευή.',
      ],
      whatFailed:
        'Το πρώτο πρωινό γέμισε με εταιρείες και κανέναν αγοραστή: είχαμε καλέσει προϊσταμένους, που δεν αγοράζουν οι ίδιοι. Ένα διαδικτυακό μάθημα για διαγωνισμούς το άρχισαν 190 άνθρωποι και το τελείωσαν 11. Και για έξι μήνες τα μικρά τμήματα σήμαιναν απλώς περισσότερη δουλειά για την ίδια ομάδα, που αθόρυβα τα ξαναένωσε. Κράτησαν μόνο όταν προσλήφθηκε ένας άνθρωπος ακόμη.',
      transferability:
        'Κάθε δημόσιος αγοραστής μπορεί να χωρίζει σε τμήματα και να πληρώνει στην ώρα του· το πρώτο το ενθαρρύνουν και οι ευρωπαϊκοί κανόνες για τις δημόσιες συμβάσεις. Δείτε τα όρια της χώρας σας. Αρχίστε με ένα τμήμα που το θέλει και με πράγματα που αγοράζονται κάθε μήνα.',
      resourcesNeeded:
        'Ένας αγοραστής ακόμη, ένας νομικός για τρεις μήνες, 18.000 € τον χρόνο για τα πρωινά προμηθευτών και τις μεταφράσεις.',
      howToApply:
        'Οι προσκλήσεις είναι ανοιχτές σε κάθε εταιρεία. Το επόμενο πρωινό προμηθευτών ανακοινώνεται στο ενημερωτικό μας γράμμα και στις πόρτες των αγορών.',
    },
  },
}
