import { leadItem, picture, shortItem } from './item-cards.ts'
import {
  acknowledgement,
  layout,
  link,
  masthead,
  note,
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
  type LetterProps,
  numberAndMonth,
  paragraphsOf,
  type Texts,
  webLinkText,
} from './letter.ts'
import { type Mjml, mjml, placeholder } from './mjml.ts'
import { testNotice } from './test-notice.ts'

/** An issue in one language as MJML. What differs between its readers are placeholders. */
export function newsletter(props: LetterProps, texts: Texts): Mjml {
  const { language, issue } = props
  const [lead, ...others] = props.items.map((item) => blockOf(item, language, texts))
  return layout({ language, title: issue.subject, preheader: issue.preheader }, [
    section([
      props.test && testNotice(language, texts),
      row(language, { space: [14, 12], size: 14 }, link(props.webUrl, webLinkText(props, texts))),
      masthead(language, props.network, mjml`${props.newsletter.name}<br>${numberAndMonth(props, texts)}`),
      issue.coverUrl !== null && picture(issue.coverUrl, ''),
      introduction(issue.intro, language),
      lead !== undefined && leadItem(lead, language, issue.coverUrl === null),
      others.map((block) => shortItem(block, language)),
    ]),
    forward(props, texts),
    footer(props, texts),
  ])
}

function introduction(intro: string, language: Language): Mjml | false {
  const paragraphs = paragraphsOf(intro)
  return (
    paragraphs.length > 0 &&
    row(language, { space: [30, 0] }, mjml`${paragraphs.map((text) => paragraph(text))}`)
  )
}

function forward({ newsletter: { name, subscribeUrl }, language }: LetterProps, { t }: Texts): Mjml {
  return note(
    row(
      language,
      { space: [26, 28] },
      mjml`<h2 ${titleStyle(language, 21, 8)}>${t('newsletter.forward.title')}</h2>${paragraph(
        t('newsletter.forward.body'),
        10,
      )}${link(subscribeUrl, t('newsletter.forward.link', { newsletter: name }), 'strong')}`,
    ),
  )
}

function footer(props: LetterProps, texts: Texts): Mjml {
  const { network, newsletter: letter, language } = props
  const { t } = texts
  const dot = mjml` &nbsp;·&nbsp; `
  return section([
    props.acknowledgements.map((each) => acknowledgement(each, props, texts)),
    props.acknowledgements.length === 0 && row(language, { space: [14, 14] }, ''),
    smallPrint(language, [
      addressLine(network, letter.postalAddress, texts),
      t('footer.why', { newsletter: letter.name }),
      mjml`${link(placeholder('preferences_url'), t('footer.preferences'))}${dot}${link(
        placeholder('unsubscribe_url'),
        t('footer.unsubscribe'),
      )}${dot}${link(network.privacyUrl, t('footer.privacy'))}`,
    ]),
  ])
}
