import { isLocale } from '../../i18n/locales.ts'

/** By what records are grouped. The name alone is the set of all that have one. */
const setKinds = ['collection', 'community', 'language', 'topic'] as const
type SetKind = (typeof setKinds)[number]

export interface OaiSet {
  readonly kind: SetKind
  /** Null: all of that kind. */
  readonly code: string | null
}

/** http://www.openarchives.org/OAI/2.0/openarchivesprotocol.htm#Set */
const syntax = /^[\w.!~*'()-]+(?::[\w.!~*'()-]+)*$/

/** A set's name. Letters that may not stand in one are written as in an address, with `!` for `%`. */
export const specOf = ({ kind, code }: OaiSet): string =>
  code === null ? kind : `${kind}:${encodeURIComponent(code).replaceAll('!', '%21').replaceAll('%', '!')}`

/** 'unreadable': it is no set of ours. Whether there is anything in it shows when it is listed. */
export function readSet(spec: string): OaiSet | 'unreadable' {
  const [kind, code, ...more] = spec.split(':')
  const known = setKinds.find((each) => each === kind)
  if (!syntax.test(spec) || known === undefined || more.length > 0) return 'unreadable'
  if (code === undefined) return { kind: known, code: null }
  const plain = decoded(code.replaceAll('!', '%'))
  if (plain === null || plain.includes('\0') || (known === 'language' && !isLocale(plain)))
    return 'unreadable'
  return { kind: known, code: plain }
}

function decoded(code: string): string | null {
  try {
    return decodeURIComponent(code)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

/** The sets that a record is in. @param facets `topic:finance` … */
export const setsOf = (collection: string, locale: string, facets: readonly string[]): readonly string[] => [
  specOf({ kind: 'collection', code: collection }),
  specOf({ kind: 'language', code: locale }),
  ...facets.flatMap((facet) => {
    const [kind, ...code] = facet.split(':')
    return kind === 'topic' || kind === 'community' ? [specOf({ kind, code: code.join(':') })] : []
  }),
]
