import type { ServiceKey } from '../shapes.ts'
import type { DemoTerm } from './demo-term.ts'

/** What a practice offers. */
export const services: readonly DemoTerm<ServiceKey>[] = [
  {
    key: 'mentoring',
    labels: {
      en: 'Mentoring',
      fr: 'Mentorat',
      de: 'Mentoring',
      es: 'Mentoría',
      it: 'Mentoring',
      el: 'Μέντορες',
      ar: 'إرشاد',
      uk: 'Менторство',
    },
  },
  {
    key: 'training',
    labels: {
      en: 'Training',
      fr: 'Formation',
      de: 'Schulung',
      es: 'Formación',
      it: 'Formazione',
      el: 'Κατάρτιση',
      ar: 'تدريب',
      uk: 'Навчання',
    },
  },
  {
    key: 'finance',
    labels: {
      en: 'Finance',
      fr: 'Financement',
      de: 'Finanzierung',
      es: 'Financiación',
      it: 'Credito',
      el: 'Χρηματοδότηση',
      ar: 'تمويل',
      uk: 'Фінансування',
    },
  },
  {
    key: 'legal',
    labels: {
      en: 'Legal advice',
      fr: 'Conseil juridique',
      de: 'Rechtsberatung',
      es: 'Asesoría jurídica',
      it: 'Consulenza legale',
      el: 'Νομικές συμβουλές',
      ar: 'استشارة قانونية',
      uk: 'Юридична допомога',
    },
  },
  {
    key: 'premises',
    labels: {
      en: 'Premises',
      fr: 'Locaux',
      de: 'Räume',
      es: 'Locales',
      it: 'Spazi',
      el: 'Χώροι',
      ar: 'أماكن عمل',
      uk: 'Приміщення',
    },
  },
  {
    key: 'networking',
    labels: {
      en: 'Contacts',
      fr: 'Contacts',
      de: 'Kontakte',
      es: 'Contactos',
      it: 'Contatti',
      el: 'Επαφές',
      ar: 'علاقات وتواصل',
      uk: 'Контакти',
    },
  },
  {
    key: 'outreach',
    labels: {
      en: 'Reaching out',
      fr: 'Aller vers',
      de: 'Aufsuchende Arbeit',
      es: 'Acercamiento',
      it: 'Ricerca attiva',
      el: 'Προσέγγιση',
      ar: 'الوصول إلى الناس',
      uk: 'Виїзна робота',
    },
  },
  {
    key: 'supplier-diversity',
    labels: {
      en: 'Access to buyers',
      fr: 'Accès aux acheteurs',
      de: 'Zugang zu Auftraggebern',
      es: 'Acceso a compradores',
      it: 'Accesso agli acquirenti',
      el: 'Πρόσβαση σε αγοραστές',
      ar: 'الوصول إلى المشترين',
      uk: 'Доступ до закупівельників',
    },
  },
]
