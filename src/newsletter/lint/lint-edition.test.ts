import { expect, test } from 'vitest'

import type { Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import { editionProps, newsItem, paper, shown, twelveItems } from '../../testing/editions.ts'
import { pseudo } from '../../testing/pseudo-texts.ts'
import { renderEdition } from '../render-edition.ts'
import { type EditionUnderLint, lintChecks, lintEdition } from './lint-edition.ts'

const site = 'https://emen.example'
const item = 'https://emen.example/en/news/one'

/** A letter with nothing wrong. Tests put their fault in place of `<!--here-->`, or change it. */
const sound: EditionUnderLint = {
  locale: 'en',
  subject: 'Good plans, refused: what lenders miss',
  preheader: 'Three lenders changed their minds.',
  html: `<!doctype html><html lang="en" dir="ltr"><head><title>Good plans</title><style>
a{color:#0b5563}
@media (prefers-color-scheme:dark){body{background:#16242f!important;color:#eef2f5!important}a{color:#6fc4cf!important}.w{background:#45202a!important}}
</style></head><body style="margin:0;font:16px/1.6 Arial,sans-serif"><table role="presentation"><tr><td>
<h1>EMEN</h1><h2><a href="${item}">A working note</a></h2><p>Why sound plans are still refused.</p><!--here-->
<img src="${site}/brand/eu-emblem.png" alt="Flag of Europe"><p>Funded by the European Union</p>
<a href="{{preferences_url}}">Change language or letters</a> <a href="{{unsubscribe_url}}">Unsubscribe</a>
</td></tr></table></body></html>`,
  text: `EMEN\n\nA working note\n${item}\n\nFunded by the European Union\n\n{{preferences_url}}\n{{unsubscribe_url}}`,
  isFunded: true,
  site,
}

const namesOf = (edition: EditionUnderLint): string[] => lintEdition(edition).map(({ check }) => check)

const withHtml = (html: string): EditionUnderLint => ({
  ...sound,
  html: sound.html.replace('<!--here-->', html),
})

/** Fills the letter up to a size after merging, in KB. */
const filledTo = (kilobytes: number): EditionUnderLint => {
  const rest = Buffer.byteLength(sound.html) + 420
  return withHtml(`<p>${'word '.repeat(Math.round(((kilobytes - 0.5) * 1024 - rest) / 5))}</p>`)
}

test('a sound letter passes every check, before and after a person’s links are merged into it', () => {
  expect(lintEdition(sound)).toEqual([])
  const merged = (part: string) =>
    part
      .replaceAll('{{unsubscribe_url}}', `${site}/u/token`)
      .replaceAll('{{preferences_url}}', `${site}/preferences/token`)
  expect(lintEdition({ ...sound, html: merged(sound.html), text: merged(sound.text) })).toEqual([])
})

const faults: readonly [check: string, letter: EditionUnderLint, part: string | null][] = [
  ['no-subject', { ...sound, subject: ' ' }, null],
  ['too-large', filledTo(96), '96'],
  ['placeholder', withHtml('<p>Dear {{name}}</p>'), '{{name}}'],
  ['placeholder', { ...sound, text: `${sound.text} {{first` }, '{{first'],
  ['unsafe-link', withHtml('<a href="javascript:alert(1)">Read the note</a>'), 'javascript:alert(1)'],
  ['no-unsubscribe', { ...sound, text: sound.text.replace('{{unsubscribe_url}}', '') }, null],
  ['no-acknowledgement', { ...sound, text: sound.text.replace('Funded by the European Union', '') }, null],
  ['long-subject', { ...sound, subject: 'x'.repeat(61) }, '61'],
  ['typed-placeholder', { ...sound, subject: 'News for {{ first_name }}' }, '{{ first_name }}'],
  ['typed-placeholder', { ...sound, preheader: 'Dear *|FNAME|*' }, '*|FNAME|*'],
  ['typed-placeholder', { ...sound, text: `${sound.text}\nLorem ipsum dolor` }, 'Lorem ipsum'],
  ['no-preheader', { ...sound, preheader: '' }, null],
  ['same-preheader', { ...sound, preheader: `${sound.subject.toUpperCase()} ` }, null],
  ['attachments', { ...sound, attachmentsBytes: 2 * 1024 * 1024 }, '2048'],
  ['no-text', { ...sound, text: '\u200f \n' }, null],
  ['text-lacks', { ...sound, text: sound.text.replace('A working note', '') }, 'A working note'],
  ['text-lacks', { ...sound, text: sound.text.replace(item, '') }, 'A working note'],
  ['large', filledTo(82), '82'],
  ['no-preferences', { ...sound, html: sound.html.replace('{{preferences_url}}', `${site}/`) }, null],
  ['no-emblem', { ...sound, html: sound.html.replace('Flag of Europe', '') }, null],
  [
    'disclaimer',
    {
      ...sound,
      acknowledgements: [
        {
          statement: 'Funded by the European Union',
          emblem: true,
          disclaimer: { text: 'A working note', locale: 'el' },
        },
      ],
    },
    'el',
  ],
  ['language', { ...sound, html: sound.html.replace(' lang="en"', '') }, null],
  ['language', { ...sound, html: sound.html.replace('dir="ltr"', 'dir="rtl"') }, null],
  ['part-language', withHtml('<p dir="rtl">ورقة عمل عن تمويل</p>'), 'ورقة عمل عن تمويل'],
  ['part-language', withHtml('<p>Σημείωμα εργασίας</p>'), 'Σημείωμα εργασίας'],
  ['part-direction', withHtml('<p lang="ar">ورقة عمل عن تمويل</p>'), 'ورقة عمل عن تمويل'],
  ['empty-link', withHtml(`<a href="${item}"><img src="${site}/a.png" alt=""></a>`), item],
  ['vague-link', withHtml(`<a href="${item}">Click here!</a>`), 'Click here!'],
  ['bare-link', withHtml(`<a href="${item}">${item}</a>`), item],
  ['insecure-link', withHtml('<a href="http://partner.example/">Our partner</a>'), 'http://partner.example/'],
  [
    'insecure-link',
    withHtml('<img src="http://partner.example/a.png" alt="">'),
    'http://partner.example/a.png',
  ],
  ['leftover-link', withHtml('<a href="#">Our partner</a>'), '#'],
  ['leftover-link', withHtml('<a href="">Our partner</a>'), '#'],
  ['leftover-link', withHtml('<a href="https://preview.invalid/u">A</a>'), 'https://preview.invalid/u'],
  ['leftover-link', withHtml('<a href="http://localhost:3000/en">A</a>'), 'http://localhost:3000/en'],
  ['leftover-link', withHtml(`<a href="${site}/admin/x">A</a>`), `${site}/admin/x`],
  ['no-title', { ...sound, html: sound.html.replace('Good plans</title>', '</title>') }, null],
  ['no-alt', withHtml(`<img src="${site}/a.png">`), `${site}/a.png`],
  ['main-heading', withHtml('<h1>Another</h1>'), '2'],
  ['headings', withHtml('<h4>Too deep</h4>'), 'Too deep'],
  ['layout-table', withHtml('<table><tr><td>Side by side</td></tr></table>'), '1'],
  ['small-text', withHtml('<p style="font-size:11px">Small print</p>'), 'Small print'],
  ['contrast', withHtml('<p class="w" style="color:#999">Hard to read</p>'), 'Hard to read'],
  ['dark-contrast', withHtml('<p style="color:#12263a">Hard at night</p>'), 'Hard at night'],
]

test.for(faults)('%s is found', ([check, letter, part]) => {
  expect(lintEdition(letter)).toContainEqual({
    check,
    level: lintChecks.find(({ name }) => name === check)?.level,
    part,
  })
})

test('every check has a letter that fails it', () => {
  expect(new Set(faults.map(([check]) => check))).toEqual(new Set(lintChecks.map(({ name }) => name)))
})

test.for<[string, EditionUnderLint]>([
  ['a part in its own language and direction', withHtml('<p lang="ar" dir="rtl">ورقة عمل عن تمويل</p>')],
  ['a name in other letters that says its language', withHtml('<bdi lang="ar">العربية</bdi>')],
  ['a sign of another alphabet', withHtml('<p>5 µ</p>')],
  ['a table of data', withHtml('<table><tr><th scope="row">Readers</th><td>12</td></tr></table>')],
  ['a picture that only decorates', withHtml(`<img src="${site}/a.png" alt="">`)],
  ['a picture of our own', withHtml(`<img src="${site}/api/media/file/a.png" alt="">`)],
  ['a linked picture with words', withHtml(`<a href="${item}"><img src="${site}/a.png" alt="A shop"></a>`)],
  ['hidden words that nobody sees', withHtml('<div style="display:none;color:#fff;font-size:1px">x</div>')],
  [
    'our own site on the editor’s machine, without https',
    {
      ...sound,
      site: 'http://localhost:3000',
      html: sound.html.replaceAll(site, 'http://localhost:3000'),
      text: sound.text.replaceAll(site, 'http://localhost:3000'),
    },
  ],
  ['a letter that nobody funded', { ...sound, isFunded: false, html: sound.html.replace('Funded', 'Liked') }],
])('%s is no finding', ([_, letter]) => {
  expect(lintEdition(letter)).toEqual([])
})

test.for([
  ['Dear {{first_name}}, good news.', ['typed-placeholder']],
  ['Budgets are {grouped} and {sorted}; 50 % or 60 %, {{ that is }, half.', []],
] as const)(
  'of what an editor typed, %s, a reader would see what it is found for',
  async ([intro, found]) => {
    const { issue } = editionProps()
    const rendered = await renderEdition(editionProps({ issue: { ...issue, intro } }))

    expect(namesOf({ ...rendered, isFunded: true, site: 'https://emen.example' })).toEqual(found)
  },
)

test('Latin names stand in an Arabic letter, an untranslated paragraph does not', () => {
  const arabic = (words: string): EditionUnderLint => ({
    ...sound,
    locale: 'ar',
    isFunded: false,
    html: `<html lang="ar" dir="rtl"><body><p>${words}</p></body></html>`,
  })
  expect(namesOf(arabic('EMEN newsletter'))).not.toContain('part-language')
  expect(namesOf(arabic('EMEN, Rue de l’Exemple 1, 1040 Brussels, Belgium'))).not.toContain('part-language')
  const english = 'Why sound plans are still refused, and what three lenders changed.'
  expect(namesOf(arabic(english))).toEqual(expect.arrayContaining(['part-language', 'part-direction']))
})

const lineOf = { en: (text: string) => text, el: greek, ar: arabic }
function greek(text: string): string {
  return pseudo(text, 'el')
}
function arabic(text: string): string {
  return pseudo(text, 'ar')
}

test.for(['en', 'el', 'ar'] as const satisfies Locale[])(
  'our own letter in %s passes all',
  async (locale) => {
    const written = lineOf[locale]
    const { issue, acknowledgements } = editionProps()
    const rendered = await renderEdition(
      editionProps({
        locale,
        items: [...twelveItems(locale, written), shown(paper, locale), shown(newsItem, locale)],
        issue: {
          ...issue,
          subject: written(issue.subject),
          preheader: written(issue.preheader),
          intro: written(issue.intro),
        },
        acknowledgements: acknowledgements.map(({ disclaimer, ...rest }) => ({
          ...rest,
          disclaimer: disclaimer && { locale, text: written(disclaimer.text) },
        })),
      }),
    )
    expect(lintEdition({ ...rendered, isFunded: true, site: 'https://emen.example' })).toEqual([])
    expect(translator(locale, 'terms')('acknowledgement.funded')).not.toBe('acknowledgement.funded')
  },
)
