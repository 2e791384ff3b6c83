import { acknowledgementText, linkTo, rule } from './items-text.ts'
import { addressLine, type LetterProps, numberAndMonth, type Texts, webLinkText, whyLine } from './letter.ts'
import { letterPartsText } from './letter-parts.ts'
import { blocks, inDirectionOf, lines, type Plain, plain, plainPlaceholder } from './plain.ts'
import { proseText } from './prose.ts'

/** The same issue as plain text. Every address stands on a line of its own, so that no letter disturbs it. */
export function newsletterText(props: LetterProps, texts: Texts): Plain {
  const { language, network, newsletter, issue } = props
  const { t, terms } = texts
  const own = inDirectionOf(language.direction)
  return blocks([
    props.test ? own(plain`${t('test.notice')}`) : null,
    lines([own(plain`${network.name}`), own(plain`${newsletter.name}. ${numberAndMonth(props, texts)}`)]),
    plain`${plainPlaceholder('stands_in')}${linkTo(t, own, webLinkText(props, texts), props.webUrl)}`,
    ...proseText(issue.intro, own),
    ...letterPartsText(props, texts),
    rule,
    linkTo(t, own, t('newsletter.forward.link', { newsletter: newsletter.name }), newsletter.subscribeUrl),
    ...props.acknowledgements.map((given) => acknowledgementText(given, language, { t, terms })),
    own(plain`${addressLine(network, newsletter.postalAddress, texts)}`),
    own(plain`${whyLine(props, texts)}`),
    linkTo(t, own, t('footer.preferences'), plainPlaceholder('preferences_url')),
    linkTo(t, own, t('footer.unsubscribe'), plainPlaceholder('unsubscribe_url')),
    linkTo(t, own, t('footer.privacy'), network.privacyUrl),
  ])
}
