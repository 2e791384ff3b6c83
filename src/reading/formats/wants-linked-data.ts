const LINKED = 'application/ld+json'
/** Another vocabulary, which servers of the fediverse ask for in these words. https://www.w3.org/TR/activitypub/#retrieving-objects */
const ACTIVITIES = 'https://www.w3.org/ns/activitystreams'

/**
 * Whether `Accept` names JSON-LD, and nothing that it would rather have or names before. Whoever takes anything gets what
 * stands at the address. RFC 9110, section 12.5.1
 * @param accept null: the request has none.
 */
export function wantsLinkedData(accept: string | null | undefined): boolean {
  if (accept?.toLowerCase().includes(LINKED) !== true) return false
  const ranges = accept.toLowerCase().split(',').map(rangeOf)
  const at = ranges.findIndex(({ type, isOurs }) => type === LINKED && isOurs)
  const wanted = ranges[at]
  if (wanted === undefined || wanted.quality === 0) return false
  return ranges.every(
    ({ type, quality }, place) =>
      place === at ||
      quality < wanted.quality ||
      (quality === wanted.quality && (place > at || type.endsWith('/*'))),
  )
}

function rangeOf(text: string) {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim())
  const weight = parameters.find((each) => each.startsWith('q='))
  const quality = weight === undefined ? 1 : Number(weight.slice(2))
  return { type, quality: Number.isNaN(quality) ? 0 : quality, isOurs: !text.includes(ACTIVITIES) }
}
