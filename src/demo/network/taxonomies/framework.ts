import type { EveryLocale } from './demo-term.ts'

interface DemoFramework {
  readonly key: string
  readonly version: string
  readonly name: EveryLocale<string>
  /** Highest score; the lowest is 0. */
  readonly scaleMax: number
  readonly sourceUrl: string
  /** In the framework's order: `key` is what a practice's score refers to. */
  readonly dimensions: readonly { readonly key: string; readonly labels: EveryLocale<string> }[]
}

/** Nine points on which a city or scheme can be looked at, as the sibling project MEGA lists them. */
export const mega9: DemoFramework = {
  key: 'mega-9',
  version: '1',
  scaleMax: 10,
  sourceUrl: 'https://www.migpolgroup.com',
  name: {
    en: 'MEGA-9',
    fr: 'MEGA-9',
    de: 'MEGA-9',
    es: 'MEGA-9',
    it: 'MEGA-9',
    el: 'MEGA-9',
    ar: 'MEGA-9',
    uk: 'MEGA-9',
  },
  dimensions: [
    {
      key: '1',
      labels: {
        en: 'Visibility of existing support',
        fr: 'Visibilité de l’appui existant',
        de: 'Sichtbarkeit bestehender Angebote',
        es: 'Visibilidad del apoyo existente',
        it: 'Visibilità del sostegno esistente',
        el: 'Ορατότητα της υπάρχουσας στήριξης',
        ar: 'ظهور الدعم القائم',
        uk: 'Видимість наявної підтримки',
      },
    },
    {
      key: '2',
      labels: {
        en: 'Networking',
        fr: 'Mise en réseau',
        de: 'Vernetzung',
        es: 'Creación de redes',
        it: 'Reti e contatti',
        el: 'Δικτύωση',
        ar: 'بناء العلاقات',
        uk: 'Налагодження зв’язків',
      },
    },
    {
      key: '3',
      labels: {
        en: 'Language and cultural sensitivity of services',
        fr: 'Attention aux langues et aux cultures',
        de: 'Sprachliche und kulturelle Offenheit der Angebote',
        es: 'Sensibilidad lingüística y cultural de los servicios',
        it: 'Attenzione dei servizi a lingue e culture',
        el: 'Γλωσσική και πολιτισμική ευαισθησία των υπηρεσιών',
        ar: 'مراعاة الخدمات للغة والثقافة',
        uk: 'Мовна та культурна чутливість послуг',
      },
    },
    {
      key: '4',
      labels: {
        en: 'Legal and regulatory advice',
        fr: 'Conseil juridique et réglementaire',
        de: 'Beratung zu Recht und Vorschriften',
        es: 'Asesoría jurídica y normativa',
        it: 'Consulenza legale e normativa',
        el: 'Νομικές και κανονιστικές συμβουλές',
        ar: 'الاستشارة القانونية والتنظيمية',
        uk: 'Юридичні та регуляторні консультації',
      },
    },
    {
      key: '5',
      labels: {
        en: 'Targeted business training',
        fr: 'Formation à l’entreprise sur mesure',
        de: 'Passgenaue kaufmännische Schulung',
        es: 'Formación empresarial a medida',
        it: 'Formazione imprenditoriale mirata',
        el: 'Στοχευμένη επιχειρηματική κατάρτιση',
        ar: 'التدريب الموجّه على إدارة الأعمال',
        uk: 'Цільове навчання підприємництва',
      },
    },
    {
      key: '6',
      labels: {
        en: 'Access to finance',
        fr: 'Accès au financement',
        de: 'Zugang zu Finanzierung',
        es: 'Acceso a la financiación',
        it: 'Accesso al credito',
        el: 'Πρόσβαση στη χρηματοδότηση',
        ar: 'الوصول إلى التمويل',
        uk: 'Доступ до фінансування',
      },
    },
    {
      key: '7',
      labels: {
        en: 'Facilities and incubation',
        fr: 'Locaux et incubation',
        de: 'Räume und Gründungszentren',
        es: 'Locales e incubación',
        it: 'Spazi e incubatori',
        el: 'Χώροι και εκκόλαψη',
        ar: 'المرافق والحاضنات',
        uk: 'Приміщення та інкубація',
      },
    },
    {
      key: '8',
      labels: {
        en: 'Supplier diversity in procurement',
        fr: 'Diversité des fournisseurs dans les achats',
        de: 'Vielfalt der Lieferanten im Einkauf',
        es: 'Diversidad de proveedores en las compras',
        it: 'Diversità dei fornitori negli acquisti',
        el: 'Ποικιλία προμηθευτών στις προμήθειες',
        ar: 'تنوع المورّدين في المشتريات',
        uk: 'Різноманіття постачальників у закупівлях',
      },
    },
    {
      key: '9',
      labels: {
        en: 'Data, impact assessment and evaluation',
        fr: 'Données, mesure d’impact et évaluation',
        de: 'Daten, Wirkungsmessung und Evaluation',
        es: 'Datos, medición del impacto y evaluación',
        it: 'Dati, misura dell’impatto e valutazione',
        el: 'Δεδομένα, μέτρηση αντικτύπου και αξιολόγηση',
        ar: 'البيانات وقياس الأثر والتقييم',
        uk: 'Дані, вимірювання впливу та оцінювання',
      },
    },
  ],
}
