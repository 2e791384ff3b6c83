/** What tests run with. A developer's own settings must not reach into them; the database's address is set per file. */
export const testEnvironment = {
  PAYLOAD_SECRET: 'a secret that is long enough for tests',
  EMISSARY_KEYS: `k1:${Buffer.alloc(32, 'k1').toString('base64')}`,
  PUBLIC_URL: 'http://localhost:3000',
  LOG_LEVEL: 'silent',
  DATABASE_URL: '',
  SMTP_URL: '',
  RESEND_API_KEY: '',
  RESEND_BASE_URL: '',
  ALLOWED_PRIVATE_HOSTS: '',
  EMISSARY_DEMO: '',
  EMISSARY_PSEUDO: '',
  ETRANSLATION_USER: '',
  DEEPL_API_KEY: '',
  LIBRETRANSLATE_URL: '',
  PSEUDO_TRANSLATION: '',
} as const
