import { acknowledgementText, linkTo } from './items-text.ts'
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
import { addressLine, type LetterAcknowledgement, type Texts } from './letter.ts'
import { type Mjml, mjml } from './mjml.ts'
import { blocks, inDirectionOf, type Plain, plain } from './plain.ts'
import { prose, proseText } from './prose.ts'
import type { MailTemplate, ShortMailProps } from './short-mail.ts'

export interface AnswerProps extends ShortMailProps {
  readonly number: number
  /** In the mail's language. Paragraphs and lists: see `prose`. Null: none comes. */
  readonly answer: string | null
  /** In the asker's own words, whatever language those are in. */
  readonly question: string
  /** As the asker wants to be addressed. Null: not said. */
  readonly name: string | null
  /** Who answered. Null: the network's secretariat. */
  readonly organisation: string | null
  /** The asker's own page about the question: there they can have it erased. */
  readonly ownUrl: string
  /** Where another question can be asked. */
  readonly askUrl: string
  readonly emblemUrl: string
  readonly acknowledgements: readonly LetterAcknowledgement[]
}

/** Brings an answer of the info line, in a language that the asker reads, or says that none comes. */
export function answerMail(props: AnswerProps, texts: Texts): MailTemplate {
  const subject = subjectOf(props, texts)
  return { subject, html: htmlOf(props, subject, texts), text: textOf(props, texts) }
}

const subjectOf = ({ answer, number, network }: AnswerProps, { t }: Texts): string =>
  t(answer === null ? 'unanswered.subject' : 'answer.subject', { number, network: network.name })

function greeting(props: AnswerProps, texts: Texts): string {
  const { answer, name, number } = props
  if (answer === null) return subjectOf(props, texts)
  return name === null ? texts.t('answer.title', { number }) : texts.t('answer.titleFor', { number, name })
}

/** What is said in our name, or in the partner's. */
const message = ({ answer }: AnswerProps, { t }: Texts): string => answer ?? t('unanswered.text')

const signed = ({ organisation, network }: AnswerProps): string => organisation ?? network.name

function htmlOf(props: AnswerProps, subject: string, texts: Texts): Mjml {
  const { language, network, postalAddress, answer, question, ownUrl, askUrl, acknowledgements } = props
  const { t } = texts
  const dot = mjml` &nbsp;·&nbsp; `
  return layout(
    { language, title: subject, preheader: t(answer === null ? 'unanswered.text' : 'answer.preheader') },
    [
      section([
        masthead(language, network, ''),
        row(
          language,
          { space: [30, 8], ruled: true },
          mjml`<h2 class="h" ${titleStyle(language, 28, 16)}>${greeting(props, texts)}</h2>${prose(message(props, texts))}${paragraph(mjml`<b>${signed(props)}</b>`)}`,
        ),
        // Nobody asked in which language the question is written, so none is claimed.
        row(
          language,
          { space: [16, 10], ruled: true },
          mjml`<h3 ${titleStyle(language, 18, 8)}>${t('answer.question')}</h3><div lang="" dir="auto" style="text-align:start">${question
            .split('\n')
            .map((line) => mjml`${line}<br>`)}</div>`,
        ),
        row(language, { space: [8, 16] }, paragraph(link(askUrl, t('answer.again'), 'strong'), 0)),
      ]),
      section([
        acknowledgements.map((each) => acknowledgement(each, props, texts)),
        row(language, { space: [14, 14], ruled: true }, ''),
        smallPrint(language, [
          addressLine(network, postalAddress, texts),
          t('answer.why', { network: network.name }),
          mjml`${link(ownUrl, t('answer.own'))}${dot}${link(network.privacyUrl, t('footer.privacy'))}`,
        ]),
      ]),
    ],
  )
}

function textOf(props: AnswerProps, texts: Texts): Plain {
  const { language, network, postalAddress, question, ownUrl, askUrl, acknowledgements } = props
  const { t } = texts
  const own = inDirectionOf(language.direction)
  return blocks([
    own(plain`${greeting(props, texts)}`),
    ...proseText(message(props, texts), own),
    own(plain`${signed(props)}`),
    own(plain`${t('answer.question')}`),
    ...question.split('\n').map((line) => plain`> ${line}`),
    linkTo(t, own, t('answer.again'), askUrl),
    ...acknowledgements.map((given) => acknowledgementText(given, language, texts)),
    own(plain`${addressLine(network, postalAddress, texts)}`),
    own(plain`${t('answer.why', { network: network.name })}`),
    linkTo(t, own, t('answer.own'), ownUrl),
    linkTo(t, own, t('footer.privacy'), network.privacyUrl),
  ])
}
