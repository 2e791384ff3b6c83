import type { Locale } from '../i18n/locales.ts'

/** Attributes that a person sees or hears. */
const ATTRIBUTES = /\s(?:alt|title|placeholder|aria-label|aria-description|aria-valuetext|content)="([^"]*)"/g

/** What no translator touches: names of standards, formats and units, our own name, addresses. */
const NAMES =
  /\b(?:RSS|Atom|JSON Feed|iCalendar|OAI-PMH|DCAT-AP|OpenAPI|DOI|ISBN|ISSN|ORCID|PDF|RIS|BibTeX|kB|MB|CC BY 4\.0|CET|CEST|GMT|UTC|EUR|Emissary)\b|https?:\/\/\S+|[\w.+*-]+@[\w.*-]+|width=device-width,initial-scale=1|light dark|noindex/g

/**
 * Words of a page or mail in Latin letters that were not taken from `locales/`. It is to be in a language of another
 * script, with the pseudo language on: then every text of ours is in brackets, dates and lists are in that script, and
 * content is marked by letters of its own.
 * @param locale the page's; words in an element of another are names of languages, in themselves.
 */
export function unlocalised(page: string, locale: Locale): string[] {
  const shown = page
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(new RegExp(`<(\\w+)[^>]*\\slang="(?!${locale})[^"]*"[^>]*>[^<]*`, 'g'), '')
  const texts = [
    ...shown.split(/<[^>]*>/),
    ...Array.from(shown.matchAll(/<[^>]*>/g), ([tag]) => tag).flatMap((tag) =>
      /^<meta[^>]*(?:name="(?:viewport|color-scheme|robots|twitter:card)"|property="og:(?:url|image|locale|type)"|http-equiv)/.test(
        tag,
      )
        ? []
        : Array.from(tag.matchAll(ATTRIBUTES), ([, value]) => value ?? ''),
    ),
  ]
  return texts.map(withoutOurs).filter((rest) => /[A-Za-z]{2}/.test(rest))
}

/** The rest of a text when what is in brackets, names and entities are gone. Brackets stand in brackets where a text takes another. */
function withoutOurs(text: string): string {
  let rest = text
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(/\[[^[\]]*\]/g, '')
  }
  return rest
    .replace(NAMES, '')
    .replace(/&#?\w+;/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
