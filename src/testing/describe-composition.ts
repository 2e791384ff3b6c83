import { describe, expect, test } from 'vitest'

import type { Channel, ComposeOptions, Post } from '../channels/channel.ts'
import type { Service } from '../channels/service.ts'
import type { PublishedItem } from '../content/published-item.ts'
import { translator } from '../i18n/translator.ts'
import { practiceInArabic, practiceInEnglish, practiceInFrench } from './items.ts'

/** Without the picture, which is not every service's. */
const funded = (item: PublishedItem): PublishedItem => ({
  ...item,
  image: null,
  acknowledgements: practiceInEnglish.acknowledgements,
})
const statementIn = ({ locale }: PublishedItem) => translator(locale, 'terms')('acknowledgement.co-funded')

/** Letters that look like one and are many, or that a careless cut breaks. Each is one character to a reader. */
const characters = {
  'with a mark above': 'q\u0301',
  'under a heap of marks': `Z${'\u0351\u036b\u0343\u036a\u0302'.repeat(4)}`,
  'of a person at a computer': '👩🏽‍💻',
  'of a family': '👨‍👩‍👧‍👦',
  'of a flag': '🇪🇺',
  'of Devanagari': 'क्षि',
  'of vowelled Arabic': 'مَّ',
  'of Hangul in parts': '\u1112\u1161\u11ab',
} as const

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const charactersOf = (text: string) => Array.from(graphemes.segment(text), ({ segment }) => segment)

/** All words that a post holds, in whatever part. */
const wordsOf = ({ text, fields = {}, card }: Post): string[] => [
  text,
  ...Object.values(fields),
  ...(card ? [card.title, card.description] : []),
]

/**
 * What every service's composing promises, where people read it. What programs read is no text of ours.
 * @param channel opened at an address where nothing is: composing asks nobody.
 */
export function describeComposition(service: Service, channel: Channel): void {
  /** A whole item ends with who paid. */
  const wholeOf = (item: PublishedItem) => ({
    html: `<p>Six months in Lyon.</p><p>${statementIn(item)}</p>`,
    files: [],
  })
  const compose = (item: PublishedItem, options: ComposeOptions) =>
    channel.compose(item, { ...(service.takes === 'whole' && { whole: wholeOf(item) }), ...options })
  const published = { change: 'published' } as const
  const isRead = service.look !== 'data' && service.look !== 'record'
  const { update, remove, removeWithinMs } = service.capabilities
  const needsNotices = update !== 'in-place' || remove !== 'yes' || removeWithinMs !== null
  const takesPictures = compose(practiceInEnglish, published).image !== null

  describe.runIf(isRead)('composing', () => {
    test.for([practiceInEnglish, practiceInFrench, practiceInArabic])(
      'keeps what an editor wrote in $locale, and says all the same where to read on and who paid',
      (item) => {
        const ownText = `${item.title}: ${item.summary.slice(0, 60)}`
        const post = compose(funded(item), { ...published, ownText })

        expect(wordsOf(post).join('\n')).toContain(ownText)
        expect(wordsOf(post).join('\n')).toContain(statementIn(item))
        expect(JSON.stringify(post)).toContain(item.url)
        expect(post.report.shortened).toEqual([])
        expect(channel.validate(post)).toEqual([])
      },
    )

    test.runIf(takesPictures)('waits for words on a picture that an editor chose for it', () => {
      const { image } = practiceInEnglish
      const bare = image && { ...image, alt: ' ' }
      const chosen = compose(practiceInEnglish, { ...published, ownImage: bare })
      expect(channel.validate(chosen)).toEqual(['missing-alt'])
      const described = compose(practiceInEnglish, { ...published, ownImage: image })
      expect(channel.validate(described)).toEqual([])

      const decorated = compose({ ...practiceInEnglish, image: bare }, published)
      expect([decorated.image, channel.validate(decorated)]).toEqual([null, []])
      expect(decorated.report.shortened).toContain('image')
    })

    const notices = [practiceInEnglish, practiceInFrench, practiceInArabic].flatMap((item) =>
      (['corrected', 'withdrawn'] as const).map((change) => ({ item, change, locale: item.locale })),
    )
    test.runIf(needsNotices).for(notices)(
      'says in $locale that something was $change, why, and which it is',
      ({ item, change }) => {
        const reason = item.topics[0] ?? ''
        const post = compose(funded(item), { change, reason })
        const words = wordsOf(post).join('\n')

        expect(words).toContain(translator(item.locale, 'terms')(`post.${change}`, { reason }))
        expect(words).toContain(item.title)
        expect(JSON.stringify(post)).toContain(item.url)
        expect(channel.validate(post)).toEqual([])
      },
    )

    test.runIf(takesPictures)('takes an editor’s picture instead of the item’s, or none', () => {
      const ownImage = {
        url: 'https://emen.example/media/own.png',
        alt: 'Three women at a market',
        type: 'image/png',
        width: 800,
        height: 600,
      }
      const own = compose(practiceInEnglish, { ...published, ownImage })
      const none = compose(practiceInEnglish, { ...published, ownImage: null })

      expect(own.image).toEqual({ url: ownImage.url, alt: ownImage.alt, type: ownImage.type })
      expect(own.report.shortened).not.toContain('image')
      expect(none.image).toBeNull()
      expect(none.report.shortened).not.toContain('image')
    })

    const far = Object.entries(characters).flatMap(([which, character]) => {
      const marked = character.normalize('NFD')
      const word = marked.repeat(7)
      const many = Math.ceil(6000 / word.length)
      return [
        { which, where: 'words', marked, title: marked.repeat(40), summary: `${word} `.repeat(many) },
        { which, where: 'one endless word', marked, title: word.repeat(many), summary: '' },
      ]
    })
    test.for(far)(
      'shortens $where, far too long, to what the service takes, and cuts through no character $which',
      ({ marked, title, summary }) => {
        const post = compose({ ...funded(practiceInEnglish), title, summary }, published)
        const { used, limit, bytes = { used: 0, limit: 0 } } = post.report

        expect(channel.validate(post)).toEqual([])
        expect(used).toBeLessThanOrEqual(limit)
        expect(bytes.used).toBeLessThanOrEqual(bytes.limit)
        const parts = new Set(
          wordsOf(post)
            .flatMap(charactersOf)
            .filter((each) => Array.from(marked).some((part) => each.includes(part))),
        )
        expect([...parts]).toEqual([marked])
        expect(wordsOf(post).join('\n')).toContain(statementIn(practiceInEnglish))
      },
    )

    test('shortens a title that is far too long by itself', () => {
      const post = compose({ ...funded(practiceInEnglish), title: 'émigré '.repeat(2000) }, published)

      expect(channel.validate(post)).toEqual([])
      expect(post.report.used).toBeLessThanOrEqual(post.report.limit)
    })
  })
}
