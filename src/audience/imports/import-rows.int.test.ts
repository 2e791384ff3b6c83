import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { bringIn, doStep, handIn, keyOf, outcomesOf } from '../../testing/audience-import.ts'
import { importingNetwork } from '../../testing/importing-network.ts'

const { payload, practice, country, rowsOf, confirm, person, erase, leave } = await importingNetwork()

test('a check says of each row what would come of it and changes nothing', async () => {
  await confirm('known@example.org', [practice])
  await confirm('left@example.org', [practice])
  await leave('left@example.org', [practice])
  await confirm('half@example.org', [practice])
  await leave('half@example.org', [practice])
  await confirm('erased@example.org', [practice])
  await erase('erased@example.org')
  await databaseOf(payload).execute(
    sql`insert into suppressions (address_key, scope, reason) values (${keyOf('angry@example.org')}, 'global', 'complaint')`,
  )
  const before = await rowsOf('subscribers', 'email, updated_at')

  const id = await handIn(
    payload,
    [
      'email,lang,newsletter,country',
      'new@example.org,en,Practice letter,',
      'NEW@example.org,en,Practice letter,',
      'known@example.org,el,Policy letter,',
      'known@example.org,el,Practice letter,',
      'left@example.org,en,Practice letter,',
      'half@example.org,en,Practice letter;Policy letter,',
      'erased@example.org,en,Practice letter,',
      'angry@example.org,en,Practice letter,',
      'nobody,en,Practice letter,',
      ',en,Practice letter,',
      'a@example.org,xx,Practice letter,',
      'b@example.org,de,Practice letter,',
      'c@example.org,en,Cooking,',
      'd@example.org,,Practice letter,',
      'e@example.org,en,,',
      'f@example.org,en,Practice letter,Atlantis',
    ].join('\r\n'),
  )
  const { state, counts } = await doStep(payload, id, 'check')

  expect(state).toBe('checked')
  expect(await outcomesOf(payload, id)).toEqual([
    '2 new',
    '3 refused twice 2',
    '4 added',
    '5 refused twice 4',
    '6 refused unsubscribed',
    '7 added partly-unsubscribed',
    '8 refused erased',
    '9 refused suppressed-complaint',
    '10 refused not-an-address nobody',
    '11 refused no-address',
    '12 refused unknown-language xx',
    '13 refused unknown-language de',
    '14 refused unknown-newsletter Cooking',
    '15 refused no-language',
    '16 refused no-newsletter',
    '17 refused unknown-country Atlantis',
  ])
  expect(counts).toMatchObject({ rows: 16, outcomes: { new: 1, added: 2, refused: 13 } })
  expect(await rowsOf('subscribers', 'email, updated_at')).toEqual(before)
})

test('listmonk: what attributes say is read, and who was blocked or had left there gets no mail here', async () => {
  const { counts } = await bringIn(
    payload,
    'uuid,email,name,attributes,status,created_at,updated_at\n' +
      '1,ann@example.org,Ann,"{""lang"": ""el"", ""city"": ""Athens"", ""country"": [""Greece""]}",enabled,2024-01-02 10:11:12.123456+00,x\n' +
      '2,bob@example.org,Bob,{},blocklisted,2024-01-02,x\n' +
      '3,eve@example.org,Eve,{},disabled,2024-01-02,x\n' +
      '4,odd@example.org,Odd,{broken,enabled,2024-01-02,x\n',
    { defaults: { newsletterIds: [practice] } },
  )

  expect(counts).toMatchObject({
    outcomes: { new: 1, barred: 2, refused: 1 },
    reasons: { 'wrong-attributes': 1 },
  })
  expect(await person('ann@example.org')).toMatchObject({
    locale: 'el',
    countries: [country],
    confirmedAt: new Date('2024-01-02T10:11:12.123Z'),
  })
  expect(await rowsOf('suppressions', 'reason, scope, origin, address_key')).toEqual([
    { reason: 'manual', scope: 'global', origin: 'import', address_key: keyOf('bob@example.org') },
    { reason: 'unsubscribed', scope: practice, origin: 'import', address_key: keyOf('eve@example.org') },
  ])
  expect(await rowsOf('consent_events', 'kind, detail')).toMatchObject([
    { kind: 'imported' },
    { kind: 'suppressed', detail: { reason: 'manual', scopes: ['global'] } },
    { kind: 'suppressed', detail: { reason: 'unsubscribed', scopes: [practice] } },
  ])
})

test('Mailchimp: the files of those who left and of dead mailboxes become suppressions', async () => {
  const left = 'Email Address,First Name,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,UNSUB_TIME,LEID,EUID\n'
  const cleaned = 'Email Address,OPTIN_TIME,CLEAN_TIME,CLEAN_CAMPAIGN_ID,LEID\n'
  await confirm('here@example.org', [practice])

  const first = await bringIn(
    payload,
    `${left}ann@example.org,Ann,2020-01-01,1.2.3.4,,2021-01-01,1,2\nhere@example.org,,,,,2021-01-01,1,2`,
  )
  const second = await bringIn(
    payload,
    `${cleaned}bob@example.org,,2021-01-01,9,1\nann@example.org,,2021-01-01,9,1`,
  )

  expect([first.brings, first.format.source, first.counts.outcomes]).toEqual([
    'suppressions',
    'mailchimp',
    { barred: 2 },
  ])
  expect(second.counts.outcomes).toEqual({ barred: 2 })
  expect(await person('here@example.org')).toMatchObject({ newsletterIds: [practice] })
  const scopes = await rowsOf('suppressions', 'reason, scope, address_key')
  expect(scopes).toHaveLength(5)
  expect(scopes).toContainEqual({
    reason: 'hard-bounce',
    scope: 'global',
    address_key: keyOf('bob@example.org'),
  })
  expect(scopes).not.toContainEqual(
    expect.objectContaining({ scope: practice, address_key: keyOf('here@example.org') }),
  )
})

test('a file that cannot be read to its end is told by its line, and its rows are those of before', async () => {
  const id = await handIn(payload, 'email,lang,newsletter\nann@example.org,en,Practice letter\n"eve', {})

  const { state, problem } = await doStep(payload, id, 'check')

  expect({ state, problem }).toEqual({ state: 'uploaded', problem: { reason: 'quote-open', line: 3 } })
  expect(await outcomesOf(payload, id)).toEqual([])
})
