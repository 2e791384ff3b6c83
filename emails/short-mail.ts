import { layout, link, masthead, paragraph, row, section, smallPrint, titleStyle } from './layout.ts'
import { addressLine, type Language, type LetterNetwork, type Texts } from './letter.ts'
import { type Mjml, mjml } from './mjml.ts'
import { blocks, inDirectionOf, lines, type Plain, plain } from './plain.ts'

/** A mail that goes to one person because of something they did. Nothing in it is a placeholder. */
export interface MailTemplate {
  readonly subject: string
  readonly html: Mjml
  readonly text: Plain
}

/** What all of these mails need to know. */
export interface ShortMailProps {
  readonly language: Language
  readonly network: LetterNetwork
  /** Line breaks become commas. */
  readonly postalAddress: string
}

/** What one of them says: a title, a sentence, a list where there is one, one button, and what to do if it was not you. */
export interface ShortMail {
  readonly subject: string
  readonly preheader: string
  readonly title: string
  readonly sentence: string
  readonly list: readonly string[]
  readonly button: { readonly text: string; readonly url: string }
  /** Shown under the button, the link below it written out. Null: the button is enough. */
  readonly linkHint: string | null
  readonly after: readonly string[]
  /** Why they get it. Absent: their address was entered on our site. */
  readonly why?: string
}

/** Sets the mail in the network's design, as HTML and as plain text with the same words. */
export function shortMail(props: ShortMailProps, mail: ShortMail, texts: Texts): MailTemplate {
  return { subject: mail.subject, html: htmlOf(props, mail, texts), text: textOf(props, mail, texts) }
}

function htmlOf({ language, network, postalAddress }: ShortMailProps, mail: ShortMail, texts: Texts): Mjml {
  const { title, sentence, list, button, linkHint, after } = mail
  return layout({ language, title: mail.subject, preheader: mail.preheader }, [
    section([
      masthead(language, network, ''),
      row(
        language,
        { space: [30, 8], ruled: true },
        mjml`<h2 class="h" ${titleStyle(language, 31, 12)}>${title}</h2>${paragraph(sentence)}${
          list.length > 0 &&
          mjml`<ul style="margin:0 0 14px;padding:0 20px">${list.map(
            (entry) => mjml`<li style="margin:0 0 4px"><b>${entry}</b></li>`,
          )}</ul>`
        }`,
      ),
      mjml`<mj-button href="${button.url}">${button.text}</mj-button>`,
      row(
        language,
        { space: [0, 16] },
        mjml`${linkHint !== null && mjml`${paragraph(linkHint, 4)}<p dir="ltr" style="margin:0 0 14px;word-break:break-all;font-size:14px">${link(button.url, button.url)}</p>`}${after.map(
          (text) => paragraph(text),
        )}`,
      ),
      row(language, { space: [14, 14], ruled: true }, ''),
      smallPrint(language, [
        addressLine(network, postalAddress, texts),
        mail.why ?? texts.t('footer.transactional', { network: network.name }),
        link(network.privacyUrl, texts.t('footer.privacy')),
      ]),
    ]),
  ])
}

function textOf({ language, network, postalAddress }: ShortMailProps, mail: ShortMail, texts: Texts): Plain {
  const own = inDirectionOf(language.direction)
  return blocks([
    own(plain`${mail.title}`),
    own(plain`${mail.sentence}`),
    ...(mail.list.length > 0 ? [lines(mail.list.map((entry) => own(plain`- ${entry}`)))] : []),
    lines([own(plain`${texts.t('link.line', { text: mail.button.text })}`), plain`${mail.button.url}`]),
    ...mail.after.map((text) => own(plain`${text}`)),
    own(plain`${addressLine(network, postalAddress, texts)}`),
    own(plain`${mail.why ?? texts.t('footer.transactional', { network: network.name })}`),
    lines([
      own(plain`${texts.t('link.line', { text: texts.t('footer.privacy') })}`),
      plain`${network.privacyUrl}`,
    ]),
  ])
}
