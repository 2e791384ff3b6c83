import { type CheerioAPI, load } from 'cheerio'

import { translator } from '../../i18n/translator.ts'
import { type Check, type Letter, quote } from './check.ts'
import { siteOf } from './merged-letter.ts'

interface Link {
  /** What a screen reader says: the words, or those of a picture. */
  readonly words: string
  readonly url: string
}

function linksOf(page: CheerioAPI): Link[] {
  return page('a')
    .toArray()
    .map((element) => {
      const link = page(element)
      const pictures = link
        .find('img[alt]')
        .toArray()
        .map((image) => page(image).attr('alt') ?? '')
      const words = [link.attr('aria-label') ?? link.text(), ...pictures]
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim()
      return { words, url: link.attr('href') ?? '' }
    })
}

/**
 * Addresses of a merged letter that may lead nowhere by now. Our own items are left out, which are public at the moment
 * in which the letter is made, and so is what belongs to one person.
 */
export function linksToCheck({ html, site }: { readonly html: string; readonly site: string }): string[] {
  const page = load(html)
  const items = new Set(
    page(':is(h1,h2,h3,h4) a[href]')
      .toArray()
      .map((link) => page(link).attr('href')),
  )
  const isLeftOut = (url: URL): boolean =>
    url.origin === new URL(site).origin &&
    (items.has(url.href) || /^\/(?:u|preferences)\//.test(url.pathname))
  return each(linksOf(page).map(({ url }) => url)).filter(
    (url) => /^https?:/i.test(url) && URL.canParse(url) && !isLeftOut(new URL(url)),
  )
}

const addressesOf = (page: CheerioAPI): string[] => [
  ...linksOf(page).map(({ url }) => url),
  ...page('img[src]')
    .toArray()
    .map((image) => page(image).attr('src') ?? ''),
]

const isHere = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || /^(127\.|\[::1\])/.test(host)

/** Whether it is on our own site while that runs on the editor's own machine, where there is no https. */
const isOurs = (url: URL, { edition }: Letter): boolean => url.origin === new URL(siteOf(edition)).origin

/** Leads to nothing that a reader could open: nowhere, to a machine of ours, behind our own door. */
function isLeftover(address: string, letter: Letter): boolean {
  if (address === '' || address.startsWith('#')) return true
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (/\.(?:invalid|test|example\.test)$/.test(url.hostname)) return true
  if (isOurs(url, letter)) return /^\/(?:admin|api(?!\/media\/file\/))\b/.test(url.pathname)
  return isHere(url.hostname)
}

const each = (found: readonly string[]): string[] => [...new Set(found)]

/** Without their stops, as one would say them: `Click here.` is `click here`. */
const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

const vagueWords = ({ edition: { locale } }: Letter): Set<string> =>
  new Set(
    translator(
      locale,
      'email',
    )('lint.vague')
      .split('|')
      .map((words) => bare(words)),
  )

export const linkChecks: readonly Check[] = [
  {
    name: 'empty-link',
    level: 'warn',
    find: ({ page }) =>
      linksOf(page)
        .filter(({ words }) => words === '')
        .map(({ url }) => quote(url)),
  },
  {
    name: 'vague-link',
    level: 'warn',
    find: (letter) => {
      const vague = vagueWords(letter)
      return each(
        linksOf(letter.page)
          .filter(({ words }) => vague.has(bare(words)))
          .map(({ words }) => quote(words)),
      )
    },
  },
  {
    name: 'bare-link',
    level: 'warn',
    find: ({ page }) =>
      linksOf(page)
        .filter(({ words }) => /^(?:https?:\/\/|www\.)\S+$/i.test(words))
        .map(({ words }) => quote(words)),
  },
  {
    name: 'insecure-link',
    level: 'warn',
    find: (letter) =>
      each(
        addressesOf(letter.page).filter(
          (address) =>
            /^http:/i.test(address) &&
            !isLeftover(address, letter) &&
            !(isOurs(new URL(address), letter) && isHere(new URL(address).hostname)),
        ),
      ).map(quote),
  },
  {
    name: 'leftover-link',
    level: 'warn',
    find: (letter) =>
      each(addressesOf(letter.page).filter((address) => isLeftover(address, letter))).map((address) =>
        quote(address || '#'),
      ),
  },
]
