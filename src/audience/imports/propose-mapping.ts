import { canonicalAddress } from '../canonical-address.ts'
import type { FileSource } from './file-format.ts'
import { type ImportField, importFields } from './import-fields.ts'

/** A head's word without what people write differently: case, accents, spaces, punctuation. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\p{S}\s]/gu, '')
    .toLowerCase()

/** What columns are called, in the languages that lists come in. */
const names: Readonly<Record<ImportField, readonly string[]>> = {
  email: ['email', 'emailaddress', 'mail', 'address', 'adresse', 'mailadresse', 'emailadresse', 'courriel'],
  locale: ['locale', 'language', 'lang', 'firstlanguage', 'sprache', 'langue', 'idioma', 'lingua', 'taal'],
  furtherLocales: ['furtherlanguages', 'furtherlocales', 'otherlanguages', 'secondlanguage', 'languages'],
  newsletters: ['newsletter', 'newsletters', 'list', 'lists', 'tags', 'subscriptions'],
  topics: ['topic', 'topics', 'interests', 'themen', 'themes', 'temas'],
  countries: ['country', 'countries', 'land', 'pays', 'pais', 'paese'],
  role: ['role', 'audience', 'rolle', 'fonction'],
  organisation: ['organisation', 'organization', 'company', 'organisationname', 'firma', 'organizacion'],
  frequency: ['frequency', 'rhythm'],
  confirmedAt: ['confirmedat', 'confirmtime', 'createdat', 'subscribedat', 'optindate', 'optintime', 'date'],
  consentText: ['consenttext', 'consentwording', 'wording'],
  consentSource: ['consentsource', 'optinsource', 'source'],
  status: ['status'],
  attributes: ['attributes', 'attribs'],
}

const more: Readonly<Record<string, ImportField>> = {
  ηλεκτρονικηδιευθυνση: 'email',
  γλωσσα: 'locale',
  χωρα: 'countries',
  البريدالالكتروني: 'email',
  اللغة: 'locale',
  البلد: 'countries',
  мова: 'locale',
}

/** Columns that say something else in files of this program than their name would. */
const own: Readonly<Record<FileSource, Readonly<Record<string, ImportField | null>>>> = {
  listmonk: { uuid: null, name: null, updatedat: null, status: 'status', attributes: 'attributes' },
  // When they asked comes before when they confirmed; the address of the machine is no source.
  mailchimp: { optintime: null, optinip: null, confirmip: null, confirmtime: 'confirmedAt', cc: 'countries' },
  other: {},
}

/**
 * What each column seems to hold, by its name and by what stands in it. Each field once; null where nothing fits.
 * @param rows the first of the file, without its head.
 */
export function proposeColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  source: FileSource,
): (ImportField | null)[] {
  const taken = new Set<ImportField>()
  const take = (field: ImportField | null): ImportField | null => {
    if (field === null || taken.has(field)) return null
    taken.add(field)
    return field
  }
  const columns = header.map((name) => take(fieldOf(plainWord(name), source)))
  if (taken.has('email')) return columns
  const fullest = header
    .map((_, column) => rows.filter((row) => canonicalAddress(row[column] ?? '') !== null).length)
    .reduce((best, count, column, counts) => (count > (counts[best] ?? 0) ? column : best), 0)
  return columns.map((field, column) => (column === fullest ? 'email' : field))
}

/** Null: no field of ours. */
export function fieldOf(word: string, source: FileSource = 'other'): ImportField | null {
  const special = own[source][word]
  if (special !== undefined) return special
  return more[word] ?? importFields.find((field) => names[field].includes(word)) ?? null
}
