import type { LetterDesign } from '../../emails/letter-contents.ts'
import type { PublishedItem } from '../content/published-item.ts'
import { athensOpenDay } from '../demo/network/events/athens-open-day.ts'
import { mentorsWanted } from '../demo/network/news/mentors-wanted.ts'
import { athensPermitDesk } from '../demo/network/practices/athens-permit-desk.ts'
import { malmoThreeYearCall } from '../demo/network/practices/malmo-three-year-call.ts'
import type { EditionPart, EditionProps } from '../newsletter/render-edition.ts'
import { editionProps, newsItem, practice, shown, webinar } from './editions.ts'

/** A left-to-right script, one that is not Latin, and one that is read from the right. */
export const designLocales = ['en', 'el', 'ar'] as const

export type DesignLocale = (typeof designLocales)[number]

/** Words of an issue's own, as an editor writes them in each language. */
const words = {
  en: {
    intro: 'The year ends with beginnings. Here is what we saw, and one day to keep free.',
    heading: 'From our members',
    question: 'Three questions to us',
    body: 'Each month we answer what readers ask most:\n\n- Who may ask for a first loan?\n- What does a notebook prove?\n- Who pays for the interpreter?',
    link: 'Ask yours',
  },
  el: {
    intro: 'Η χρονιά κλείνει με αρχές. Ορίστε τι είδαμε, και μια μέρα να κρατήσετε ελεύθερη.',
    heading: 'Από τα μέλη μας',
    question: 'Τρεις ερωτήσεις προς εμάς',
    body: 'Κάθε μήνα απαντάμε σε όσα ρωτούν πιο συχνά οι αναγνώστες:\n\n- Ποιος μπορεί να ζητήσει το πρώτο δάνειο;\n- Τι αποδεικνύει ένα τετράδιο;\n- Ποιος πληρώνει τον διερμηνέα;',
    link: 'Στείλτε τη δική σας',
  },
  ar: {
    intro: 'تنتهي السنة ببدايات. هذا ما رأيناه، ويوم واحد نرجو أن تحفظوه.',
    heading: 'من أعضائنا',
    question: 'ثلاثة أسئلة إلينا',
    body: 'نجيب كل شهر عمّا يسأل عنه القراء أكثر من غيره:\n\n- من يستطيع أن يطلب قرضه الأول؟\n- ماذا يثبت الدفتر؟\n- من يدفع للمترجم؟',
    link: 'أرسلوا سؤالكم',
  },
} as const satisfies Record<DesignLocale, Readonly<Record<string, string>>>

type Texts = Readonly<
  Partial<
    Record<
      DesignLocale,
      | { readonly title: string; readonly summary: string }
      | { readonly title: string; readonly teaser: string }
    >
  >
>

function inLocale(item: PublishedItem, texts: Texts, locale: DesignLocale): PublishedItem {
  const own = texts[locale] ?? { title: '', summary: '' }
  const summary = 'summary' in own ? own.summary : own.teaser
  return { ...item, locale, title: own.title, summary, places: [] }
}

const id = (number: number): string => `0197a000-0000-7000-8000-${String(number).padStart(12, '0')}`

function itemsIn(locale: DesignLocale): Record<'day' | 'call' | 'desk' | 'mentors', PublishedItem> {
  const event = {
    start: new Date('2027-02-18T08:00:00Z'),
    end: new Date('2027-02-18T15:30:00Z'),
    timeZone: 'Europe/Athens',
    mode: 'hybrid',
    status: 'as-planned',
    venue: athensOpenDay.texts[locale]?.venue ?? null,
    previousStart: null,
  } as const
  return {
    day: { ...inLocale(webinar, athensOpenDay.texts, locale), id: id(21), event },
    call: { ...inLocale(practice, malmoThreeYearCall.texts, locale), id: id(22), sample: false },
    desk: { ...inLocale(practice, athensPermitDesk.texts, locale), id: id(23), sample: false },
    mentors: { ...inLocale(newsItem, mentorsWanted.texts, locale), id: id(24) },
  }
}

/** A letter as people would write it, in each design: with a section, words of its own and an event. */
export function designedLetter(design: LetterDesign, locale: DesignLocale): EditionProps {
  const { day, call, desk, mentors } = itemsIn(locale)
  const { intro, heading, question, body, link } = words[locale]
  const lead = design === 'invitation' ? day : call
  const first: EditionPart = {
    kind: 'items',
    heading: '',
    items: (design === 'digest' ? [lead, day] : [lead]).map((item) => shown(item, locale)),
  }
  const { issue } = editionProps()
  return editionProps({
    locale,
    design,
    issue: {
      ...issue,
      subject: lead.title,
      preheader: '',
      intro: design === 'digest' ? intro : '',
      coverUrl: `https://emen.example/covers/${lead.id}.png`,
    },
    contents: [
      first,
      {
        kind: 'text',
        heading: question,
        body,
        link: { url: 'https://emen.example/ask', text: link },
      },
      { kind: 'items', heading, items: [desk, mentors].map((item) => shown(item, locale)) },
    ],
    invitation:
      design === 'invitation'
        ? {
            registration: {
              url: 'https://events.emen.example/athens',
              until: new Date('2027-02-10T21:59:00Z'),
            },
            calendarUrl: `${day.url}/event.ics`,
            languages: names(['el', 'en'], locale),
            interpretation: names(['ar', 'fr'], locale),
          }
        : null,
  })
}

const names = (locales: readonly string[], locale: DesignLocale): string[] => {
  const spoken = new Intl.DisplayNames([locale], { type: 'language' })
  return locales.map((each) => spoken.of(each) ?? each)
}
