import type { DemoPractice } from '../shapes.ts'

/**
 * One of the three schemes that EMEN's first working paper compares. Nothing made up, therefore no figures.
 * What the comparison says: https://dlit.co/emen-cop1-publication-working-paper-with-good-practices-innovation-on-coaching-and-mentoring-for-migrants
 * First presented in Berlin on the evening of 7 June 2017: https://www.bocquel-news.de (8 June 2017) and
 * https://assekuranz-info-portal.de/presse/wirtschaft-politik/2017/06/generali-group-startet-ihre-neue-weltweite-bewegung-human-safety-net-berlin/
 * We do not know whether it still runs in Germany in this form: hence neither an end nor `ongoing`.
 */
export const humanSafetyNetStartUps: DemoPractice = {
  key: 'human-safety-net-start-ups',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring'],
  countries: ['DE'],
  topics: ['coaching', 'incubation', 'refugee-entrepreneurs'],
  audiences: ['industry', 'investors', 'civil-society'],
  responsible: 'aeidl',
  workPackage: 2,
  related: [
    { collection: 'practices', key: 'tern-refugee-founders' },
    { collection: 'practices', key: 'start-up-refugees-network' },
  ],
  provider: 'thsn',
  city: 'Berlin',
  start: '2017-06-07',
  end: null,
  ongoing: false,
  level: 'national',
  sector: 'private',
  mainstreaming: 'targeted',
  phases: ['pre-incubation', 'incubation'],
  services: ['training', 'mentoring', 'premises'],
  targetGroups: ['refugees'],
  serviceLanguages: [],
  evidence: 'described',
  results: [],
  scores: [],
  texts: {
    en: {
      title: 'The Human Safety Net: a large sponsor and start-up labs across Germany',
      summary:
        'The Human Safety Net is an initiative of the insurance group Generali. Its programme for refugee start-ups was presented in Berlin in June 2017 and works in Germany with the Social Impact Labs, which had been supporting founders in several cities before. In EMEN’s comparison of three schemes it stands out for its scope and its scale.',
      challenge:
        'Germany took in many people who had run a business or learnt a trade elsewhere. A founder without a network, without savings and with a permit that ends in a year or two rarely finds an adviser, a desk or an investor by chance.',
      goals:
        '- Help refugees to found a business of their own, and so to take part in working life.\n- Bring together professionals and volunteers who share what they know.\n- Reach founders in several cities with one programme.',
      howItWorks: [
        'The sponsor brings money, a name and employees who volunteer.',
        'The labs bring places to work, advisers and years of practice with new founders.',
        'Refugees with a business idea are trained and coached on the way to founding.',
        'What one city learns, the labs in the other cities can use.',
      ],
      resultIndicators: [],
      evaluation:
        'EMEN’s community on coaching and mentoring compared the scheme with TERN (United Kingdom) and Start-Up Refugees (Finland) in four categories. Readers should know that Social Impact, which runs the labs, also led that community. We give no figures here, because we have not verified any.',
      dos: [
        'Build on a network of places that exists already.',
        'Agree early what the sponsor decides and what the advisers decide.',
      ],
      donts: ['Take the size of a scheme as proof that it fits your town.'],
      transferability:
        'The leverage comes from two things at once: a strong sponsor and an established network of labs. Where only one of them exists, expect less. A town that has neither can still use the idea in small: one firm, one house, one coach, and an open exchange with the next town that tries.',
    },
    fr: {
      title: 'The Human Safety Net : un grand mécène et des incubateurs dans toute l’Allemagne',
      summary:
        'The Human Safety Net est une initiative du groupe d’assurance Generali. Son programme destiné aux créateurs d’entreprise réfugiés a été présenté à Berlin en juin 2017 ; en Allemagne, il s’appuie sur les Social Impact Labs, qui accompagnaient déjà des créateurs dans plusieurs villes. Des trois dispositifs comparés par EMEN, il se distingue par son étendue et son échelle.',
      challenge:
        'L’Allemagne a accueilli beaucoup de personnes qui, ailleurs, dirigeaient une entreprise ou avaient appris un métier. Sans réseau, sans épargne et avec un titre de séjour qui expire dans un an ou deux, on trouve rarement par hasard un conseiller, un bureau ou un investisseur.',
      goals:
        '- Aider des personnes réfugiées à créer leur entreprise et à prendre ainsi part à la vie active.\n- Réunir des professionnels et des bénévoles qui partagent leur savoir.\n- Toucher des créateurs dans plusieurs villes avec un même programme.',
      howItWorks: [
        'Le mécène apporte des moyens, un nom et des salariés bénévoles.',
        'Les incubateurs apportent des lieux de travail, des conseillers et des années de pratique.',
        'Des personnes réfugiées ayant une idée d’entreprise sont formées et accompagnées jusqu’à la création.',
        'Ce qu’une ville apprend, les incubateurs des autres villes peuvent l’utiliser.',
      ],
      resultIndicators: [],
      evaluation:
        'La communauté d’EMEN sur le coaching et le mentorat a comparé le dispositif à TERN (Royaume-Uni) et à Start-Up Refugees (Finlande) selon quatre catégories. Il faut savoir que Social Impact, qui gère les incubateurs, animait aussi cette communauté. Nous ne donnons pas de chiffres, faute d’en avoir vérifié.',
      dos: [
        'S’appuyer sur un réseau de lieux qui existe déjà.',
        'Convenir tôt de ce que décide le mécène et de ce que décident les conseillers.',
      ],
      donts: ['Prendre la taille d’un dispositif pour la preuve qu’il convient à votre ville.'],
      transferability:
        'L’effet de levier vient de deux choses réunies : un mécène solide et un réseau d’incubateurs bien établi. Là où une seule existe, il faut en attendre moins. Une ville qui n’a ni l’un ni l’autre peut reprendre l’idée en petit : une entreprise, une maison, un coach, et un échange ouvert avec la prochaine ville qui essaiera.',
    },
    de: {
      title: 'The Human Safety Net: ein großer Förderer und Gründungslabore in ganz Deutschland',
      summary:
        'The Human Safety Net ist eine Initiative der Versicherungsgruppe Generali. Ihr Programm für geflüchtete Gründerinnen und Gründer wurde im Juni 2017 in Berlin vorgestellt. In Deutschland arbeitet es mit den Social Impact Labs, die schon zuvor in mehreren Städten Gründungen begleitet hatten. Im EMEN-Vergleich dreier Programme fällt es durch Reichweite und Größe auf.',
      challenge:
        'Deutschland hat viele Menschen aufgenommen, die anderswo ein Unternehmen geführt oder ein Handwerk gelernt hatten. Ohne Netzwerk, ohne Ersparnisse und mit einem Aufenthaltstitel, der in ein, zwei Jahren endet, findet man selten durch Zufall Beratung, einen Schreibtisch oder einen Geldgeber.',
      goals:
        '- Geflüchteten zum eigenen Unternehmen verhelfen und damit zur Teilhabe am Arbeitsleben.\n- Fachleute und Freiwillige zusammenbringen, die ihr Wissen teilen.\n- Mit einem Programm Menschen in mehreren Städten erreichen.',
      howItWorks: [
        'Der Förderer bringt Geld, einen Namen und Beschäftigte, die sich freiwillig engagieren.',
        'Die Labs bringen Arbeitsplätze, Beratung und jahrelange Übung mit Gründungen.',
        'Geflüchtete mit einer Geschäftsidee werden geschult und auf dem Weg zur Gründung begleitet.',
        'Was eine Stadt lernt, können die Labs der anderen Städte nutzen.',
      ],
      resultIndicators: [],
      evaluation:
        'Die EMEN-Gemeinschaft für Coaching und Mentoring hat das Programm mit TERN (Vereinigtes Königreich) und Start-Up Refugees (Finnland) in vier Kategorien verglichen. Man sollte dabei wissen, dass Social Impact, Träger der Labs, auch diese Gemeinschaft leitete. Zahlen nennen wir nicht, weil wir keine geprüft haben.',
      dos: [
        'Auf einem Netz von Orten aufbauen, das es schon gibt.',
        'Früh klären, was der Förderer entscheidet und was die Beratung.',
      ],
      donts: ['Die Größe eines Programms für den Beweis halten, dass es in die eigene Stadt passt.'],
      transferability:
        'Die Hebelwirkung kommt aus zwei Dingen zugleich: einem starken Förderer und einem gewachsenen Netz von Labs. Wo nur eines davon da ist, darf man weniger erwarten. Eine Stadt, die beides nicht hat, kann die Idee im Kleinen nutzen: eine Firma, ein Haus, ein Coach und ein offener Austausch mit der nächsten Stadt, die es versucht.',
    },
    it: {
      title: 'The Human Safety Net: un grande sostenitore e incubatori in tutta la Germania',
      summary:
        'The Human Safety Net è un’iniziativa del gruppo assicurativo Generali. Il suo programma per imprenditori rifugiati è stato presentato a Berlino nel giugno 2017 e in Germania lavora con i Social Impact Lab, che già prima accompagnavano nuove imprese in diverse città. Nel confronto di EMEN fra tre programmi si distingue per ampiezza e dimensioni.',
      challenge:
        'La Germania ha accolto molte persone che altrove avevano gestito un’impresa o imparato un mestiere. Senza una rete, senza risparmi e con un permesso che scade fra un anno o due, è raro trovare per caso un consulente, una scrivania o un investitore.',
      goals:
        '- Aiutare le persone rifugiate a fondare un’impresa e a partecipare così alla vita lavorativa.\n- Mettere insieme professionisti e volontari che condividono ciò che sanno.\n- Raggiungere con un solo programma chi vuole fare impresa in più città.',
      howItWorks: [
        'Il sostenitore porta denaro, un nome e dipendenti volontari.',
        'Gli incubatori portano luoghi di lavoro, consulenti e anni di pratica con le nuove imprese.',
        'Le persone rifugiate con un’idea d’impresa ricevono formazione e accompagnamento fino all’avvio.',
        'Ciò che una città impara può servire agli incubatori delle altre.',
      ],
      resultIndicators: [],
      evaluation:
        'La comunità di EMEN su coaching e mentoring ha confrontato il programma con TERN (Regno Unito) e Start-Up Refugees (Finlandia) in quattro categorie. È bene sapere che Social Impact, che gestisce gli incubatori, guidava anche quella comunità. Non diamo cifre, perché non ne abbiamo verificata nessuna.',
      dos: [
        'Costruire su una rete di luoghi che esiste già.',
        'Stabilire presto che cosa decide il sostenitore e che cosa decidono i consulenti.',
      ],
      donts: ['Prendere le dimensioni di un programma come prova che vada bene per la propria città.'],
      transferability:
        'La forza viene da due cose insieme: un sostenitore solido e una rete di incubatori ben radicata. Dove ce n’è una sola, bisogna aspettarsi di meno. Una città che non ha né l’una né l’altra può riprendere l’idea in piccolo: un’azienda, una casa, un coach, e uno scambio aperto con la prossima città che ci prova.',
    },
  },
}
