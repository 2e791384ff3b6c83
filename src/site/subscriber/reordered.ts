import { isLocale, type Locale } from '../../i18n/locales.ts'

/**
 * The list of languages after one of its buttons was pressed: `up:fr`, `down:fr`, `remove:fr`, or `add` with the language
 * to add. The last one stays, since somebody who reads nothing can be sent nothing.
 */
export function reordered(
  chosen: readonly Locale[],
  action: string,
  added: string,
  enabled: readonly Locale[],
): readonly Locale[] {
  if (action === 'add')
    return isLocale(added) && enabled.includes(added) && !chosen.includes(added) ? [...chosen, added] : chosen
  const [verb, locale] = action.split(':')
  const from = chosen.findIndex((each) => String(each) === locale)
  if (from === -1) return chosen
  if (verb === 'remove') return chosen.length === 1 ? chosen : chosen.toSpliced(from, 1)
  const to = verb === 'up' ? from - 1 : verb === 'down' ? from + 1 : from
  const moved = chosen[from]
  if (moved === undefined || to < 0 || to >= chosen.length) return chosen
  return chosen.toSpliced(from, 1).toSpliced(to, 0, moved)
}
