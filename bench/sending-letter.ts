/** HTML of one letter, in bytes. */
export const LETTER_BYTES = 60_000

const paragraph =
  '<p style="margin:0 0 16px">Migrantes emprendedores · Μετανάστες επιχειρηματίες in six cities took part in a peer review.</p>'

/** A letter of that size whose two links stand in both of its parts: four values are merged for each person. */
export function benchLetter(bytes = LETTER_BYTES): { readonly html: string; readonly text: string } {
  const foot = '<p><a href="{{preferences_url}}">Preferences</a> <a href="{{unsubscribe_url}}">Leave</a></p>'
  const size = Buffer.byteLength(paragraph)
  const html = `<html lang="en"><body>${paragraph.repeat(Math.max(1, Math.floor((bytes - foot.length - 60) / size)))}${foot}</body></html>`
  const text = `${'A peer review in six cities, and what it found.\n'.repeat(Math.ceil(bytes / 500))}\n{{preferences_url}}\n{{unsubscribe_url}}\n`
  return { html, text }
}
