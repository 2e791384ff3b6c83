import { isIPv4, isIPv6 } from 'node:net'

export type Qualifier = '+' | '-' | '~' | '?'

export type SpfTerm =
  | { readonly kind: 'all'; readonly qualifier: Qualifier }
  | {
      readonly kind: 'ip'
      readonly qualifier: Qualifier
      readonly address: string
      readonly prefix: number
    }
  | {
      readonly kind: 'a' | 'mx' | 'include' | 'exists' | 'ptr'
      readonly qualifier: Qualifier
      /** Null: the domain of the record. */
      readonly spec: string | null
      readonly prefix4: number
      readonly prefix6: number
    }

interface SpfRecord {
  /** Mechanisms in their order. */
  readonly terms: readonly SpfTerm[]
  /** Null: none. */
  readonly redirect: string | null
}

export const isSpf = (text: string): boolean => /^v=spf1( |$)/i.test(text)

/** Null: it is written wrongly, and then all of it counts for nothing. RFC 7208, section 4.6 */
export function readSpf(text: string): SpfRecord | null {
  const words = text.split(/ +/).slice(1).filter(Boolean)
  const modifiers = words.flatMap((word) => {
    const [, name, value] = /^([a-z][a-z0-9_.-]*)=(.*)$/i.exec(word) ?? []
    return name === undefined || value === undefined ? [] : [{ name: name.toLowerCase(), value }]
  })
  const terms = words.filter((word) => !/^[a-z][a-z0-9_.-]*=/i.test(word)).map(termOf)
  const known = (name: string) => modifiers.filter((modifier) => modifier.name === name)
  const [redirect] = known('redirect')
  if (known('redirect').length > 1 || known('exp').length > 1 || redirect?.value === '') return null
  const sound = terms.filter((term) => term !== null)
  return sound.length < terms.length ? null : { terms: sound, redirect: redirect?.value ?? null }
}

function termOf(word: string): SpfTerm | null {
  const [, sign = '', name = '', rest = ''] = /^([-+~?]?)([a-z0-9]+)(.*)$/i.exec(word) ?? []
  const qualifier = (sign || '+') as Qualifier
  const kind = name.toLowerCase()
  switch (kind) {
    case 'all':
      return rest === '' ? { kind, qualifier } : null
    case 'ip4':
    case 'ip6':
      return networkOf(kind, qualifier, rest)
    case 'include':
    case 'exists':
      return /^:[^/]+$/.test(rest) || (kind === 'exists' && /^:.+$/.test(rest))
        ? { kind, qualifier, spec: rest.slice(1), prefix4: 32, prefix6: 128 }
        : null
    case 'ptr':
      return /^(:.+)?$/.test(rest)
        ? { kind, qualifier, spec: rest.slice(1) || null, prefix4: 32, prefix6: 128 }
        : null
    case 'a':
    case 'mx': {
      const [all, spec, four, six] = /^(?::([^/]+))?(?:\/(\d{1,2}))?(?:\/\/(\d{1,3}))?$/.exec(rest) ?? []
      const [prefix4, prefix6] = [Number(four ?? 32), Number(six ?? 128)]
      return all === undefined || prefix4 > 32 || prefix6 > 128
        ? null
        : { kind, qualifier, spec: spec ?? null, prefix4, prefix6 }
    }
    default:
      return null
  }
}

function networkOf(kind: 'ip4' | 'ip6', qualifier: Qualifier, rest: string): SpfTerm | null {
  const [, address = '', length] = /^:([^/]+)(?:\/(\d{1,3}))?$/.exec(rest) ?? []
  const longest = kind === 'ip4' ? 32 : 128
  const prefix = Number(length ?? longest)
  const isSound = (kind === 'ip4' ? isIPv4(address) : isIPv6(address)) && prefix <= longest
  return isSound ? { kind: 'ip', qualifier, address, prefix } : null
}
