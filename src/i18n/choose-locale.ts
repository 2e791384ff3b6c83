/** Why this locale of those that there are. */
type ChoiceReason =
  /** It is the one asked for, however its tag was spelled. */
  | 'wanted'
  /** It is the language asked for, without its region, script or variant, or with another region. */
  | 'wanted-without-region'
  /** It is what readers of the language asked for write: Sorani for Kurdish in Arabic script. */
  | 'wanted-related'
  /** The reader takes any. */
  | 'wanted-any'
  /** Nothing that was asked for is there: the first of the network's chain that is. */
  | 'network-chain'
  /** Nothing of the chain is there either: the first of all. */
  | 'policy-any'

/** Why there is none. */
type NoChoiceReason =
  | 'none-available'
  /** Nothing that was asked for is there, and the policy is to rather give nothing. */
  | 'policy-skip'
  /** Nothing of the network's chain is there either. */
  | 'chain-exhausted'

export type LocaleChoice<Tag extends string> =
  | { readonly locale: Tag; readonly reason: ChoiceReason }
  | { readonly locale: null; readonly reason: NoChoiceReason }

/** What is done for a reader of none of the languages that there are. */
export type LocalePolicy<Tag extends string> =
  | { readonly whenNone: 'skip' }
  /** The first of the chain, or nothing. */
  | { readonly whenNone: 'fallback-chain'; readonly chain: readonly Tag[] }
  /** The first of the chain, or else the first of all: for what must be answered in some language. */
  | { readonly whenNone: 'any'; readonly chain: readonly Tag[] }

/**
 * The locale in which to speak to a reader: lookup of RFC 4647, section 3.4, over what they want in their order, and then
 * what the policy says. The one place where this is decided, for pages, mails, channels and the API.
 * @param wanted BCP 47 tags in order of preference, as a person or a browser gave them: tags that are none are passed
 * over, `*` is any and counts last wherever it stands.
 * @param available in order of preference.
 */
export function chooseLocale<Tag extends string>(
  wanted: readonly string[],
  available: readonly Tag[],
  policy: LocalePolicy<NoInfer<Tag>>,
): LocaleChoice<Tag> {
  const [first] = available
  if (first === undefined) return { locale: null, reason: 'none-available' }
  for (const tag of wanted) {
    const found = lookUp(tag, available)
    if (found !== null) return found
  }
  const chained = policy.whenNone === 'skip' ? undefined : policy.chain.find((tag) => available.includes(tag))
  if (wanted.some((tag) => tag.trim() === '*')) return { locale: chained ?? first, reason: 'wanted-any' }
  if (policy.whenNone === 'skip') return { locale: null, reason: 'policy-skip' }
  if (chained !== undefined) return { locale: chained, reason: 'network-chain' }
  return policy.whenNone === 'any'
    ? { locale: first, reason: 'policy-any' }
    : { locale: null, reason: 'chain-exhausted' }
}

/**
 * Languages whose scripts are read by different people: a tag that names the other one is not served by this one.
 * Elsewhere a script is only a way of typing (`ar-Latn`), and whoever asks for it reads the usual one.
 */
const apartByScript = new Set(['az', 'ku', 'pa', 'sr', 'uz', 'zh'])

/** What readers of a language also read as theirs, in order. Keys are languages, or languages in one script. */
const related: Readonly<Record<string, readonly string[]>> = {
  // https://iso639-3.sil.org/code/kur: Sorani is what is written in Arabic script, Kurmanji in Latin.
  'ku-Arab': ['ckb'],
  nb: ['no'],
  nn: ['no', 'nb'],
  no: ['nb', 'nn'],
  // Spoken varieties of Arabic: their speakers write and read the standard language.
  ...Object.fromEntries(
    ['acm', 'aeb', 'afb', 'apc', 'apd', 'ary', 'arz'].map((variety) => [variety, ['ar']]),
  ),
}

interface Found<Tag extends string> {
  readonly locale: Tag
  readonly reason: ChoiceReason
}

function lookUp<Tag extends string>(tag: string, available: readonly Tag[]): Found<Tag> | null {
  const wanted = parsed(tag)
  if (wanted === null) return null
  const exact = available.find((locale) => parsed(locale)?.baseName === wanted.baseName)
  if (exact !== undefined) return { locale: exact, reason: 'wanted' }
  const shortened = shorterOnes(wanted).map((each) => available.find((locale) => sameTag(locale, each)))
  const candidates = [...shortened, ...available].filter((locale) => locale !== undefined)
  const fitting = candidates.find((locale) => serves(locale, wanted))
  if (fitting !== undefined) return { locale: fitting, reason: 'wanted-without-region' }
  const kin = (related[`${wanted.language}-${scriptOf(wanted)}`] ?? related[wanted.language] ?? []).flatMap(
    (each) => available.find((locale) => parsed(locale)?.language === each) ?? [],
  )
  return kin[0] === undefined ? null : { locale: kin[0], reason: 'wanted-related' }
}

/** The tag as CLDR spells it: `prs` is `fa-AF`. Extensions say how, not which language. Null: it is no tag. */
function parsed(tag: string): Intl.Locale | null {
  try {
    // Systems that are not browsers write pt_BR.
    const locale = new Intl.Locale(tag.trim().replaceAll('_', '-'))
    return locale.language === 'und' ? null : locale
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The tag with subtags left off its end one by one. */
function shorterOnes({ baseName }: Intl.Locale): string[] {
  const subtags = baseName.split('-')
  return subtags.slice(1).map((_, index) => subtags.slice(0, subtags.length - 1 - index).join('-'))
}

const sameTag = (one: string, other: string): boolean => parsed(one)?.baseName === parsed(other)?.baseName

const scriptOf = (locale: Intl.Locale): string => locale.maximize().script ?? ''

/** The same language, in a script that its reader reads. */
function serves(available: string, wanted: Intl.Locale): boolean {
  const locale = parsed(available)
  if (locale === null || locale.language !== wanted.language) return false
  return !apartByScript.has(wanted.language) || scriptOf(locale) === scriptOf(wanted)
}
