import { picture } from './item-cards.ts'
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
  type Language,
  type LetterProps,
  numberAndMonth,
  type Texts,
  webLinkText,
  whyLine,
} from './letter.ts'
import { designOf, leadingItem, letterParts } from './letter-parts.ts'
import { type Mjml, mjml, placeholder } from './mjml.ts'
import { prose } from './prose.ts'
import { testNotice } from './test-notice.ts'

/** An issue in one language as MJML. What differs between its readers are placeholders. */
export function newsletter(props: LetterProps, texts: Texts): Mjml {
  const { language, issue } = props
  return layout({ language, title: issue.subject, preheader: issue.preheader }, [
    section([
      props.test && testNotice(language, texts),
      row(
        language,
        { space: [14, 12], size: 14 },
        mjml`${placeholder('stands_in')}${link(props.webUrl, webLinkText(props, texts))}`,
      ),
      masthead(language, props.network, mjml`${props.newsletter.name}<br>${numberAndMonth(props, texts)}`),
      pictureOnTop(props),
      introduction(issue.intro, language),
      letterParts(props, texts),
    ]),
    forward(props, texts),
    footer(props, texts),
  ])
}

function pictureOnTop(props: LetterProps): Mjml | false {
  const { coverUrl } = props.issue
  if (coverUrl !== null) return picture(coverUrl, '')
  const image = designOf(props).pictureOnTop ? leadingItem(props)?.image : null
  return image ? picture(image.url, image.alt) : false
}

const introduction = (intro: string, language: Language): Mjml | false =>
  intro.trim() !== '' && row(language, { space: [30, 0] }, prose(intro))

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
      whyLine(props, texts),
      mjml`${link(placeholder('preferences_url'), t('footer.preferences'))}${dot}${link(
        placeholder('unsubscribe_url'),
        t('footer.unsubscribe'),
      )}${dot}${link(network.privacyUrl, t('footer.privacy'))}`,
    ]),
  ])
}
