import { cell, columns, inLanguage, link, paragraph, row, titleStyle } from './layout.ts'
import type { Language, LetterBlock } from './letter.ts'
import { type Mjml, mjml, trusted } from './mjml.ts'
import { light, textFont, titleFont } from './theme.ts'
import { whenLine } from './when-line.ts'

/** Across the whole letter. An empty `alt`: it only decorates. */
export const picture = (url: string, alt: string): Mjml =>
  mjml`<mj-image src="${url}" alt="${alt}" width="600px" font-size="14px" />`

/** Below a heading of its section an item's title stands one level deeper. */
export type TitleLevel = 2 | 3

interface LeadOptions {
  readonly letter: Language
  /** @default 2 */
  readonly level?: TitleLevel
}

/** The first item: larger, with its picture across and the letter's only button. */
export function leadItem(block: LetterBlock, { letter, level = 2 }: LeadOptions): Mjml {
  const { image, url, linkText } = block
  return mjml`${image !== null && picture(image.url, image.alt)}${row(
    letter,
    { space: [26, 6] },
    beside(
      block.leaf === null ? null : dateLeaf(block, letter),
      itemText(block, letter, { size: 31, level }),
      letter,
    ),
  )}${button(url, linkText)}`
}

export const button = (url: string, text: string): Mjml => mjml`<mj-button href="${url}">${text}</mj-button>`

interface ShortOptions {
  /** @default 2 */
  readonly level?: TitleLevel
  /** Without a rule above it: it follows its heading. @default true */
  readonly ruled?: boolean
}

export function shortItem(
  block: LetterBlock,
  letter: Language,
  { level = 2, ruled = true }: ShortOptions = {},
): Mjml {
  const { image, leaf, url, linkText } = block
  const thumbnail =
    image === null
      ? null
      : mjml`<img src="${image.url}" width="92" alt="${image.alt}" style="display:block;border:0;width:92px;height:auto;border-radius:6px">`
  const text = mjml`${itemText(block, letter, { size: 21, level })}${paragraph(link(url, linkText, 'strong'))}`
  return row(
    letter,
    { space: [26, 10], ruled },
    beside(leaf === null ? thumbnail : dateLeaf(block, letter), text, letter),
  )
}

/** A narrow column at the start, the text after it. */
export const beside = (narrow: Mjml | null, text: Mjml, letter: Language): Mjml =>
  narrow === null
    ? text
    : columns(letter, mjml`<td width="112" valign="top">${narrow}</td>${cell(letter, text)}`)

interface Title {
  /** In pixels. */
  readonly size: number
  readonly level: TitleLevel
}

/** What an item is, is called and says: its own words in its own language, the letter's in the letter's. */
export function itemWords(block: LetterBlock, letter: Language, { size, level }: Title): Mjml {
  const { title, url, summary, language } = block
  const isLead = size > 21
  const tag = trusted(`h${level}`)
  const heading = mjml`<${tag}${isLead && mjml` class="h"`} ${titleStyle(language, size, isLead ? 12 : 8)}><a href="${url}" style="color:${light.ink};text-decoration:none">${title}</a></${tag}>`
  const own = mjml`${heading}${paragraph(summary, 10)}`
  return mjml`${kindLine(block, letter)}${
    language.locale === letter.locale ? own : mjml`<div ${inLanguage(language, letter)}>${own}</div>`
  }`
}

function itemText(block: LetterBlock, letter: Language, title: Title): Mjml {
  const { languages } = block
  return mjml`${itemWords(block, letter, title)}${whenLine(block)}${languages !== null && quiet(languages)}`
}

const quiet = (text: string): Mjml =>
  mjml`<p class="q" style="margin:0 0 10px;font-size:14px;color:${light.inkSoft}">${text}</p>`

/** Kind, then what happened to it, then place, then what to know about the text. The order never changes. */
function kindLine({ kind, status, facts, notes }: LetterBlock, letter: Language): Mjml {
  return mjml`<p class="q k" style="margin:0 0 6px;font-size:14px;line-height:1.6;color:${light.inkSoft}"><b style="color:${light.primary}">${kind}</b>${
    status !== null && label('w', status, { ground: light.badSoft, ink: light.bad })
  }${
    facts !== null &&
    mjml` · ${
      facts.language.locale === letter.locale
        ? facts.text
        : mjml`<span lang="${facts.language.locale}" dir="${facts.language.direction}">${facts.text}</span>`
    }`
  }${notes.map((text) => label('x', text, { ground: light.accentSoft, ink: light.accent }))}</p>`
}

interface LabelColours {
  readonly ground: string
  readonly ink: string
}

const label = (name: 'w' | 'x', text: string, { ground, ink }: LabelColours): Mjml =>
  mjml` &nbsp;<span class="${name}" style="background:${ground};color:${ink};border-radius:4px;padding:1px 6px;font-weight:600;display:inline-block">${text}</span>`

/** A leaf of a calendar. A date that no longer holds is struck through. */
export function dateLeaf({ leaf, dateIsOff }: LetterBlock, { direction }: Language): Mjml {
  if (leaf === null) return mjml``
  const { month, day, time } = leaf
  const struck = dateIsOff && ';text-decoration:line-through'
  const daySize = day.length > 2 ? 24 : 34
  return mjml`<table role="presentation" class="d" dir="${direction}" width="92" cellpadding="0" cellspacing="0" border="0" style="width:92px;border:1px solid ${light.line};border-radius:8px;border-collapse:separate;text-align:center"><tr><td class="m" align="center" style="background:${light.primary};color:${light.onPrimary};font:${trusted(
    textFont(direction, 14),
  )};font-weight:600;padding:3px 2px;border-radius:7px 7px 0 0">${month}</td></tr><tr><td align="center" style="font:${trusted(
    titleFont('ltr', daySize),
  )};color:${light.ink};padding:6px 0 ${time === null ? 8 : 0}px${struck}">${day}</td></tr>${
    time !== null &&
    mjml`<tr><td class="q" align="center" style="font:${trusted(
      textFont(direction, 14),
    )};color:${light.inkSoft};padding:0 0 6px">${time}</td></tr>`
  }</table>`
}
