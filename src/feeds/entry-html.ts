import { correctionLines } from '../content/correction-lines.ts'
import { eventLines } from '../content/event-lines.ts'
import { directionOf } from '../i18n/locales.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import { eventTimes } from '../reading/formats/event-times.ts'
import { closingLinesOf } from '../reading/formats/notes-of.ts'
import { Xml, xml } from './xml.ts'

/**
 * What a reader shows of an item: date and place, summary, and whatever has to stand beside it wherever it is shown
 * (corrections, funding, disclaimers in their own language, licence). Readers drop unknown elements, so it stands in the text.
 */
export function entryHtml(document: PublicDocument): string {
  const { locale, summary, event, corrections, funding, licence } = document
  // A question has no summary but its answer, which is safe HTML already.
  const answer = document.collection === 'faqs' ? document.html : null
  const lines = [
    ...correctionLines({
      locale,
      corrections: corrections.map(({ at, reason }) => ({ at: new Date(at), reason })),
    }),
    ...(event === null ? [] : eventLines(eventTimes(event), locale)),
    ...(answer === null ? [summary] : []),
  ]
  const closing = closingLinesOf(document)
  const disclaimers = funding.flatMap(({ disclaimer }) => disclaimer ?? [])
  return xml`<div lang="${locale}" dir="${directionOf(locale)}">${[
    ...lines.map((line) => xml`<p>${line}</p>`),
    answer !== null && new Xml(answer),
    ...closing.map((line) => xml`<p>${line}</p>`),
    ...disclaimers.map(
      (each) => xml`<p lang="${each.locale}" dir="${directionOf(each.locale)}">${each.text}</p>`,
    ),
    licence !== null && xml`<p><a href="${licence.url}" rel="license">${licence.name}</a></p>`,
  ]}</div>`.source
}
