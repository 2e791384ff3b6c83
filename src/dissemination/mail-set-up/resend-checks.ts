import { Resend } from 'resend'
import { z } from 'zod'

import type { ResendSettings } from '../../newsletter/transports/resend.ts'
import type { ResendError } from '../../newsletter/transports/resend-outcome.ts'
import type { DnsLookUp } from './dns-look-up.ts'
import { heard } from './heard.ts'
import { check, type DnsRecord, type SetUpCheck } from './set-up-check.ts'
import { checkSpfOfService, type ReturnPath } from './spf-checks.ts'

const listed = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) })

/** https://resend.com/docs/api-reference/domains/get-domain */
const described = z.object({
  name: z.string(),
  status: z.string(),
  open_tracking: z.boolean().optional(),
  click_tracking: z.boolean().optional(),
  records: z
    .array(z.object({ type: z.string(), name: z.string(), value: z.string(), status: z.string() }))
    .default([]),
})
type Described = z.infer<typeof described>

/**
 * What the mail service says of the sender's domain: whether it may send for it, and whether it watches readers; and whether
 * the domain that it has bounces go to lets it send.
 */
export async function checkResend(
  sender: string,
  settings: ResendSettings,
  dns: DnsLookUp,
): Promise<readonly SetUpCheck[]> {
  const domain = await domainAt(sender, settings)
  const values = { domain: sender }
  if (domain === 'silent')
    return [check('provider', 'open', 'provider-silent'), check('tracking', 'open', 'provider-silent')]
  if (domain === 'refused') return [check('provider', 'to-do', 'provider-refused')]
  if (domain === 'restricted') return [check('provider', 'open', 'provider-restricted', { values })]
  if (domain === null) return [check('provider', 'to-do', 'provider-unknown', { values })]
  const isWatching = domain.open_tracking === true || domain.click_tracking === true
  return [
    domain.status === 'verified'
      ? check('provider', 'fine', 'provider-verified', { values })
      : check('provider', 'to-do', 'provider-unverified', { values, records: missingOf(domain) }),
    check('tracking', isWatching ? 'to-do' : 'fine', isWatching ? 'tracking-on' : 'tracking-off'),
    ...(await Promise.all(
      returnPathsOf(domain).map((path) => heard('spf', path.domain, checkSpfOfService(path, dns))),
    )),
  ]
}

/**
 * `silent`: it gave no answer that can be used. `refused`: it takes nothing with our key. `restricted`: with our key it only
 * sends, which is what it advises for programs. Null: it does not know the domain.
 */
async function domainAt(
  sender: string,
  { apiKey, baseUrl }: ResendSettings,
): Promise<Described | 'silent' | 'refused' | 'restricted' | null> {
  const client = new Resend(apiKey, baseUrl === null ? {} : { baseUrl })
  const { data, error } = await client.domains.list()
  const list = listed.safeParse(data)
  if (!list.success) return withoutList(error)
  // The closest: a domain may be verified apart from the one above it.
  const [known] = list.data.data
    .filter(({ name }) => sender === name || sender.endsWith(`.${name}`))
    .toSorted((one, other) => other.name.length - one.name.length)
  if (known === undefined) return null
  const domain = described.safeParse((await client.domains.get(known.id)).data)
  return domain.success ? domain.data : 'silent'
}

/** https://resend.com/docs/api-reference/errors */
function withoutList(error: ResendError | null): 'silent' | 'refused' | 'restricted' {
  if (error?.name === 'restricted_api_key') return 'restricted'
  return error?.statusCode === 401 || error?.statusCode === 403 ? 'refused' : 'silent'
}

const missingOf = ({ name: domain, records }: Described): DnsRecord[] =>
  records.flatMap(({ type, name, value, status }) =>
    status !== 'verified' && (type === 'TXT' || type === 'MX' || type === 'CNAME')
      ? [{ type, name: wholeName(name, domain), value }]
      : [],
  )

/** Where the service has bounces go to, and who is to be let send for it. */
const returnPathsOf = ({ name: domain, records }: Described): ReturnPath[] =>
  records.flatMap(({ type, name, value }) => {
    const [, include] = /^v=spf1 .*\binclude:(\S+)/i.exec(value.replaceAll('"', '')) ?? []
    return type !== 'TXT' || include === undefined
      ? []
      : [{ domain: wholeName(name, domain), include, value: value.replaceAll('"', '') }]
  })

/** The service names records as they are put in at the registrar: `send.news` for news.example.org. */
export function wholeName(name: string, domain: string): string {
  if (name === domain || name.endsWith(`.${domain}`)) return name
  const [labels, above] = [name.split('.'), domain.split('.')]
  for (let shared = Math.min(labels.length - 1, above.length); shared > 0; shared--)
    if (labels.slice(-shared).join('.') === above.slice(0, shared).join('.'))
      return [...labels, ...above.slice(shared)].join('.')
  return `${name}.${domain}`
}
