import type { Language, LetterAcknowledgement, LetterNetwork, Texts } from './letter.ts'
import { type Mjml, type MjmlValue, mjml, trusted } from './mjml.ts'
import { endOf, light, startOf, statementFont, styleSheet, textFamily, textFont, titleFont } from './theme.ts'

interface Head {
  readonly language: Language
  /** The mail's subject: it names the document, also for screen readers. */
  readonly title: string
  /** Shown by inboxes after the subject. */
  readonly preheader: string
}

/** Space at the sides of the letter, in pixels. Narrow screens get less, by the style sheet. */
const SIDE = 40

/** The whole document. MJML gives every leaf its own direction, so each kind of element is told ours. */
export function layout({ language, title, preheader }: Head, body: MjmlValue): Mjml {
  const { locale, direction } = language
  const start = startOf(direction)
  return mjml`<mjml lang="${locale}" dir="${direction}">
  <mj-head>
    <mj-title>${title}</mj-title>
    <mj-preview>${preheader}</mj-preview>
    <mj-raw><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>
    <mj-attributes>
      <mj-all font-family="${trusted(textFamily(direction))}" padding="0" />
      <mj-section direction="${direction}" background-color="${light.surface}" css-class="s" text-align="${start}" />
      <mj-column direction="${direction}" />
      <mj-group direction="${direction}" />
      <mj-button align="${start}" background-color="${light.primary}" color="${light.onPrimary}" border-radius="6px" font-size="16px" line-height="1.3" font-weight="600" inner-padding="13px 24px" padding="0 ${SIDE}px 30px" css-class="b" />
    </mj-attributes>
    <mj-style>${styleSheet}</mj-style>
  </mj-head>
  <mj-body background-color="${light.ground}" width="600px" css-class="g">${body}</mj-body>
</mjml>`
}

/** A stretch of the letter on one ground. Holds rows, buttons and pictures. */
export const section = (content: MjmlValue): Mjml =>
  mjml`<mj-section><mj-column>${content}</mj-column></mj-section>`

/** The stretch that asks for something, on a coloured ground. */
export const note = (content: MjmlValue): Mjml =>
  mjml`<mj-section css-class="s n" background-color="${light.accentSoft}"><mj-column>${content}</mj-column></mj-section>`

interface Row {
  /** Space above and below, in pixels. */
  readonly space: readonly [above: number, below: number]
  /** A rule across the letter above the row. */
  readonly ruled?: boolean
  /** Text size in pixels. */
  readonly size?: number
  readonly name?: 'w'
}

/**
 * A row of the letter. Written as a table row of its own, not as `mj-text`, whose wrapping would make up two thirds of a
 * letter of twelve items.
 */
export function row({ direction }: Language, { space, ruled, size, name }: Row, content: MjmlValue): Mjml {
  const [above, below] = space
  const start = startOf(direction)
  return mjml`<mj-raw><tr><td class="i${name !== undefined && ` ${name}`}" dir="${direction}" align="${start}" style="${
    ruled === true && mjml`border-top:1px solid ${light.line};`
  }padding:${above}px ${SIDE}px ${below}px;font:${trusted(textFont(direction, size))};text-align:${start};color:${light.ink}">${content}</td></tr></mj-raw>`
}

/** Names a section of the letter, across the whole letter. */
export const band = ({ direction }: Language, text: string): Mjml =>
  mjml`<mj-raw><tr><td class="i y" dir="${direction}" align="${startOf(direction)}" style="background:${light.ground};padding:10px ${SIDE}px;text-align:${startOf(direction)}"><h2 class="p" style="margin:0;font:${trusted(textFont(direction))};font-weight:600;color:${light.primary}">${text}</h2></td></tr></mj-raw>`

/** `lang` and `dir` of a part whose language is not the letter's, with its own typeface and alignment. */
export const inLanguage = (part: Language, letter: Language): Mjml | false =>
  part.locale !== letter.locale &&
  mjml`lang="${part.locale}" dir="${part.direction}"${
    part.direction !== letter.direction &&
    mjml` style="direction:${part.direction};text-align:${startOf(part.direction)};font:${trusted(textFont(part.direction))}"`
  }`

/** Inline style of a title. `size` in pixels; `below` is the space after it. */
export const titleStyle = ({ direction }: Language, size: number, below: number): Mjml =>
  mjml`style="margin:0 0 ${below}px;font:${trusted(titleFont(direction, size))};color:${light.ink}"`

export const paragraph = (content: MjmlValue, below = 14): Mjml =>
  mjml`<p style="margin:0 0 ${below}px">${content}</p>`

/** A link in running text. `url` is an address or a placeholder. */
export const link = (url: MjmlValue, text: string, weight: 'normal' | 'strong' = 'normal'): Mjml =>
  mjml`<a class="l" href="${url}" style="color:${light.primary}${weight === 'strong' && ';font-weight:600'}">${text}</a>`

/** A table that only arranges. Sides follow the direction. `name` is the class that the style sheet knows it by. */
export const columns = ({ direction }: Language, cells: MjmlValue, name?: 'a'): Mjml =>
  mjml`<table role="presentation"${name !== undefined && mjml` class="${name}"`} dir="${direction}" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${cells}</tr></table>`

/** A text cell of `columns`. Fonts are not inherited into tables everywhere. */
export const cell = ({ direction }: Language, content: MjmlValue): Mjml =>
  mjml`<td class="t" valign="top" align="${startOf(direction)}" style="font:${trusted(
    textFont(direction),
  )};color:${light.ink};text-align:${startOf(direction)}">${content}</td>`

/** Characters of a network's name from which on it is written smaller, so that two lines hold it beside the far end. */
const LONG_NAME = 24

/** Room for "No. 12, November 2026" on one line, in pixels. */
const FAR_END = 156

/** The network's name as text, so that the letter says who writes with images off; at the far end what the mail adds. */
export function masthead(language: Language, network: LetterNetwork, farEnd: MjmlValue): Mjml {
  const [start, end] = [startOf(language.direction), endOf(language.direction)]
  const logo =
    network.logoUrl !== null &&
    mjml`<td width="58" valign="middle"><img src="${network.logoUrl}" width="48" height="36" alt="" style="display:block;border:0"></td>`
  return row(
    language,
    { space: [20, 20], ruled: true },
    columns(
      language,
      mjml`${logo}<td class="t" valign="middle" style="text-align:${start}"><h1 ${titleStyle(language, network.name.length > LONG_NAME ? 22 : 27, 0)}>${network.name}</h1></td><td class="q" width="${FAR_END}" valign="middle" align="${end}" style="font:${trusted(
        textFont(language.direction, 14),
      )};text-align:${end};color:${light.inkSoft}">${farEnd}</td>`,
      'a',
    ),
  )
}

/** Small print: addresses, reasons, links. */
export const smallPrint = (language: Language, paragraphs: readonly MjmlValue[]): Mjml =>
  mjml`${paragraphs.map((content, index) =>
    row(
      language,
      { space: [index === 0 ? 0 : 12, index === paragraphs.length - 1 ? 28 : 0], size: 14 },
      mjml`<span class="q" style="color:${light.inkSoft}">${content}</span>`,
    ),
  )}`

/**
 * The emblem with the statement in full beside it, and the disclaimer in its approved wording (domain.md 4.2). The white
 * border that other grounds call for is part of the picture, because programs that darken a mail do not tell it.
 */
export function acknowledgement(
  { statement, emblem, disclaimer }: LetterAcknowledgement,
  { language, emblemUrl }: { readonly language: Language; readonly emblemUrl: string },
  { t, terms }: Texts,
): Mjml {
  const picture =
    emblem &&
    mjml`<td width="96" valign="middle"><img src="${emblemUrl}" width="82" alt="${t('footer.emblem')}" style="display:block;border:0;width:82px;height:auto"></td>`
  return mjml`${row(
    language,
    { space: [28, 16] },
    columns(
      language,
      mjml`${picture}<td class="t" valign="middle" align="${startOf(language.direction)}" style="text-align:${startOf(language.direction)};font:${trusted(statementFont)};color:${light.ink}"><div style="max-width:190px">${terms(
        `acknowledgement.${statement}`,
      )}</div></td>`,
    ),
  )}${
    disclaimer !== null &&
    row(
      disclaimer.language,
      { space: [0, 16], size: 14 },
      mjml`<span class="q" ${
        disclaimer.language.locale !== language.locale && mjml`lang="${disclaimer.language.locale}"`
      } style="color:${light.inkSoft}">${disclaimer.text}</span>`,
    )
  }`
}
