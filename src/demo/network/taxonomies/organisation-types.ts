import type { OrganisationTypeKey } from '../organisations/demo-organisation.ts'
import type { DemoTerm } from './demo-term.ts'

/** What the organisations of the network are. */
export const organisationTypes: readonly DemoTerm<OrganisationTypeKey>[] = [
  {
    key: 'association',
    labels: {
      en: 'Association',
      fr: 'Association',
      de: 'Verband',
      es: 'Asociación',
      it: 'Associazione',
      el: 'Ένωση',
      ar: 'جمعية',
      uk: 'Асоціація',
    },
  },
  {
    key: 'cooperative-federation',
    labels: {
      en: 'Federation of cooperatives',
      fr: 'Fédération de coopératives',
      de: 'Genossenschaftsverband',
      es: 'Federación de cooperativas',
      it: 'Federazione di cooperative',
      el: 'Ομοσπονδία συνεταιρισμών',
      ar: 'اتحاد تعاونيات',
      uk: 'Федерація кооперативів',
    },
  },
  {
    key: 'social-enterprise',
    labels: {
      en: 'Social enterprise',
      fr: 'Entreprise sociale',
      de: 'Sozialunternehmen',
      es: 'Empresa social',
      it: 'Impresa sociale',
      el: 'Κοινωνική επιχείρηση',
      ar: 'مؤسسة اجتماعية',
      uk: 'Соціальне підприємство',
    },
  },
  {
    key: 'university',
    labels: {
      en: 'University',
      fr: 'Université',
      de: 'Hochschule',
      es: 'Universidad',
      it: 'Università',
      el: 'Πανεπιστήμιο',
      ar: 'جامعة',
      uk: 'Університет',
    },
  },
  {
    key: 'chamber-association',
    labels: {
      en: 'Association of chambers',
      fr: 'Association de chambres',
      de: 'Kammervereinigung',
      es: 'Asociación de cámaras',
      it: 'Associazione di camere',
      el: 'Ένωση επιμελητηρίων',
      ar: 'اتحاد غرف',
      uk: 'Об’єднання палат',
    },
  },
  {
    key: 'trade-union',
    labels: {
      en: 'Trade union',
      fr: 'Syndicat',
      de: 'Gewerkschaft',
      es: 'Sindicato',
      it: 'Sindacato',
      el: 'Συνδικάτο',
      ar: 'نقابة',
      uk: 'Профспілка',
    },
  },
  {
    key: 'ngo',
    labels: {
      en: 'Non-governmental organisation',
      fr: 'Organisation non gouvernementale',
      de: 'Nichtregierungsorganisation',
      es: 'Organización no gubernamental',
      it: 'Organizzazione non governativa',
      el: 'Μη κυβερνητική οργάνωση',
      ar: 'منظمة غير حكومية',
      uk: 'Неурядова організація',
    },
  },
  {
    key: 'city-network',
    labels: {
      en: 'Network of cities and regions',
      fr: 'Réseau de villes et de régions',
      de: 'Städte- und Regionennetzwerk',
      es: 'Red de ciudades y regiones',
      it: 'Rete di città e regioni',
      el: 'Δίκτυο πόλεων και περιφερειών',
      ar: 'شبكة مدن وأقاليم',
      uk: 'Мережа міст і регіонів',
    },
  },
  {
    key: 'support-scheme',
    labels: {
      en: 'Support scheme',
      fr: 'Dispositif d’appui',
      de: 'Förderprogramm',
      es: 'Programa de apoyo',
      it: 'Programma di sostegno',
      el: 'Πρόγραμμα στήριξης',
      ar: 'برنامج دعم',
      uk: 'Програма підтримки',
    },
  },
]
