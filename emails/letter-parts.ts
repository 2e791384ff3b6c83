import { announcementDesign } from './designs/announcement-design.ts'
import type { Design } from './designs/design.ts'
import { digestDesign } from './designs/digest-design.ts'
import { invitationDesign } from './designs/invitation-design.ts'
import { shortItem } from './item-cards.ts'
import { itemText, linkTo, rule } from './items-text.ts'
import { band, link, paragraph, row, titleStyle } from './layout.ts'
import { blockOf, type LetterItem, type LetterProps, type Texts } from './letter.ts'
import type { LetterDesign, LetterPart } from './letter-contents.ts'
import { type Mjml, mjml } from './mjml.ts'
import { inDirectionOf, type Plain, plain } from './plain.ts'
import { prose, proseText } from './prose.ts'

const designs: Readonly<Record<LetterDesign, Design>> = {
  digest: digestDesign,
  announcement: announcementDesign,
  invitation: invitationDesign,
}

export const designOf = ({ design }: Pick<LetterProps, 'design'>): Design => designs[design]

/** The item that leads. Null in a letter of texts alone. */
export const leadingItem = ({ parts }: Pick<LetterProps, 'parts'>): LetterItem | null =>
  parts.flatMap((part) => (part.kind === 'items' ? part.items : []))[0] ?? null

type ItemsPart = Extract<LetterPart, { kind: 'items' }>
type TextPart = Extract<LetterPart, { kind: 'text' }>

/** What stands between introduction and end, in its order. */
export function letterParts(props: LetterProps, texts: Texts): Mjml {
  const lead = leadingItem(props)
  return mjml`${props.parts.map((part, index) =>
    part.kind === 'items'
      ? itemsPart(part, lead, { props, texts })
      : textPart(part, { props, ruled: index > 0 }),
  )}`
}

interface Around {
  readonly props: LetterProps
  readonly texts: Texts
}

function itemsPart({ heading, items }: ItemsPart, lead: LetterItem | null, { props, texts }: Around): Mjml {
  const { language } = props
  const level = heading === '' ? 2 : 3
  return mjml`${heading !== '' && items.length > 0 && band(language, heading)}${items.map((item, index) => {
    const block = blockOf(item, language, texts)
    return item === lead
      ? designOf(props).lead(block, { props, texts, level })
      : shortItem(block, language, { level, ruled: heading === '' || index > 0 })
  })}`
}

/** Words of the issue's own. */
function textPart(
  { heading, body, link: leads }: TextPart,
  { props: { language }, ruled }: { readonly props: LetterProps; readonly ruled: boolean },
): Mjml {
  return row(
    language,
    { space: [26, 10], ruled },
    mjml`${heading !== '' && mjml`<h2 ${titleStyle(language, 21, 8)}>${heading}</h2>`}${prose(body)}${
      leads !== null && paragraph(link(leads.url, leads.text, 'strong'))
    }`,
  )
}

/** The same as plain text, part by part. */
export function letterPartsText(props: LetterProps, texts: Texts): Plain[] {
  const lead = leadingItem(props)
  const own = inDirectionOf(props.language.direction)
  const headed = (heading: string): Plain[] => (heading === '' ? [] : [own(plain`== ${heading} ==`)])
  return props.parts.flatMap((part) => {
    if (part.kind === 'text')
      return [
        rule,
        ...headed(part.heading),
        ...proseText(part.body, own),
        ...(part.link === null ? [] : [linkTo(texts.t, own, part.link.text, part.link.url)]),
      ]
    return part.items.flatMap((item, index) => {
      const block = blockOf(item, props.language, texts)
      const level = part.heading === '' ? 2 : 3
      const text =
        item === lead
          ? designOf(props).leadText(block, { props, texts, level })
          : itemText(block, props.language, texts.t)
      return [rule, ...(index === 0 ? headed(part.heading) : []), text]
    })
  })
}
