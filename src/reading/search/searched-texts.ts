import { load } from 'cheerio'

import type { PlainValue, PublicDocument } from '../contract/document.ts'
import type { Weight } from './search-vector.ts'

/** What a document is found by, the most telling first. All of it is in the document's locale. */
export function searchedTexts(document: PublicDocument): readonly (readonly [Weight, string])[] {
  const { title, summary, topics, countries, communities, organisation } = document
  const names = [...topics, ...countries, ...communities, ...(organisation === null ? [] : [organisation])]
  return [
    ['A', title],
    ['B', summary],
    ['C', [...names.map(({ label }) => label), ...namesIn(document.details)].join(' · ')],
    ['D', bodyText(document)],
  ]
}

/** The main text as plain words: what the collection's own fields say in sentences. */
export const bodyText = ({ details }: Pick<PublicDocument, 'details'>): string => textsIn(details).join('\n')

const isObject = (
  value: PlainValue | undefined,
): value is Exclude<PlainValue, string | number | boolean | null> =>
  typeof value === 'object' && value !== null

/** Codes, addresses and moments are values of one word; what has several is a text. */
function textsIn(value: PlainValue | undefined): string[] {
  if (typeof value === 'string') return /\p{L}\s+\S/u.test(value) ? [value] : []
  if (!isObject(value) || isReference(value) || isFile(value)) return []
  if ('html' in value && typeof value.html === 'string') return [wordsOfHtml(value.html)]
  return Object.values(value).flatMap(textsIn)
}

function namesIn(value: PlainValue | undefined): string[] {
  if (!isObject(value) || 'html' in value || isFile(value)) return []
  if (isReference(value)) return [String(value.label)]
  return Object.values(value).flatMap(namesIn)
}

const isReference = (value: object): value is { readonly label: PlainValue } =>
  'label' in value && 'uri' in value && 'collection' in value
const isFile = (value: object): boolean => 'url' in value && 'type' in value && 'alt' in value

function wordsOfHtml(html: string): string {
  const $ = load(html, null, false)
  $('br, p, h2, h3, h4, h5, h6, li, tr, td, th, blockquote').append(' ')
  return $.root().text()
}
