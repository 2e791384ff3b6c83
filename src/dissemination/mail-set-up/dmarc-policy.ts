import type { DnsLookUp } from './dns-look-up.ts'

/** What a domain asks receivers to do with mails that are not proven to be its own. RFC 7489, section 6.3 */
export interface DmarcPolicy {
  /** The domain whose record it is: the sender's, or one above it. */
  readonly domain: string
  readonly record: string
  readonly policy: 'none' | 'quarantine' | 'reject'
  /** Only the very same domain counts as its own. */
  readonly strictSpf: boolean
}

/** Null: there is none. `several`: more than one, which receivers treat as none. */
export async function dmarcPolicyOf(sender: string, dns: DnsLookUp): Promise<DmarcPolicy | 'several' | null> {
  for (const domain of fromItselfUp(sender)) {
    const records = (await dns.txt(`_dmarc.${domain}`)).filter((text) => /^v\s*=\s*DMARC1\s*(;|$)/.test(text))
    if (records.length > 1) return 'several'
    const [record] = records
    if (record !== undefined) return policyIn(record, domain, domain !== sender)
  }
  return null
}

/** `news.example.org`, `example.org`: never a name of one word. */
function* fromItselfUp(domain: string): Generator<string> {
  const labels = domain.split('.')
  for (let from = 0; from <= labels.length - 2; from++) yield labels.slice(from).join('.')
}

function policyIn(record: string, domain: string, isInherited: boolean): DmarcPolicy {
  const tags = new Map(
    record.split(';').map((tag) => {
      const [name = '', value = ''] = tag.split('=')
      return [name.trim().toLowerCase(), value.trim().toLowerCase()]
    }),
  )
  const wanted = (isInherited ? tags.get('sp') : undefined) ?? tags.get('p')
  // What cannot be read asks for nothing.
  const policy = wanted === 'quarantine' || wanted === 'reject' ? wanted : 'none'
  return { domain, record, policy, strictSpf: tags.get('aspf') === 's' }
}

/**
 * Whether the domain that bounces go back to counts as the sender's own: one is the other, or lies below it. Two that share
 * no more than a registrable name are taken for strangers here, although receivers may be kinder.
 */
export const isAligned = (returns: string, sender: string, isStrict: boolean): boolean =>
  returns === sender || (!isStrict && (returns.endsWith(`.${sender}`) || sender.endsWith(`.${returns}`)))
