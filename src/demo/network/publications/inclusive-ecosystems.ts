import type { DemoPublication } from '../shapes.ts'

/** The record gives the report's year and that it closed the project, not its day: the project's last month stands in. */
export const inclusiveEcosystems: DemoPublication = {
  key: 'inclusive-ecosystems',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring', 'access-to-finance', 'professionalisation-diversity'],
  countries: [],
  topics: ['mentoring', 'microfinance', 'diversity-management', 'social-economy', 'local-policy'],
  audiences: ['eu-institutions', 'national-authorities', 'local-authorities', 'civil-society', 'research'],
  responsible: 'aeidl',
  workPackage: 4,
  related: [
    { collection: 'publications', key: 'chapter-cecop-diesis-reves' },
    { collection: 'news', key: 'network-closes' },
  ],
  type: 'report',
  date: '2020-09',
  publisher: 'aeidl',
  authors: ['P. Martínez Sáez'],
  deliverable: null,
  partOf: null,
  pages: null,
  texts: {
    en: {
      title: 'Inclusive Ecosystems',
      subtitle: 'Towards a comprehensive support scheme for migrant entrepreneurs in Europe',
      abstract:
        'The network’s final report, by P. Martínez Sáez of AEIDL together with the partners. Several hands wrote it: different partners are responsible for different chapters, and some have published theirs again on their own sites. It closes three years of work, from October 2017 to September 2020, by twelve partners and the more than 150 organisations that had joined them by the end.',
    },
    fr: {
      title: 'Des écosystèmes inclusifs',
      subtitle: 'Vers un accompagnement complet des entrepreneurs migrants en Europe',
      abstract:
        'Le rapport final du réseau, par P. Martínez Sáez (AEIDL) avec les partenaires. Il s’est écrit à plusieurs mains : chaque chapitre a ses auteurs, et certains partenaires ont republié le leur sur leur propre site. Il clôt trois années de travail, d’octobre 2017 à septembre 2020, menées par douze partenaires et par plus de 150 organisations qui les avaient rejoints à la fin. Le rapport lui-même est en anglais.',
    },
    de: {
      title: 'Inklusive Ökosysteme',
      subtitle: 'Auf dem Weg zu einer umfassenden Förderung migrantischer Unternehmen in Europa',
      abstract:
        'Der Abschlussbericht des Netzwerks, verfasst von P. Martínez Sáez (AEIDL) gemeinsam mit den Partnern. Für die einzelnen Kapitel stehen verschiedene Partner ein, einige haben ihres auf der eigenen Website noch einmal veröffentlicht. Der Bericht schließt drei Jahre Arbeit ab, von Oktober 2017 bis September 2020: zwölf Partner und am Ende mehr als 150 weitere Organisationen. Der Bericht selbst ist auf Englisch erschienen.',
    },
    el: {
      title: 'Συμπεριληπτικά οικοσυστήματα',
      subtitle: 'Προς μια ολοκληρωμένη στήριξη των μεταναστών επιχειρηματιών στην Ευρώπη',
      abstract:
        'Η τελική έκθεση του δικτύου, από τον P. Martínez Sáez (AEIDL) μαζί με τους εταίρους. Γράφτηκε από πολλά χέρια: κάθε κεφάλαιο έχει τους δικούς του συντάκτες και ορισμένοι εταίροι δημοσίευσαν το δικό τους και στον ιστότοπό τους. Κλείνει τρία χρόνια δουλειάς, από τον Οκτώβριο του 2017 έως τον Σεπτέμβριο του 2020, με δώδεκα εταίρους και περισσότερους από 150 φορείς που είχαν στο τέλος ενταχθεί. Η ίδια η έκθεση είναι στα αγγλικά.',
    },
    ar: {
      title: 'منظومات شاملة للجميع',
      subtitle: 'نحو دعم متكامل لروّاد الأعمال المهاجرين في أوروبا',
      abstract:
        'التقرير الختامي للشبكة، أعدّه P. Martínez Sáez من AEIDL مع الشركاء. كتبته أيادٍ كثيرة: لكل فصل أصحابه، وأعاد بعض الشركاء نشر فصولهم على مواقعهم. يختتم التقرير ثلاث سنوات من العمل، من أكتوبر 2017 إلى سبتمبر 2020، شارك فيها اثنا عشر شريكًا وأكثر من 150 منظمة انضمت إليهم حتى النهاية. التقرير نفسه باللغة الإنجليزية.',
    },
    es: {
      title: 'Ecosistemas inclusivos',
      subtitle: 'Hacia un apoyo integral a las personas migrantes que emprenden en Europa',
      abstract:
        'El informe final de la red, de P. Martínez Sáez (AEIDL) junto con los socios. Se escribió a varias manos: cada capítulo tiene sus autores, y algunos socios han vuelto a publicar el suyo en su propia web. Cierra tres años de trabajo, de octubre de 2017 a septiembre de 2020, de doce socios y de más de 150 organizaciones que se les habían sumado al final. El informe está en inglés.',
    },
    it: {
      title: 'Ecosistemi inclusivi',
      subtitle: 'Verso un sostegno completo agli imprenditori migranti in Europa',
      abstract:
        'Il rapporto finale della rete, di P. Martínez Sáez (AEIDL) insieme ai partner. È scritto a più mani: ogni capitolo ha i suoi autori e alcuni partner hanno ripubblicato il proprio sul loro sito. Chiude tre anni di lavoro, da ottobre 2017 a settembre 2020, di dodici partner e di oltre 150 organizzazioni che alla fine si erano unite a loro. Il rapporto è in inglese.',
    },
    uk: {
      title: 'Інклюзивні екосистеми',
      subtitle: 'До комплексної підтримки підприємців-мігрантів у Європі',
      abstract:
        'Підсумковий звіт мережі, який підготував P. Martínez Sáez (AEIDL) разом із партнерами. Його писали багато рук: кожен розділ має своїх авторів, а деякі партнери ще раз опублікували свій розділ на власному сайті. Звіт завершує три роки роботи, з жовтня 2017 до вересня 2020 року: дванадцять партнерів і понад 150 організацій, які долучилися до кінця. Сам звіт написано англійською.',
    },
  },
}
