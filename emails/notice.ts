import { shortItem } from './item-cards.ts'
import { acknowledgementText, itemText, linkTo } from './items-text.ts'
import {
  acknowledgement,
  layout,
  link,
  masthead,
  paragraph,
  row,
  section,
  smallPrint,
  titleStyle,
} from './layout.ts'
import {
  addressLine,
  blockOf,
  type Language,
  type LetterAcknowledgement,
  type LetterItem,
  type LetterNetwork,
  type Texts,
} from './letter.ts'
import { type Mjml, mjml, placeholder } from './mjml.ts'
import { blocks, inDirectionOf, lines, type Plain, plain, plainPlaceholder } from './plain.ts'
import type { MailTemplate } from './short-mail.ts'

/** News of what one person follows, or a reminder of an event. */
export interface NoticeProps {
  readonly language: Language
  readonly network: LetterNetwork
  /** Line breaks become commas. */
  readonly postalAddress: string
  readonly emblemUrl: string
  readonly subject: string
  readonly preheader: string
  readonly title: string
  /** In the mail's language. Empty ones are left out. */
  readonly groups: readonly NoticeGroup[]
  /** A sentence below everything. Null: none. */
  readonly remark: string | null
  readonly acknowledgements: readonly LetterAcknowledgement[]
}

/** Items of which the same is to be said. */
export interface NoticeGroup {
  /** Null: the mail's title says it. */
  readonly heading: string | null
  /** Shown with summary and link. */
  readonly items: readonly LetterItem[]
  /** Shown by their names alone. */
  readonly names: readonly NoticeName[]
  /** How many more there are, for which there is no room. */
  readonly more: number
}

interface NoticeName {
  readonly text: string
  readonly language: Language
  /** Null: nothing stands there any more. */
  readonly url: string | null
}

/** Sets the mail in the network's design, as HTML and as plain text with the same words. */
export const noticeMail = (props: NoticeProps, texts: Texts): MailTemplate => ({
  subject: props.subject,
  html: htmlOf(props, texts),
  text: textOf(props, texts),
})

const isFilled = ({ items, names }: NoticeGroup): boolean => items.length + names.length > 0

function htmlOf(props: NoticeProps, texts: Texts): Mjml {
  const { language, network, postalAddress, title, subject, preheader, groups, remark } = props
  const { t } = texts
  const dot = mjml` &nbsp;·&nbsp; `
  return layout({ language, title: subject, preheader }, [
    section([
      masthead(language, network, ''),
      row(
        language,
        { space: [30, 8], ruled: true },
        mjml`<h2 class="h" ${titleStyle(language, 31, 12)}>${title}</h2>`,
      ),
      groups.filter(isFilled).map((group) => groupHtml(group, language, texts)),
      remark !== null && row(language, { space: [16, 16], ruled: true }, paragraph(remark, 0)),
    ]),
    section([
      props.acknowledgements.map((each) => acknowledgement(each, props, texts)),
      row(language, { space: [14, 14], ruled: true }, ''),
      smallPrint(language, [
        addressLine(network, postalAddress, texts),
        t('notice.why'),
        mjml`${link(placeholder('preferences_url'), t('footer.preferences'))}${dot}${link(
          placeholder('unsubscribe_url'),
          t('footer.unsubscribe'),
        )}${dot}${link(network.privacyUrl, t('footer.privacy'))}`,
      ]),
    ]),
  ])
}

const groupHtml = ({ heading, items, names, more }: NoticeGroup, language: Language, texts: Texts): Mjml =>
  mjml`${
    heading !== null &&
    row(language, { space: [14, 6] }, mjml`<h3 ${titleStyle(language, 21, 0)}>${heading}</h3>`)
  }${items.map((item) => shortItem(blockOf(item, language, texts), language))}${
    names.length > 0 &&
    row(
      language,
      { space: [10, 20] },
      mjml`<ul style="margin:0;padding:0 20px">${names.map(
        ({ text, url, language: own }) =>
          mjml`<li style="margin:0 0 6px"><span lang="${own.locale}" dir="${own.direction}">${
            url === null ? text : link(url, text)
          }</span></li>`,
      )}</ul>${more > 0 && paragraph(texts.t('notice.more', { count: more }), 0)}`,
    )
  }`

function textOf(props: NoticeProps, texts: Texts): Plain {
  const { language, network, postalAddress, title, groups, remark } = props
  const { t } = texts
  const own = inDirectionOf(language.direction)
  return blocks([
    own(plain`${title}`),
    ...groups.filter(isFilled).flatMap((group) => groupText(group, language, texts)),
    remark === null ? null : own(plain`${remark}`),
    ...props.acknowledgements.map((given) => acknowledgementText(given, language, texts)),
    own(plain`${addressLine(network, postalAddress, texts)}`),
    own(plain`${t('notice.why')}`),
    linkTo(t, own, t('footer.preferences'), plainPlaceholder('preferences_url')),
    linkTo(t, own, t('footer.unsubscribe'), plainPlaceholder('unsubscribe_url')),
    linkTo(t, own, t('footer.privacy'), network.privacyUrl),
  ])
}

function groupText({ heading, items, names, more }: NoticeGroup, language: Language, texts: Texts): Plain[] {
  const own = inDirectionOf(language.direction)
  return [
    ...(heading === null ? [] : [own(plain`${heading}`)]),
    ...items.map((item) => itemText(blockOf(item, language, texts), language, texts.t)),
    ...names.map(({ text, url, language: its }) =>
      lines([inDirectionOf(its.direction)(plain`- ${text}`), url === null ? null : plain`${url}`]),
    ),
    ...(more > 0 ? [own(plain`${texts.t('notice.more', { count: more })}`)] : []),
  ]
}
