import { z } from 'zod'

/** An empty variable is an unset one: `.env` files are full of them. */
const unset = z.literal('').transform(() => undefined)
const optional = <T extends z.ZodType>(type: T) => unset.or(type).optional()

const variables = {
  /** PostgreSQL 15 or newer. Unset: `npm start` brings its own. */
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  /** Signs sessions of the admin. At least 32 characters. */
  PAYLOAD_SECRET: optional(z.string().min(32)),
  /** Key ring for links and stored secrets: `id:base64(32 bytes)`, comma separated, the current one first. */
  EMISSARY_KEYS: optional(z.string()),
  /** Where the world reaches us, without a path: links in mails, posts and feeds start with it. */
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Requests a minute that one network (/24, /48) may make to the API without a key, in each web process. 0: no limit. */
  READER_RATE_PER_MINUTE: z.coerce.number().int().min(0).max(1_000_000).default(600),
  /** Folder of uploaded files. */
  MEDIA_DIR: z.string().default('.data/media'),
  /** Folder of lists of people while they are brought in. Holds addresses: not the public one of media. */
  IMPORTS_DIR: z.string().default('.data/imports'),
  /** `smtp://user:password@host:port` or `smtps://`. */
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  /** That the mail server takes at a time, from all processes together. Unset: it takes as many as come. */
  SMTP_CONNECTIONS: optional(z.coerce.number().int().min(1).max(100)),
  /** That the mail server takes, from all processes together. Unset: it takes as many as come. */
  SMTP_MAILS_PER_SECOND: optional(z.coerce.number().positive().max(10_000)),
  RESEND_API_KEY: optional(z.string()),
  RESEND_BASE_URL: optional(z.url()),
  /** Requests that the account may make, of up to a hundred letters each. */
  RESEND_REQUESTS_PER_SECOND: optional(z.coerce.number().positive().max(1000)).transform(
    (requests) => requests ?? 5,
  ),
  /** Signs what Resend tells about mails later (`whsec_…`). Unset: nothing is taken from it. */
  RESEND_WEBHOOK_SECRET: optional(z.string()),
  /** Which way mail leaves first, where both are set; the other stands in while it is away: `resend,smtp` or `smtp,resend`. */
  MAIL_TRANSPORTS: z
    .string()
    .default('resend,smtp')
    .transform((list) => list.split(',').filter((name) => name !== ''))
    .pipe(z.array(z.enum(['resend', 'smtp'])).min(1)),
  /** Domain of which every address is ours, for what comes back: each mail gets a return path of its own there. */
  BOUNCE_DOMAIN: optional(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'is not a domain in lower case')),
  /** Where the worker takes what comes back, on `HOST`. Unset: it does not listen. */
  BOUNCE_SMTP_PORT: optional(z.coerce.number().int().min(1).max(65535)),
  /** Address that mails come from; the name before it is the newsletter's. */
  MAIL_FROM: z.email().default('news@emissary.example'),
  /** Address that mails come from which answer one person, such as confirmations. @default `MAIL_FROM` */
  CONFIRMATIONS_FROM: optional(z.email()),
  /** `host:port` pairs on a private network that channels may reach, comma separated. Everything else private is refused. */
  ALLOWED_PRIVATE_HOSTS: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter((host) => host !== '')),
  /** Set by `npm start` together with its own database: the demo network exists only there. */
  EMISSARY_DEMO: z
    .enum(['0', '1', ''])
    .default('0')
    .transform((value) => value === '1'),
  /** Shows every text of ours in the pseudo language, to find those that were not taken from `locales/`. For development. */
  EMISSARY_PSEUDO: z
    .enum(['0', '1', ''])
    .default('0')
    .transform((value) => value === '1'),
  /** Machine translation of the European Commission: an account for public bodies and projects. Both, or neither. */
  ETRANSLATION_USER: optional(z.string()),
  ETRANSLATION_PASSWORD: optional(z.string()),
  ETRANSLATION_URL: optional(z.url({ protocol: /^https?$/ })),
  DEEPL_API_KEY: optional(z.string()),
  DEEPL_URL: optional(z.url({ protocol: /^https?$/ })),
  LIBRETRANSLATE_URL: optional(z.url({ protocol: /^https?$/ })),
  LIBRETRANSLATE_API_KEY: optional(z.string()),
  /** Offers an engine that writes no language at all, to see which texts are not translated. The demo has it anyway. */
  PSEUDO_TRANSLATION: z
    .enum(['0', '1', ''])
    .default('0')
    .transform((value) => value === '1'),
  /** Memory of each web process for answers that everybody may get. 0: nothing is kept. */
  CACHE_MEGABYTES: optional(z.coerce.number().int().min(0).max(4096)).transform(
    (megabytes) => megabytes ?? 64,
  ),
  /** Where a CDN or Varnish in front of us is told what has changed. Unset: it is told nothing, and keeps nothing for long. */
  PURGE_URL: optional(z.url({ protocol: /^https?$/ })),
  PURGE_TOKEN: optional(z.string()),
  /** Whose way of being told that is. */
  PURGE_SERVICE: z
    .enum(['varnish', 'fastly', 'cloudflare', ''])
    .default('varnish')
    .transform((name) => name || 'varnish'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
}

const schema = z
  .object(variables)
  .refine((env) => (env.ETRANSLATION_USER === undefined) === (env.ETRANSLATION_PASSWORD === undefined), {
    path: ['ETRANSLATION_PASSWORD'],
    message: 'goes with ETRANSLATION_USER: set both or neither',
  })
  .refine((env) => env.BOUNCE_SMTP_PORT === undefined || env.BOUNCE_DOMAIN !== undefined, {
    path: ['BOUNCE_DOMAIN'],
    message: 'is what BOUNCE_SMTP_PORT listens for: set it',
  })

const own = new Set(['localhost', '127.0.0.1', '[::1]'])
const isHere = (url: string): boolean => own.has(new URL(url).hostname)

/** Nobody but whoever sits at this machine is ever shown the pseudo language: neither a visitor nor a reader of mails. */
const guarded = schema.superRefine(({ EMISSARY_PSEUDO, PUBLIC_URL, SMTP_URL, RESEND_API_KEY }, context) => {
  if (!EMISSARY_PSEUDO) return
  const reachesOthers =
    !isHere(PUBLIC_URL) || RESEND_API_KEY !== undefined || (SMTP_URL !== undefined && !isHere(SMTP_URL))
  if (reachesOthers)
    context.addIssue({
      code: 'custom',
      path: ['EMISSARY_PSEUDO'],
      message: 'only where PUBLIC_URL is this machine and no mail leaves it: unset it',
    })
})

const checked = guarded.transform((env) => ({
  ...env,
  CONFIRMATIONS_FROM: env.CONFIRMATIONS_FROM ?? env.MAIL_FROM,
}))

export type Env = z.infer<typeof checked>

/** @throws {Error} with one sentence that names every variable that cannot be used. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const result = checked.safeParse(source)
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')} (${message})`)
  throw new Error(`these environment variables cannot be used: ${faults.join(', ')}`)
}

/** The only place that reads `process.env`. */
export const env = readEnv(process.env)

/**
 * What a serving process cannot do without. A build or a type generation can.
 * @throws {Error} with one sentence that names every variable that is missing.
 */
export function requireEnv({ DATABASE_URL, PAYLOAD_SECRET, EMISSARY_KEYS }: Env): void {
  const missing = Object.entries({ DATABASE_URL, PAYLOAD_SECRET, EMISSARY_KEYS })
    .filter(([, value]) => value === undefined)
    .map(([name]) => name)
  if (missing.length > 0) throw new Error(`set these environment variables: ${missing.join(', ')}`)
}
