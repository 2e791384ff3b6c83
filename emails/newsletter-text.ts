import {
  addressLine,
  blockOf,
  type Language,
  type LetterAcknowledgement,
  type LetterBlock,
  type LetterProps,
  numberAndMonth,
  paragraphsOf,
  type Texts,
  webLinkText,
} from './letter.ts'
import {
  blocks,
  inDirectionOf,
  type Line,
  lines,
  type Plain,
  type PlainValue,
  plain,
  plainPlaceholder,
} from './plain.ts'

const rule = plain`----------------------------------------`

/** The same issue as plain text. Every address stands on a line of its own, so that no letter disturbs it. */
export function newsletterText(props: LetterProps, texts: Texts): Plain {
  const { language, network, newsletter, issue } = props
  const { t, terms } = texts
  const own = inDirectionOf(language.direction)
  return blocks([
    props.test ? own(plain`${t('test.notice')}`) : null,
    lines([own(plain`${network.name}`), own(plain`${newsletter.name}. ${numberAndMonth(props, texts)}`)]),
    linkTo(t, own, webLinkText(props, texts), props.webUrl),
    ...paragraphsOf(issue.intro).map((paragraph) => own(plain`${paragraph}`)),
    ...props.items.flatMap((item) => [rule, itemText(blockOf(item, language, texts), language, t)]),
    rule,
    linkTo(t, own, t('newsletter.forward.link', { newsletter: newsletter.name }), newsletter.subscribeUrl),
    ...props.acknowledgements.map((given) => acknowledgementText(given, language, { t, terms })),
    own(plain`${addressLine(network, newsletter.postalAddress, texts)}`),
    own(plain`${t('footer.why', { newsletter: newsletter.name })}`),
    linkTo(t, own, t('footer.preferences'), plainPlaceholder('preferences_url')),
    linkTo(t, own, t('footer.unsubscribe'), plainPlaceholder('unsubscribe_url')),
    linkTo(t, own, t('footer.privacy'), network.privacyUrl),
  ])
}

/** What a link leads to, and its address on the next line. */
export const linkTo = (t: Texts['t'], line: Line, text: string, url: PlainValue): Plain =>
  lines([line(plain`${t('link.line', { text })}`), plain`${url}`])

export function itemText(block: LetterBlock, letter: Language, t: Texts['t']): Plain {
  const own = inDirectionOf(letter.direction)
  const its = inDirectionOf(block.language.direction)
  const kind = [block.kind, block.status, block.facts?.text ?? null].filter((part) => part !== null)
  return lines([
    own(plain`${kind.join(' · ')}`),
    ...block.notes.map((note) => own(plain`(${note})`)),
    its(plain`${block.title}`),
    its(plain`${block.summary}`),
    block.when === null ? null : own(plain`${block.when}`),
    block.languages === null ? null : own(plain`${block.languages}`),
    linkTo(t, own, block.linkText, block.url),
  ])
}

export function acknowledgementText(
  { statement, disclaimer }: LetterAcknowledgement,
  letter: Language,
  { terms }: Texts,
): Plain {
  return lines([
    inDirectionOf(letter.direction)(plain`${terms(`acknowledgement.${statement}`)}`),
    disclaimer === null ? null : inDirectionOf(disclaimer.language.direction)(plain`${disclaimer.text}`),
  ])
}
