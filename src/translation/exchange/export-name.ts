import { slugOf } from '../../content/slugs/slug.ts'
import type { ExchangeFile } from './exchange-file.ts'

/** `mentoring-starts.en-el.xlf`, or with 11 more items `mentoring-starts+11.en-el.xlf`: a name that says what is in the file. */
export function exportName(files: readonly ExchangeFile[]): string {
  const [first] = files
  if (first === undefined) return 'empty.xlf'
  const title = slugOf(first.title, first.sourceLocale) || first.collection
  const more = files.length > 1 ? `+${files.length - 1}` : ''
  return `${title}${more}.${first.sourceLocale}-${first.targetLocale}.xlf`
}

/** A header that saves the answer under this name, whatever its letters: RFC 6266, appendix D. */
export const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w.-]/gu, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`
