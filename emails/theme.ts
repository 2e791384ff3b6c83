import { type Mjml, trusted } from './mjml.ts'

export type Direction = 'ltr' | 'rtl'

/** Hex values of the design tokens: mail programs know no custom properties. Every pair used meets 4.5:1. */
export const light = {
  ground: '#f1ece2',
  surface: '#ffffff',
  line: '#d9d2c4',
  ink: '#12263a',
  inkSoft: '#46566a',
  primary: '#0b5563',
  onPrimary: '#ffffff',
  accentSoft: '#f6e3c5',
  accent: '#9a5210',
  bad: '#a3273a',
  badSoft: '#f9e1e4',
} as const

type Colours = Readonly<Record<keyof typeof light, string>>

export const dark: Colours = {
  ground: '#1d2d3a',
  surface: '#16242f',
  line: '#32465a',
  ink: '#eef2f5',
  inkSoft: '#b9c6d2',
  primary: '#6fc4cf',
  onPrimary: '#08222a',
  accentSoft: '#43331a',
  accent: '#f0b25a',
  bad: '#f19aa6',
  badSoft: '#45202a',
}

/** Fonts that the reader's machine has. Nothing is fetched: a font request would tell who reads when. */
const families = {
  ltr: {
    text: "'Noto Sans','Segoe UI',Tahoma,Arial,sans-serif",
    title: "'Source Serif 4','Noto Serif',Georgia,serif",
  },
  // The Latin family stays first, so that digits and names match.
  rtl: {
    text: "'Noto Sans','Noto Sans Arabic','Segoe UI',Tahoma,'Geeza Pro',Arial,sans-serif",
    title: "'Source Serif 4','Noto Naskh Arabic','Geeza Pro',Tahoma,serif",
  },
} as const

/** Arabic script needs more room between lines and slightly larger letters to be read as easily. */
const rhythm = {
  ltr: { scale: 1, text: 1.6, title: 1.2, weight: 600 },
  rtl: { scale: 17 / 16, text: 1.8, title: 1.5, weight: 700 },
} as const

/** CSS `font` of running text. `size` in pixels as Latin script wants it, never below 14. */
export const textFont = (direction: Direction, size = 16): string => {
  const { scale, text } = rhythm[direction]
  return `${Math.round(size * scale)}px/${text} ${families[direction].text}`
}

/** CSS `font` of titles. */
export const titleFont = (direction: Direction, size: number): string => {
  const { title, weight } = rhythm[direction]
  return `${weight} ${size}px/${title} ${families[direction].title}`
}

/** CSS `font` of the statement. Only a few typefaces may stand beside the European emblem, none in italics. */
export const statementFont = '700 16px/1.25 Arial,Tahoma,sans-serif'

export const textFamily = (direction: Direction): string => families[direction].text

export const startOf = (direction: Direction): 'left' | 'right' => (direction === 'rtl' ? 'right' : 'left')
export const endOf = (direction: Direction): 'left' | 'right' => (direction === 'rtl' ? 'left' : 'right')

/**
 * Rules for programs that read a style sheet; the letter stands without them. Class names are short because they are
 * repeated: g ground, s section, n note, i row, t cell, q quiet text, l link, k kind, h lead title, d date leaf, m its month,
 * b button, w warning, x label, y band, p its words, a masthead. On a phone what stands at the masthead's far end goes below
 * the name. No word is wider than the letter, which would widen the page.
 */
export const styleSheet: Mjml = trusted(`
:root{color-scheme:light dark;supported-color-schemes:light dark}
.i{overflow-wrap:anywhere}
@media only screen and (max-width:480px){
.i,.b{padding-left:20px!important;padding-right:20px!important}
.h{font-size:27px!important}
.a h1{font-size:22px!important}
.a tr{display:flex;flex-wrap:wrap;align-items:center}
.a .t{flex:1}
.a .q{flex:0 0 100%;padding-top:6px;text-align:start!important}
}
@media (prefers-color-scheme:dark){
body,.g,.g>div{background:${dark.ground}!important}
.s,.s>table{background:${dark.surface}!important}
.s .y{background:${dark.ground}!important}
.n,.n>table,.s .x{background:${dark.accentSoft}!important}
.s .i,.s .t,.s h1,.s h2,.s h2 a,.s h3,.s h3 a,.s .d td{color:${dark.ink}!important}
.s .q{color:${dark.inkSoft}!important}
.s .l,.s .k b,.s .p{color:${dark.primary}!important}
.s .i,.s .d{border-color:${dark.line}!important}
.s .d .m,.b td,.b a{background:${dark.primary}!important;color:${dark.onPrimary}!important}
.s .x{color:${dark.accent}!important}
.s .w{background:${dark.badSoft}!important;color:${dark.bad}!important}
}
`)
