import { leadItem, shortItem } from './item-cards.ts'
import { acknowledgementText, itemText, linkTo, rule } from './items-text.ts'
import { acknowledgement, layout, link, masthead, paragraph, row, section, smallPrint } from './layout.ts'
import { addressLine, blockOf, type LetterItem, type LetterProps, type Texts } from './letter.ts'
import { type Mjml, mjml, placeholder } from './mjml.ts'
import { blocks, inDirectionOf, lines, type Plain, plain, plainPlaceholder } from './plain.ts'

/** What is new for one person since their last digest. */
export interface DigestProps
  extends Pick<LetterProps, 'language' | 'network' | 'emblemUrl' | 'acknowledgements'> {
  /** In their order. The first leads. */
  readonly items: readonly LetterItem[]
  readonly rhythm: 'weekly' | 'monthly'
  readonly preheader: string
  /** Line breaks become commas. */
  readonly postalAddress: string
  /** Names of the topics and countries that the person chose, in the mail's language. Empty: all. */
  readonly chosen: readonly string[]
}

/** A person's digest as MJML. Their own links are placeholders. */
export function digest(props: DigestProps, texts: Texts): Mjml {
  const { language, network, rhythm, preheader } = props
  const { t } = texts
  const [lead, ...others] = props.items.map((item) => blockOf(item, language, texts))
  return layout({ language, title: t(`digest.title.${rhythm}`), preheader }, [
    section([
      masthead(language, network, mjml`${t(`digest.title.${rhythm}`)}<br>${count(props, texts)}`),
      row(language, { space: [24, 0] }, paragraph(why(props, texts), 0)),
      lead !== undefined && leadItem(lead, { letter: language }),
      others.map((block) => shortItem(block, language)),
    ]),
    footer(props, texts),
  ])
}

const count = ({ items }: DigestProps, { t }: Texts): string => t('digest.count', { count: items.length })

function why({ chosen, language, network }: DigestProps, { t }: Texts): string {
  const { locale } = language
  return chosen.length === 0
    ? t('digest.why.all', { network: network.name })
    : t('digest.why.chosen', {
        network: network.name,
        choices: new Intl.ListFormat(locale, { type: 'conjunction' }).format(chosen),
      })
}

function footer(props: DigestProps, texts: Texts): Mjml {
  const { network, language, postalAddress, rhythm } = props
  const { t } = texts
  const dot = mjml` &nbsp;·&nbsp; `
  return section([
    props.acknowledgements.map((each) => acknowledgement(each, props, texts)),
    props.acknowledgements.length === 0 && row(language, { space: [14, 14] }, ''),
    smallPrint(language, [
      addressLine(network, postalAddress, texts),
      t(`digest.footer.${rhythm}`),
      mjml`${link(placeholder('preferences_url'), t('digest.preferences'))}${dot}${link(
        placeholder('unsubscribe_url'),
        t('footer.unsubscribe'),
      )}${dot}${link(network.privacyUrl, t('footer.privacy'))}`,
    ]),
  ])
}

/** The same digest as plain text. */
export function digestText(props: DigestProps, texts: Texts): Plain {
  const { language, network, rhythm, postalAddress } = props
  const { t, terms } = texts
  const own = inDirectionOf(language.direction)
  return blocks([
    lines([own(plain`${network.name}`), own(plain`${t(`digest.title.${rhythm}`)}`)]),
    own(plain`${why(props, texts)}`),
    ...props.items.flatMap((item) => [rule, itemText(blockOf(item, language, texts), language, t)]),
    rule,
    ...props.acknowledgements.map((given) => acknowledgementText(given, language, { t, terms })),
    own(plain`${addressLine(network, postalAddress, texts)}`),
    own(plain`${t(`digest.footer.${rhythm}`)}`),
    linkTo(t, own, t('digest.preferences'), plainPlaceholder('preferences_url')),
    linkTo(t, own, t('footer.unsubscribe'), plainPlaceholder('unsubscribe_url')),
    linkTo(t, own, t('footer.privacy'), network.privacyUrl),
  ])
}
