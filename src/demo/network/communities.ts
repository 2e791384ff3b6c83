import type { CommunityKey, OrganisationKey } from './shapes.ts'
import type { EveryLocale } from './taxonomies/demo-term.ts'

interface DemoCommunity {
  readonly key: CommunityKey
  readonly leader: OrganisationKey
  readonly members: readonly OrganisationKey[]
  readonly texts: EveryLocale<{ readonly name: string; readonly scope: string }>
}

/** The three communities of practice. Their names drifted over the years; the keys stay. */
export const demoCommunities: readonly DemoCommunity[] = [
  {
    key: 'coaching-mentoring',
    leader: 'social-impact',
    members: ['tern', 'startup-refugees', 'thsn', 'kmop', 'diesis'],
    texts: {
      en: {
        name: 'Coaching and mentoring',
        scope:
          'For everyone who listens, advises and stays: coaches, mentors, incubators and those who train them.',
      },
      fr: {
        name: 'Coaching et mentorat',
        scope:
          'Pour toutes celles et tous ceux qui écoutent, conseillent et restent : coachs, mentors, incubateurs et leurs formateurs.',
      },
      de: {
        name: 'Coaching und Mentoring',
        scope:
          'Für alle, die zuhören, raten und bleiben: Coaches, Mentorinnen und Mentoren, Gründungszentren und die, die sie schulen.',
      },
      es: {
        name: 'Acompañamiento y mentoría',
        scope:
          'Para quienes escuchan, aconsejan y se quedan: acompañantes, mentores, incubadoras y quienes los forman.',
      },
      it: {
        name: 'Coaching e mentoring',
        scope: 'Per chi ascolta, consiglia e resta: coach, mentori, incubatori e chi li forma.',
      },
      el: {
        name: 'Καθοδήγηση και μέντορες',
        scope:
          'Για όσους ακούν, συμβουλεύουν και μένουν: συμβούλους, μέντορες, εκκολαπτήρια και όσους τους εκπαιδεύουν.',
      },
      ar: {
        name: 'التوجيه والإرشاد',
        scope: 'لكل من يصغي وينصح ويبقى: الموجّهون والمرشدون وحاضنات الأعمال ومن يدرّبونهم.',
      },
      uk: {
        name: 'Коучинг і менторство',
        scope:
          'Для всіх, хто слухає, радить і залишається поруч: коучів, менторів, інкубаторів і тих, хто їх навчає.',
      },
    },
  },
  {
    key: 'access-to-finance',
    leader: 'thuas-fine',
    members: ['cecop', 'reves', 'eurada'],
    texts: {
      en: {
        name: 'Access to finance',
        scope:
          'For those who lend and those who prepare people to borrow: microfinance, ethical banks, savings groups, advisers.',
      },
      fr: {
        name: 'Accès au financement',
        scope:
          'Pour ceux qui prêtent et ceux qui préparent à emprunter : microfinance, banques éthiques, groupes d’épargne, conseillers.',
      },
      de: {
        name: 'Zugang zu Finanzierung',
        scope:
          'Für alle, die Kredit geben oder darauf vorbereiten: Mikrofinanzierer, ethische Banken, Spargruppen, Beratungsstellen.',
      },
      es: {
        name: 'Acceso a la financiación',
        scope:
          'Para quienes prestan y quienes preparan para pedir prestado: microfinanzas, banca ética, grupos de ahorro, asesorías.',
      },
      it: {
        name: 'Accesso al credito',
        scope:
          'Per chi presta e per chi prepara a chiedere un prestito: microcredito, banche etiche, gruppi di risparmio, consulenti.',
      },
      el: {
        name: 'Πρόσβαση στη χρηματοδότηση',
        scope:
          'Για όσους δανείζουν και όσους προετοιμάζουν τους άλλους να δανειστούν: μικροπιστώσεις, ηθικές τράπεζες, ομάδες αποταμίευσης, σύμβουλοι.',
      },
      ar: {
        name: 'الوصول إلى التمويل',
        scope:
          'لمن يُقرض ولمن يهيّئ الناس للاقتراض: التمويل الأصغر والمصارف الأخلاقية ومجموعات الادخار والمستشارون.',
      },
      uk: {
        name: 'Доступ до фінансування',
        scope:
          'Для тих, хто позичає, і тих, хто готує людей до позики: мікрофінансові установи, етичні банки, ощадні групи, консультанти.',
      },
    },
  },
  {
    key: 'professionalisation-diversity',
    leader: 'unitee',
    members: ['eurochambres', 'etuc', 'alda'],
    texts: {
      en: {
        name: 'Professional associations and diversity management',
        scope:
          'For associations of migrant entrepreneurs that want to grow, and for chambers of commerce that want to be everybody’s chamber.',
      },
      fr: {
        name: 'Associations professionnelles et gestion de la diversité',
        scope:
          'Pour les associations d’entrepreneurs migrants qui veulent grandir, et pour les chambres de commerce qui veulent être celles de tous.',
      },
      de: {
        name: 'Berufsverbände und Diversity-Management',
        scope:
          'Für Verbände migrantischer Unternehmen, die wachsen wollen, und für Kammern, die Kammern für alle sein wollen.',
      },
      es: {
        name: 'Asociaciones profesionales y gestión de la diversidad',
        scope:
          'Para asociaciones de empresarios migrantes que quieren crecer y para cámaras de comercio que quieren serlo de todos.',
      },
      it: {
        name: 'Associazioni professionali e gestione della diversità',
        scope:
          'Per le associazioni di imprenditori migranti che vogliono crescere e per le camere di commercio che vogliono essere di tutti.',
      },
      el: {
        name: 'Επαγγελματικές ενώσεις και διαχείριση της διαφορετικότητας',
        scope:
          'Για ενώσεις μεταναστών επιχειρηματιών που θέλουν να μεγαλώσουν και για επιμελητήρια που θέλουν να είναι όλων.',
      },
      ar: {
        name: 'الجمعيات المهنية وإدارة التنوع',
        scope: 'لجمعيات روّاد الأعمال المهاجرين التي تريد أن تنمو، ولغرف التجارة التي تريد أن تكون للجميع.',
      },
      uk: {
        name: 'Професійні об’єднання та управління різноманіттям',
        scope:
          'Для об’єднань підприємців-мігрантів, які хочуть зростати, і для торгових палат, які хочуть бути палатами для всіх.',
      },
    },
  },
]
