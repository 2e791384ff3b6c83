import { expect, test } from 'vitest'

import { planLaunch, portFor } from './launch-plan.ts'

const root = '/srv/emissary'
const ownDatabase = { DATABASE_URL: 'postgresql://db.example/emissary' }
const secrets = { PAYLOAD_SECRET: 'secret', EMISSARY_KEYS: 'k1:key' }

test('with nothing configured everything is brought along, on loopback and in .data', () => {
  expect(planLaunch({}, root)).toEqual({
    dataFolder: '/srv/emissary/.data',
    mediaFolder: '/srv/emissary/.data/media',
    databaseUrl: null,
    publicUrl: 'http://localhost:3000',
    ports: [
      { purpose: 'web', variable: 'PORT', port: 3000 },
      { purpose: 'mails', variable: 'MAIL_CATCHER_PORT', port: 8025 },
      { purpose: 'smtp', variable: 'MAIL_CATCHER_SMTP_PORT', port: 1025 },
      { purpose: 'partners', variable: 'PARTNERS_PORT', port: 3900 },
    ],
    catchesMail: true,
    missing: [],
  })
})

test('an empty variable counts as unset, as .env files are full of them', () => {
  expect(planLaunch({ DATABASE_URL: '', PORT: '', SMTP_URL: '' }, root)).toEqual(planLaunch({}, root))
})

test('links start with the chosen port unless a public address is given', () => {
  expect(planLaunch({ PORT: '4000' }, root).publicUrl).toBe('http://localhost:4000')
  expect(planLaunch({ PORT: '4000', PUBLIC_URL: 'https://emen.example' }, root).publicUrl).toBe(
    'https://emen.example',
  )
})

test('with a database of its own nothing of the demo runs', () => {
  const plan = planLaunch({ ...ownDatabase, ...secrets, SMTP_URL: 'smtp://relay.example' }, root)

  expect(plan.ports.map(({ purpose }) => purpose)).toEqual(['web'])
  expect(portFor(plan, 'partners')).toBeNull()
})

test('with a database of its own but no mail transport, mails are caught and not lost', () => {
  const plan = planLaunch({ ...ownDatabase, ...secrets }, root)

  expect(plan.catchesMail).toBe(true)
  expect(portFor(plan, 'smtp')).toBe(1025)
})

test('secrets are never made up for a database of its own', () => {
  expect(planLaunch(ownDatabase, root).missing).toEqual(['PAYLOAD_SECRET', 'EMISSARY_KEYS'])
  expect(planLaunch({ ...ownDatabase, ...secrets }, root).missing).toEqual([])
})
