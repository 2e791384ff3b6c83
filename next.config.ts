import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

type Policy = Readonly<Record<string, readonly string[]>>

/** For the interfaces, which serve data and files. Public pages bring their own headers: see `src/site/responses.ts`. */
const strict: Policy = { 'default-src': ["'none'"], 'base-uri': ["'none'"], 'frame-ancestors': ["'none'"] }

/** The admin is React: Next writes its data into inline scripts, and components set styles. */
const admin: Policy = {
  'default-src': ["'self'"],
  'script-src': ["'self'", "'unsafe-inline'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'worker-src': ["'self'", 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
}

const header = (policy: Policy) => ({
  key: 'Content-Security-Policy',
  value: Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; '),
})

const referrerPolicy = { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' }

const config: NextConfig = {
  poweredByHeader: false,
  // A mail program that posts to a link with a slash too many must not be sent elsewhere (RFC 8058, section 3.1).
  skipTrailingSlashRedirect: true,
  turbopack: { root: import.meta.dirname },
  // `npm run check` looks at the types; whoever only wants to start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Loaded as they are: they read files of their own, or must exist once. Payload tells its errors by their class.
  serverExternalPackages: [
    '@fedify/fedify',
    'payload',
    'mjml',
    'pg',
    'pg-boss',
    'sharp',
    'nodemailer',
    'undici',
    'i18next',
  ],
  // Search engines look for such a file at the top, where the first part of an address is otherwise a language.
  rewrites: async () => [
    { source: '/:key([A-Za-z0-9-]{8,128}).txt', destination: '/search-engine-key/:key' },
  ],
  headers: async () => [
    { source: '/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
    // A header set here wins over the one of an answer, so nothing of this kind may stand on `/:path*`.
    { source: '/api/:path*', headers: [referrerPolicy, header(strict)] },
    { source: '/admin/:path*', headers: [referrerPolicy, header(admin)] },
    {
      source: '/:path*',
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
      headers: [{ key: 'Strict-Transport-Security', value: 'max-age=31536000' }],
    },
  ],
}

export default withPayload(config)
