import type { DemoPractice } from '../shapes.ts'

/** Sample: the programme, its shops and its figures are made up. Written in German first. */
export const viennaShopSuccession: DemoPractice = {
  key: 'vienna-shop-succession',
  sourceLocale: 'de',
  sample: true,
  communities: ['coaching-mentoring', 'access-to-finance'],
  countries: ['AT'],
  topics: ['coaching', 'business-training', 'microfinance'],
  audiences: ['industry', 'regional-authorities', 'investors'],
  responsible: 'sample-organisation',
  workPackage: 3,
  related: [
    { collection: 'practices', key: 'lyon-savings-circles' },
    { collection: 'practices', key: 'malmo-three-year-call' },
  ],
  provider: 'sample-organisation',
  city: 'Vienna',
  start: '2021-04-12',
  end: null,
  ongoing: true,
  level: 'local',
  sector: 'private',
  mainstreaming: 'tailored-mainstream',
  phases: ['start-up', 'growth'],
  services: ['mentoring', 'finance', 'legal', 'training'],
  targetGroups: ['migrants', 'young-migrants'],
  serviceLanguages: ['de', 'en', 'tr', 'uk', 'ar'],
  evidence: 'monitored',
  results: [
    { baseline: null, value: 23, unit: 'businesses' },
    { baseline: null, value: 71, unit: 'people' },
    { baseline: 64, value: 87, unit: 'percent' },
    { baseline: null, value: 38000, unit: 'eur' },
  ],
  scores: [
    { dimension: 1, self: 4, peer: 5 },
    { dimension: 2, self: 7, peer: 6 },
    { dimension: 3, self: 6, peer: 5 },
    { dimension: 4, self: 8, peer: 8 },
    { dimension: 5, self: 7, peer: 6 },
    { dimension: 6, self: 8, peer: 7 },
    { dimension: 7, self: 9, peer: 8 },
    { dimension: 8, self: 2, peer: 3 },
    { dimension: 9, self: 5, peer: 4 },
  ],
  texts: {
    de: {
      title: 'Übernehmen statt gründen: ein Jahr Seite an Seite im Laden',
      summary:
        'Viele kleine Betriebe in Wien schließen, weil niemand sie weiterführt. Zugleich suchen Zugewanderte, die ein Handwerk gelernt haben, einen Ort zum Anfangen. Das Programm bringt beide für ein Jahr zusammen: Wer übergibt, steht noch im Laden, wenn die Nachfolge schon die Bücher führt, und der Kaufpreis wird in Raten aus dem Ertrag bezahlt.',
      challenge:
        'Eine Änderungsschneiderei mit zweihundert Stammkunden ist mehr wert als jeder Geschäftsplan, und doch verschwindet sie, wenn die Schneiderin in Pension geht. Die Kinder haben andere Berufe. Die Hausbank finanziert keine Ablöse unter 100.000 €, und wer neu im Land ist, erfährt von der Schließung erst durch das Schild an der Tür.\n\nNeugründungen beginnen dagegen ohne Kundschaft, mit neuer Einrichtung und vollem Mietpreis.',
      goals:
        '- Betriebe und Arbeitsplätze im Grätzel erhalten.\n- Zugewanderten einen Anfang mit Kundschaft statt mit Schulden geben.\n- Beiden Seiten ein Jahr Zeit lassen, um Nein zu sagen.',
      howItWorks: [
        'Innungen, Steuerberater und Lieferanten melden Betriebe, deren Inhaber in drei Jahren aufhören wollen.',
        'Eine Beraterin besucht den Betrieb, schätzt den Wert und spricht offen aus, wenn er keinen hat.',
        'Drei Menschen mit passendem Beruf arbeiten je eine Woche mit. Dann wählen beide Seiten.',
        'Ein Jahr lang arbeiten sie gemeinsam, zuerst als Angestellte und Chefin, ab der Hälfte mit vertauschten Rollen.',
        'Parallel klärt eine Juristin Gewerbeberechtigung, Mietvertrag und Anerkennung der Ausbildung.',
        'Der Kaufpreis wird über fünf Jahre aus dem Ertrag bezahlt. Ein Bürgschaftsfonds springt ein, wenn zwei Raten ausfallen.',
      ],
      resultIndicators: [
        'Übergebene Betriebe bis Ende 2025',
        'Erhaltene Arbeitsplätze, Nachfolge eingerechnet',
        'Nach zwei Jahren noch offen, verglichen mit Neugründungen desselben Trägers',
        'Kaufpreis in der Mitte aller Fälle',
      ],
      userOpinion:
        'Im März hat sie mir die Scheren gezeigt, im Juni die Kunden, im Oktober die Steuer. Im Dezember hat sie gefragt, ob sie am Samstag freihaben kann.',
      evaluation:
        'Wir verfolgen jeden Betrieb zwei Jahre lang nach der Übergabe. Der Vergleich mit Neugründungen hinkt: Übernommen werden nur Betriebe, die laufen.',
      dos: [
        'Den Wert von jemandem schätzen lassen, der am Verkauf nichts verdient.',
        'Die Rollen nach sechs Monaten tauschen, und zwar sichtbar für die Kundschaft.',
        'Vor allem anderen mit dem Vermieter sprechen.',
      ],
      donts: [
        'Betriebe vermitteln, die nur aus Treue noch offen haben.',
        'Die Anerkennung der Ausbildung auf später verschieben.',
        'Beide in einer Wohnung über dem Laden unterbringen.',
      ],
      whatFailed:
        'Die Börse im Internet, mit der wir begonnen hatten, brachte in einem Jahr keine einzige Übergabe: Niemand stellt seinen Laden zum Verkauf, solange die Kundschaft mitliest. In fünf Fällen wurde die Gewerbeberechtigung erst nach dem Probejahr abgelehnt. Zwei Paare trennten sich im Streit um den Preis, weil die Familie der Inhaber eine Summe im Kopf hatte, die niemand ausgesprochen hatte. Seitdem sitzt die Familie beim ersten Gespräch mit am Tisch.',
      transferability:
        'Das Modell passt überall, wo kleine Betriebe altern und Berufe geregelt sind. Wo kein Meisterbrief verlangt wird, geht es schneller. Nötig sind eine Person, der die Inhaber vertrauen, und ein Fonds, der Raten absichert. Die zwölf gemeinsamen Monate sollte man nicht kürzen; wir haben es versucht.',
      resourcesNeeded:
        'Zwei Beraterinnen, zehn Juristenstunden je Fall und ein Bürgschaftsfonds von 250.000 €. Rund 26.000 € je Übergabe.',
      eligibility:
        'Wer eine abgeschlossene Ausbildung oder fünf Jahre Praxis in einem Handwerk oder im Handel hat, aus welchem Land auch immer, und in Wien arbeiten darf.',
      howToApply:
        'Schreiben Sie uns auf Deutsch, Englisch, Türkisch, Ukrainisch oder Arabisch, was Sie gelernt haben. Wir melden uns binnen zwei Wochen und sagen auch, wenn es zurzeit keinen passenden Betrieb gibt.',
    },
    en: {
      title: 'Take over, don’t start over: a year side by side in the shop',
      summary:
        'Many small businesses in Vienna close because nobody carries them on. At the same time, newcomers who learnt a trade look for a place to begin. The programme brings the two together for a year: the owner is still in the shop when the successor already keeps the books, and the price is paid in instalments from what the business earns.',
      challenge:
        'A tailor’s shop with two hundred regular customers is worth more than any business plan, and yet it vanishes when the tailor retires. Her children have other professions. The bank does not finance a purchase under €100,000, and somebody new to the country learns of the closure from the sign on the door.\n\nA new business, on the other hand, begins without customers, with new fittings and at the full rent.',
      goals:
        '- Keep businesses and jobs in the neighbourhood.\n- Give newcomers a beginning with customers instead of debts.\n- Leave both sides a year in which to say no.',
      howItWorks: [
        'Guilds, accountants and suppliers name businesses whose owners want to stop within three years.',
        'An adviser visits, estimates the value, and says so openly when there is none.',
        'Three people of the right trade work in the shop for a week each. Then both sides choose.',
        'For a year they work together, first as employee and owner, from the sixth month with the roles exchanged.',
        'Meanwhile a lawyer settles the trade licence, the lease and the recognition of qualifications.',
        'The price is paid over five years out of earnings. A guarantee fund steps in if two instalments are missed.',
      ],
      resultIndicators: [
        'Businesses handed over by the end of 2025',
        'Jobs kept, the successor included',
        'Still open after two years, against new businesses supported by the same provider',
        'Median purchase price',
      ],
      userOpinion:
        'In March she showed me the scissors, in June the customers, in October the taxes. In December she asked whether she could have Saturday off.',
      evaluation:
        'We follow every business for two years after the handover. The comparison with new businesses is not quite fair: only a business that runs is taken over.',
      dos: [
        'Have the value estimated by somebody who earns nothing from the sale.',
        'Exchange the roles after six months, so that customers can see it.',
        'Talk to the landlord before anything else.',
      ],
      donts: [
        'Pass on businesses that stay open only out of loyalty.',
        'Leave the recognition of qualifications for later.',
        'House both in the flat above the shop.',
      ],
      whatFailed:
        'The online exchange that we began with brought not one handover in a year: nobody offers a shop for sale while the customers are reading. In five cases the trade licence was refused only after the year of trial. Two pairs fell out over the price, because the owner’s family had a sum in mind that nobody had spoken aloud. Since then the family sits at the table from the first talk.',
      transferability:
        'The model fits wherever small businesses grow old and trades are regulated. Where no master’s certificate is asked for, it goes faster. You need a person whom owners trust, and a fund that secures the instalments. Do not shorten the twelve months together; we tried.',
      resourcesNeeded:
        'Two advisers, ten hours of a lawyer per case and a guarantee fund of €250,000. About €26,000 per handover.',
      eligibility:
        'Anyone with a finished training or five years of practice in a craft or in retail, from whatever country, who may work in Vienna.',
      howToApply:
        'Tell us in German, English, Turkish, Ukrainian or Arabic what you have learnt. We answer within two weeks, also when no suitable business is in sight.',
    },
    fr: {
      title: 'Reprendre plutôt que créer : un an côte à côte dans la boutique',
      summary:
        'À Vienne, beaucoup de petites entreprises ferment faute de repreneur. En même temps, des personnes immigrées qui ont appris un métier cherchent un lieu pour commencer. Le programme les réunit pendant un an : la propriétaire est encore dans la boutique quand la repreneuse tient déjà les comptes, et le prix se paie par mensualités, sur les recettes.',
      challenge:
        'Un atelier de retouches avec deux cents clients fidèles vaut mieux que n’importe quel plan d’affaires, et pourtant il disparaît quand la couturière prend sa retraite. Ses enfants ont d’autres métiers. La banque ne finance pas de reprise en dessous de 100 000 €, et qui vient d’arriver dans le pays apprend la fermeture par l’écriteau sur la porte.\n\nUne création, elle, commence sans clientèle, avec du mobilier neuf et un loyer plein.',
      goals:
        '- Garder des commerces et des emplois dans le quartier.\n- Offrir aux nouveaux venus un départ avec des clients plutôt qu’avec des dettes.\n- Laisser aux deux parties un an pour dire non.',
      howItWorks: [
        'Corporations, comptables et fournisseurs signalent les entreprises dont le patron veut s’arrêter dans les trois ans.',
        'Une conseillère visite l’entreprise, en estime la valeur, et le dit franchement quand elle n’en a pas.',
        'Trois personnes du métier y travaillent une semaine chacune. Puis les deux parties choisissent.',
        'Pendant un an, on travaille ensemble : d’abord en salarié et patronne, puis, au sixième mois, en inversant les rôles.',
        'Pendant ce temps, une juriste règle la licence, le bail et la reconnaissance du diplôme.',
        'Le prix se paie en cinq ans sur les recettes. Un fonds de garantie intervient si deux mensualités manquent.',
      ],
      resultIndicators: [
        'Entreprises transmises à la fin de 2025',
        'Emplois conservés, repreneur compris',
        'Encore ouvertes après deux ans, comparées aux créations suivies par la même structure',
        'Prix de vente médian',
      ],
      userOpinion:
        'En mars, elle m’a montré les ciseaux, en juin les clients, en octobre les impôts. En décembre, elle m’a demandé si elle pouvait prendre son samedi.',
      evaluation:
        'Nous suivons chaque entreprise deux ans après la reprise. La comparaison avec les créations n’est pas tout à fait juste : on ne reprend que des entreprises qui tournent.',
      dos: [
        'Faire estimer la valeur par quelqu’un qui ne gagne rien à la vente.',
        'Inverser les rôles au bout de six mois, de façon que les clients le voient.',
        'Parler au propriétaire des murs avant toute chose.',
      ],
      donts: [
        'Transmettre des commerces qui ne restent ouverts que par fidélité.',
        'Remettre à plus tard la reconnaissance du diplôme.',
        'Loger les deux dans l’appartement au-dessus de la boutique.',
      ],
      whatFailed:
        'La bourse en ligne de nos débuts n’a pas donné une seule reprise en un an : personne ne met sa boutique en vente sous les yeux de ses clients. Dans cinq cas, la licence n’a été refusée qu’après l’année d’essai. Deux binômes se sont brouillés sur le prix, parce que la famille avait en tête une somme que personne n’avait dite. Depuis, la famille est à table dès le premier entretien.',
      transferability:
        'Le modèle convient partout où les petites entreprises vieillissent et où les métiers sont réglementés. Là où aucun brevet de maîtrise n’est exigé, cela va plus vite. Il faut une personne en qui les patrons ont confiance, et un fonds qui garantit les mensualités. Ne raccourcissez pas les douze mois en commun ; nous avons essayé.',
      resourcesNeeded:
        'Deux conseillères, dix heures de juriste par dossier et un fonds de garantie de 250 000 €. Environ 26 000 € par reprise.',
      eligibility:
        'Toute personne ayant une formation achevée ou cinq ans de pratique dans l’artisanat ou le commerce, quel que soit le pays, et le droit de travailler à Vienne.',
      howToApply:
        'Écrivez-nous en allemand, anglais, turc, ukrainien ou arabe ce que vous avez appris. Nous répondons dans les deux semaines, même quand aucune entreprise ne convient pour l’instant.',
    },
    uk: {
      title: 'Перейняти, а не починати з нуля: рік пліч-о-пліч у крамниці',
      summary:
        'Багато малих підприємств у Відні закриваються, бо нема кому їх продовжити. Водночас люди, які приїхали з ремеслом у руках, шукають місця, де почати. Програма зводить їх на рік: власниця ще працює в крамниці, коли наступниця вже веде облік, а ціну сплачують частинами із заробленого.',
      challenge:
        'Ательє з двомастами постійних клієнтів варте більше за будь-який бізнес-план, і все-таки воно зникає, коли кравчиня йде на пенсію. Її діти мають інші професії. Банк не кредитує купівлі, дешевшої за 100 000 євро, а той, хто нещодавно приїхав, дізнається про закриття з оголошення на дверях.\n\nНова справа натомість починається без клієнтів, з новим обладнанням і повною орендою.',
      goals:
        '- Зберегти підприємства й робочі місця в районі.\n- Дати новоприбулим початок із клієнтами, а не з боргами.\n- Залишити обом сторонам рік, щоб сказати «ні».',
      howItWorks: [
        'Цехи, бухгалтери й постачальники повідомляють про підприємства, власники яких хочуть зупинитися протягом трьох років.',
        'Консультантка приїздить, оцінює вартість і прямо каже, якщо її немає.',
        'Троє людей відповідного фаху працюють там по тижню. Потім обирають обидві сторони.',
        'Рік вони працюють разом: спершу як працівниця і власниця, із шостого місяця міняються ролями.',
        'Тим часом юристка владнує дозвіл на ремесло, оренду й визнання освіти.',
        'Ціну сплачують п’ять років із заробленого. Якщо пропущено два платежі, допомагає гарантійний фонд.',
      ],
      resultIndicators: [
        'Підприємства, передані до кінця 2025 року',
        'Збережені робочі місця разом із наступниками',
        'Працюють через два роки, порівняно з новими справами того самого організатора',
        'Медіанна ціна купівлі',
      ],
      userOpinion:
        'У березні вона показала мені ножиці, у червні клієнтів, у жовтні податки. А в грудні спитала, чи може не виходити в суботу.',
      evaluation:
        'Ми стежимо за кожним підприємством два роки після передачі. Порівняння з новими справами не зовсім чесне: переймають лише те, що працює.',
      dos: [
        'Нехай вартість оцінює той, хто нічого не заробляє на продажу.',
        'Міняйтеся ролями через пів року, і так, щоб це бачили клієнти.',
        'Найперше поговоріть із власником приміщення.',
      ],
      donts: [
        'Передавати справи, які тримаються лише на відданості.',
        'Відкладати визнання освіти на потім.',
        'Селити обох у квартирі над крамницею.',
      ],
      whatFailed:
        'Інтернет-біржа, з якої ми починали, за рік не дала жодної передачі: ніхто не виставляє крамницю на продаж на очах у клієнтів. У п’яти випадках дозвіл на ремесло не видали, і з’ясувалося це вже після пробного року. Дві пари посварилися через ціну, бо родина власників мала на думці суму, якої ніхто не назвав. Відтоді родина сидить за столом із першої розмови.',
      transferability:
        'Модель підходить усюди, де малі підприємства старіють, а ремесла регулюються. Де не вимагають майстерського диплома, усе йде швидше. Потрібна людина, якій довіряють власники, і фонд, що страхує платежі. Не скорочуйте дванадцяти спільних місяців; ми пробували.',
      resourcesNeeded:
        'Дві консультантки, десять годин юриста на кожну справу та гарантійний фонд у 250 000 євро. Близько 26 000 євро на одну передачу.',
      eligibility:
        'Усі, хто має завершену освіту або п’ять років практики в ремеслі чи торгівлі, хоч би в якій країні, і право працювати у Відні.',
      howToApply:
        'Напишіть нам німецькою, англійською, турецькою, українською або арабською, чого ви навчилися. Відповідаємо протягом двох тижнів, навіть коли відповідного підприємства поки що немає.',
    },
  },
}
