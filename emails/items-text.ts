import type { Language, LetterAcknowledgement, LetterBlock, Texts } from './letter.ts'
import { inDirectionOf, type Line, lines, type Plain, type PlainValue, plain } from './plain.ts'

/** Between two parts of a letter. */
export const rule = plain`----------------------------------------`

/** A link's words, and its address on the line below. */
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
