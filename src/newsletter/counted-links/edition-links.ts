import { isContentCollection } from '../../content/published-item.ts'

interface Letter {
  readonly html: string
  readonly text: string
}

const anchors = /(<a\b[^>]*?\shref=")([^"]*)(")/g
/** In plain text addresses stand on lines of their own. */
const bare = /https?:\/\/[^\s<>"]+/g

/**
 * Where the letter's links lead, each once, in their order: to items and to the outside. Not those that belong to a person,
 * nor our own pages about the letter: its web edition, signing up, privacy.
 * @param origin of our site.
 */
export function countedAddresses(html: string, origin: string): string[] {
  const found = [...html.matchAll(anchors)].map(([, , address = '']) => unescaped(address))
  return [...new Set(found.filter((address) => isCounted(address, origin)))]
}

/** The letter with other addresses in its links. Every other byte stays. */
export function withAddresses({ html, text }: Letter, addresses: ReadonlyMap<string, string>): Letter {
  return {
    html: html.replace(anchors, (whole, before: string, address: string, after: string) => {
      const other = addresses.get(unescaped(address))
      return other === undefined ? whole : `${before}${other}${after}`
    }),
    text: text.replace(bare, (address) => addresses.get(address) ?? address),
  }
}

function isCounted(address: string, origin: string): boolean {
  if (address.includes('{{') || !/^https?:\/\//.test(address)) return false
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.origin !== origin) return true
  const [, , collection = '', slug = ''] = url.pathname.split('/')
  return isContentCollection(collection) && slug !== ''
}

/** As our templates and MJML write them. */
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|(amp|lt|gt|quot|apos));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (entities[name] ?? '') : String.fromCodePoint(Number(code)),
  )
