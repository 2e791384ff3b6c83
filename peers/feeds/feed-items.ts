import type { PublishedItem } from '../../src/content/published-item.ts'
import { practiceInArabic, practiceInEnglish } from '../../src/testing/items.ts'

/** What the tests publish in one language. */
export interface FeedSample {
  readonly locale: 'en' | 'el' | 'ar'
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  readonly item: PublishedItem
  /** As the Union's own texts have it in that language. */
  readonly funding: string
}

/** With all that has to stand beside it. */
const whole = {
  ...practiceInEnglish,
  organisation: 'R&D <Europe>',
  corrections: [{ at: new Date('2026-03-04T10:00:00Z'), reason: 'It was "22" & not <30>.' }],
} as const

export const feedSamples: readonly FeedSample[] = [
  {
    locale: 'en',
    direction: 'ltr',
    title: 'EMEN & friends: "everything" <new>',
    item: { ...whole, title: 'Finance & <b>credit</b>: "now", \'then\' & “later”' },
    funding: 'Co-funded by the European Union',
  },
  {
    locale: 'el',
    direction: 'ltr',
    title: 'EMEN: όλα τα «νέα» & άλλα',
    item: {
      ...whole,
      locale: 'el',
      title: 'Χρηματοδότηση & <b>πίστωση</b>: «τώρα», "ύστερα"',
      summary: 'Έξι μήνες στη Λυών: μια μέντορας, ένα επιχειρηματικό σχέδιο & ο πρώτος πελάτης <1>.',
      url: 'https://emen.example/el/practices/λυών',
      topics: ['κοινωνική οικονομία'],
    },
    funding: 'Με τη συγχρηματοδότηση της Ευρωπαϊκής Ένωσης',
  },
  {
    locale: 'ar',
    direction: 'rtl',
    title: 'EMEN: كل جديد & «أكثر»',
    item: {
      ...whole,
      ...practiceInArabic,
      organisation: whole.organisation,
      corrections: whole.corrections,
      acknowledgements: practiceInEnglish.acknowledgements,
      title: 'التمويل & <b>الائتمان</b>: «الآن»، "لاحقا"؟',
    },
    funding: 'بتمويل مشترك من الاتحاد الأوروبي',
  },
]
