import { isLocale, type Locale, sourceLocale } from '../i18n/locales.ts'
import type { Acknowledgement } from './published-item.ts'

/** The parts that we read of a project. `disclaimers` holds every locale, whatever locale was asked for. */
export interface StoredProject {
  readonly acronym?: string | null
  readonly awardSigned?: boolean | null
  readonly statement?: Acknowledgement['statement'] | null
  readonly coordinator?: unknown
  readonly disclaimers?: readonly { readonly locale?: string | null; readonly text?: string | null }[] | null
}

interface Wanted {
  readonly locale: Locale
  /** Who answers for the item, by locale: fills `{responsible}` in the text, in the language of the text. */
  readonly responsible: Readonly<Partial<Record<Locale, string>>>
}

/**
 * What must stand beside the output of a funded project in a locale. Where no text is approved in it, the one in the
 * working language stands, marked as such: a disclaimer is never translated by us.
 * Empty when the project is not funded by the Union.
 */
export function acknowledgementOf(
  project: StoredProject,
  { locale, responsible }: Wanted,
): Acknowledgement[] {
  const { acronym, awardSigned, statement, disclaimers } = project
  if (!acronym || !statement) return []
  const approved = (wanted: Locale) => disclaimers?.find((entry) => entry.locale === wanted && entry.text)
  const found = approved(locale) ?? approved(sourceLocale)
  const disclaimer =
    found?.text && isLocale(found.locale)
      ? {
          text: found.text.replaceAll('{responsible}', responsible[found.locale] ?? acronym),
          locale: found.locale,
        }
      : null
  return [{ project: acronym, statement, emblem: awardSigned === true, disclaimer }]
}
