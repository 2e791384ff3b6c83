/** What is looked at, in the order in which it is shown. */
export const checkNames = [
  'sender',
  'provider',
  'spf',
  'dkim',
  'dmarc',
  'mx',
  'returns',
  'tracking',
  'unsubscribe',
] as const
export type CheckName = (typeof checkNames)[number]

/** What can be found. Each has its sentence, which also says what to change. */
export type Finding =
  | 'sender-own'
  | 'sender-example'
  | 'sender-needed' // whatever depends on a real domain is looked at once there is one
  | 'provider-verified'
  | 'provider-unverified'
  | 'provider-unknown' // it does not know the domain
  | 'provider-silent'
  | 'provider-refused' // our key
  | 'provider-restricted' // our key only sends
  | 'spf-passes'
  | 'spf-unnamed' // of a machine that mails leave from
  | 'spf-elsewhere' // the machine that receivers see may be another
  | 'spf-broken'
  | 'spf-none'
  | 'spf-several'
  | 'spf-open'
  | 'dkim-off'
  | 'dkim-signed'
  | 'dkim-missing' // of a key that signs
  | 'dkim-waiting'
  | 'dkim-ready'
  | 'dmarc-none'
  | 'dmarc-several'
  | 'dmarc-watching'
  | 'dmarc-enforced'
  | 'dmarc-unaligned'
  | 'mx-found'
  | 'mx-none'
  | 'returns-off'
  | 'returns-taken'
  | 'returns-none'
  | 'returns-heard' // from the mail service
  | 'returns-unheard'
  | 'tracking-off'
  | 'tracking-on'
  | 'unsubscribe-answers'
  | 'unsubscribe-local'
  | 'unsubscribe-redirects'
  | 'unsubscribe-fails'
  | 'unsubscribe-silent'
  | 'unsubscribe-stranger' // somebody answers, but not we
  | 'unsubscribe-untrusted' // its certificate
  | 'dns-silent'

export interface DnsRecord {
  readonly type: 'TXT' | 'MX' | 'CNAME'
  readonly name: string
  readonly value: string
}

/** One thing that was looked at. */
export interface SetUpCheck {
  readonly name: CheckName
  /** Which of several senders and ways out it is about, by their own names. Empty: there is one of each. */
  readonly of: string
  /** `open`: it cannot be known now, or need not be. */
  readonly mark: 'fine' | 'to-do' | 'open'
  readonly finding: Finding
  /** What the sentence names. */
  readonly values: Readonly<Record<string, string>>
  /** As it stands there, word for word. */
  readonly found: readonly string[]
  /** To be put into the DNS as they are. */
  readonly records: readonly DnsRecord[]
}

type Details = Partial<Pick<SetUpCheck, 'values' | 'found' | 'records'>>

/** A check in one line. */
export const check = (
  name: CheckName,
  mark: SetUpCheck['mark'],
  finding: Finding,
  { values = {}, found = [], records = [] }: Details = {},
): SetUpCheck => ({ name, of: '', mark, finding, values, found, records })
