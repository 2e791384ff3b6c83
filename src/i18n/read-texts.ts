import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Locale } from './locales.ts'

/** Every npm script runs in the project's root, so the texts are found from there. */
const folder = join(process.cwd(), 'locales')

/**
 * The texts of one file, `locales/<locale>/<file>.json`, as they are written.
 * @throws when the file is missing or no JSON: a text that a person would see is not there.
 */
export const readTexts = (locale: Locale, file: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, locale, `${file}.json`), 'utf8'))
