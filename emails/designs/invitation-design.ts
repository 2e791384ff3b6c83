import { dayOf } from '../dates.ts'
import { beside, button, dateLeaf, itemWords } from '../item-cards.ts'
import { itemText, linkTo } from '../items-text.ts'
import { link, paragraph, row } from '../layout.ts'
import { type LetterBlock, listOf } from '../letter.ts'
import type { LetterInvitation } from '../letter-contents.ts'
import { type Mjml, mjml } from '../mjml.ts'
import { inDirectionOf, lines, type Plain, plain } from '../plain.ts'
import { light } from '../theme.ts'
import type { Design, Shown } from './design.ts'

/** An event that readers are asked to: what it is, then when, where and in which languages, then how to come. */
export const invitationDesign: Design = {
  pictureOnTop: true,
  lead: (block, shown) => {
    const { props, level } = shown
    const { language } = props
    const when = shown.texts.t('design.when')
    const facts = factsOf(block, shown).map(([name, value]) =>
      fact(name, value, block.dateIsOff && name === when),
    )
    return mjml`${row(
      language,
      { space: [30, 6] },
      itemWords({ ...block, facts: null }, language, { size: 31, level }),
    )}${row(
      language,
      { space: [12, 12] },
      beside(block.leaf === null ? null : dateLeaf(block, language), mjml`${facts}`, language),
    )}${steps(block, shown)}`
  },
  leadText: (block, shown) => {
    const { props, texts } = shown
    const { language } = props
    const own = inDirectionOf(language.direction)
    const { registration, calendarUrl } = invitationOf(shown)
    const facts = factsOf(block, shown)
      // The item says these two itself.
      .filter(([name]) => name !== texts.t('design.when') && name !== texts.t('design.where'))
      .map(([name, value]): Plain => own(plain`${texts.t('design.fact', { name, value })}`))
    return lines([
      itemText(block, language, texts.t),
      ...facts,
      registration === null ? null : linkTo(texts.t, own, texts.t('design.register'), registration.url),
      calendarUrl === null ? null : linkTo(texts.t, own, texts.t('design.calendar'), calendarUrl),
      calendarUrl === null ? null : own(plain`${texts.t('reminder.attached')}`),
    ])
  },
}

const nothing: LetterInvitation = {
  registration: null,
  calendarUrl: null,
  languages: [],
  interpretation: [],
}

const invitationOf = ({ props }: Shown): LetterInvitation => props.invitation ?? nothing

type Fact = readonly [name: string, value: string]

function factsOf({ when, facts, event }: LetterBlock, shown: Shown): Fact[] {
  const { props, texts } = shown
  const { t } = texts
  const { locale } = props.language
  const { registration, languages, interpretation } = invitationOf(shown)
  const until =
    registration === null || registration.until === null || event === null
      ? ''
      : dayOf(registration.until, event.timeZone, locale)
  const all: Fact[] = [
    [t('design.when'), when ?? ''],
    [t('design.where'), facts?.text ?? ''],
    [t('design.languages'), listOf(languages, locale)],
    [t('design.interpretation'), listOf(interpretation, locale)],
    [t('design.registerUntil'), until],
  ]
  return all.filter(([, value]) => value !== '')
}

const fact = (name: string, value: string, isOff: boolean): Mjml =>
  mjml`<p style="margin:0 0 8px"><span class="q" style="font-size:14px;color:${light.inkSoft}">${name}</span><br><b style="font-weight:600${
    isOff && ';text-decoration:line-through'
  }">${value}</b></p>`

/** One button, and everything else as links below it. */
function steps(block: LetterBlock, shown: Shown): Mjml {
  const { props, texts } = shown
  const { t } = texts
  const { registration, calendarUrl } = invitationOf(shown)
  const [first, second] =
    registration === null
      ? [button(block.url, block.linkText), null]
      : [button(registration.url, t('design.register')), link(block.url, block.linkText, 'strong')]
  const calendar = calendarUrl !== null && link(calendarUrl, t('design.calendar'), 'strong')
  const dot = second !== null && calendar !== false && mjml` &nbsp;·&nbsp; `
  return mjml`${first}${
    (second !== null || calendar !== false) &&
    row(
      props.language,
      { space: [0, 22] },
      mjml`${paragraph([second, dot, calendar], 6)}${
        calendar !== false &&
        mjml`<p class="q" style="margin:0;font-size:14px;color:${light.inkSoft}">${t('reminder.attached')}</p>`
      }`,
    )
  }`
}
