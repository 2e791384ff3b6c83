import { closingLines } from '../content/closing-lines.ts'
import { correctionLines } from '../content/correction-lines.ts'
import { eventLines } from '../content/event-lines.ts'
import type { PublishedItem } from '../content/published-item.ts'
import { directionOf } from '../i18n/locales.ts'
import { xml } from './xml.ts'

/**
 * What a reader shows of an item: date and place, summary, and whatever has to stand beside it wherever it is shown
 * (corrections, funding, disclaimers in their own language, licence). Readers drop unknown elements, so it stands in the text.
 */
export function entryHtml(item: PublishedItem): string {
  const { locale, summary, event, acknowledgements, licence } = item
  const lines = [
    ...correctionLines(item),
    ...(event === null ? [] : eventLines(event, locale)),
    summary,
    ...closingLines(item),
  ]
  const disclaimers = acknowledgements.flatMap(({ disclaimer }) => disclaimer ?? [])
  return xml`<div lang="${locale}" dir="${directionOf(locale)}">${[
    ...lines.map((line) => xml`<p>${line}</p>`),
    ...disclaimers.map(
      (each) => xml`<p lang="${each.locale}" dir="${directionOf(each.locale)}">${each.text}</p>`,
    ),
    licence !== null && xml`<p><a href="${licence.url}" rel="license">${licence.name}</a></p>`,
  ]}</div>`.source
}
