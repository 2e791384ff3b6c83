import type { DemoLocale, OrganisationKey, Texts, TopicKey } from './shapes.ts'

/** A rule that says whose questions are. */
interface DemoQuestionRoute {
  readonly name: string
  readonly organisation: OrganisationKey
  readonly topics: readonly TopicKey[]
  /** By their two letters. Empty: all. */
  readonly countries: readonly string[]
  readonly contactEmail: string
}

export const demoQuestionRoutes: readonly DemoQuestionRoute[] = [
  {
    name: 'Small loans, everywhere',
    organisation: 'sample-organisation',
    topics: ['microfinance'],
    countries: [],
    contactEmail: 'questions@sample.example',
  },
  {
    name: 'Legal advice in Greece',
    organisation: 'kmop',
    topics: ['legal-advice'],
    countries: ['GR'],
    contactEmail: 'questions@kmop.example',
  },
]

/** A made-up question of somebody at an address that can never belong to anyone. */
export interface DemoQuestion {
  readonly email: string
  readonly name: string | null
  readonly locale: DemoLocale
  readonly furtherLocales: readonly DemoLocale[]
  readonly topic: TopicKey
  readonly country: string
  readonly question: string
  readonly daysAgo: number
  /** In the asker's language. Null: it waits. */
  readonly answer: string | null
  /** What became of it in public. Null: nothing. */
  readonly faq: Texts<{ readonly question: string; readonly answer: string }> | null
}

export const demoQuestions: readonly DemoQuestion[] = [
  {
    email: 'baker@example.org',
    name: 'Samira',
    locale: 'ar',
    furtherLocales: ['fr'],
    topic: 'microfinance',
    country: 'BE',
    question:
      'أريد أن أفتح مخبزاً صغيراً. رفض البنك طلبي لأنني لا أملك إقامة دائمة. هل توجد قروض صغيرة لمن هم في وضعي؟',
    daysAgo: 12,
    answer:
      'نعم. تقبل مؤسسات القروض الصغيرة غالباً من لديهم إقامة مؤقتة، وتنظر إلى خطة العمل قبل كل شيء.\n\nابدئي بهذا:\n- اكتبي خطة قصيرة مع الأرقام.\n- اطلبي موعداً للإرشاد، فهو مجاني في مدن كثيرة.',
    faq: {
      ar: {
        question: 'هل أحصل على قرض صغير من دون إقامة دائمة؟',
        answer:
          'مثال مختلق: تقبل مؤسسات القروض الصغيرة غالباً من لديهم إقامة مؤقتة، وتنظر إلى خطة العمل قبل كل شيء. اطلب الإرشاد قبل أن تتقدم.',
      },
      en: {
        question: 'Can I get a small loan without a permanent residence permit?',
        answer:
          'Made-up example: lenders of small loans often accept a temporary permit and look at the business plan first. Ask for mentoring before you apply.',
      },
      fr: {
        question: 'Puis-je obtenir un microcrédit sans titre de séjour permanent ?',
        answer:
          'Exemple inventé : les organismes de microcrédit acceptent souvent un titre temporaire et regardent d’abord le projet. Faites-vous accompagner avant de déposer la demande.',
      },
    },
  },
  {
    email: 'tailor@example.org',
    name: null,
    locale: 'el',
    furtherLocales: ['en'],
    topic: 'legal-advice',
    country: 'GR',
    question:
      'Έχω άδεια διαμονής για εργασία ως μισθωτός. Μπορώ να ανοίξω δικό μου ραφείο ή πρέπει πρώτα να αλλάξω την άδεια;',
    daysAgo: 2,
    answer: null,
    faq: null,
  },
  {
    email: 'cook@example.org',
    name: 'Олена',
    locale: 'uk',
    furtherLocales: [],
    topic: 'mentoring',
    country: 'DE',
    question: 'Чи є у вас наставники, які говорять українською і знають, як відкрити кафе?',
    daysAgo: 1,
    answer: null,
    faq: null,
  },
]
