import { expect, test } from 'vitest'

import { readEnv } from './env.ts'

test('an empty variable is an unset one', () => {
  expect(readEnv({ SMTP_URL: '', EMISSARY_PSEUDO: '' })).toMatchObject({ EMISSARY_PSEUDO: false })
})

test('whoever listens for what comes back has a domain for it', () => {
  const listening = { BOUNCE_SMTP_PORT: '2525' }
  expect(() => readEnv(listening)).toThrow('BOUNCE_DOMAIN (is what BOUNCE_SMTP_PORT listens for: set it)')
  expect(readEnv({ ...listening, BOUNCE_DOMAIN: 'bounce.example.org' })).toMatchObject({
    BOUNCE_SMTP_PORT: 2525,
  })
})

test.for([
  ['', 64],
  ['0', 0],
  ['256', 256],
] as const)('answers are kept in %s megabytes as %i', ([stated, megabytes]) => {
  expect(readEnv({ CACHE_MEGABYTES: stated }).CACHE_MEGABYTES).toBe(megabytes)
})

test.for([
  [{}],
  [{ PUBLIC_URL: 'http://127.0.0.1:3000' }],
  [{ PUBLIC_URL: 'http://[::1]:3000', SMTP_URL: 'smtp://127.0.0.1:1025' }],
] as const)('the pseudo language can be switched on where nobody else sees it: %o', ([settings]) => {
  expect(readEnv({ ...settings, EMISSARY_PSEUDO: '1' }).EMISSARY_PSEUDO).toBe(true)
})

test.for([
  [{ PUBLIC_URL: 'https://news.example.org' }],
  [{ PUBLIC_URL: 'http://localhost.example.org' }],
  [{ SMTP_URL: 'smtps://smtp.example.org:465' }],
  [{ RESEND_API_KEY: 're_1' }],
] as const)('it is refused where somebody else could: %o', ([settings]) => {
  expect(() => readEnv({ ...settings, EMISSARY_PSEUDO: '1' })).toThrow(
    'these environment variables cannot be used: EMISSARY_PSEUDO (only where PUBLIC_URL is this machine',
  )
  expect(readEnv(settings).EMISSARY_PSEUDO).toBe(false)
})
