import { expect, test } from 'vitest'

import { frequencies } from '../../audience/choices.ts'
import type { Follow } from '../../audience/follow.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { fieldsSent, type PreferencesFields, type PreferencesOffer } from './preferences-fields.ts'
import { readPreferences } from './read-preferences.ts'

const now = new Date('2026-11-23T10:00:00Z')
const NEWSLETTER = '0199c0de-0000-7000-8000-000000000001'
const HIDDEN_NEWSLETTER = '0199c0de-0000-7000-8000-000000000002'
const EVENT: Follow = { target: 'events', targetId: '0199c0de-0000-7000-8000-0000000000e1', reminder: true }

const choosable = (id: string) => ({ id, name: id, language: 'en' as const })
const offer: PreferencesOffer = {
  newsletters: [{ id: NEWSLETTER, name: 'Practice letter', description: '' }],
  locales: ['en', 'ar'],
  topics: [choosable('mentoring'), choosable('finance')],
  countries: [choosable('de')],
  roles: [choosable('adviser')],
  organisations: [choosable('house')],
  follows: [],
  timeZone: 'Europe/Brussels',
}
const before: PreferencesFields = {
  locales: ['en'],
  newsletters: [NEWSLETTER, HIDDEN_NEWSLETTER],
  pauses: new Map(),
  frequency: 'every-issue',
  topics: [],
  countries: [],
  role: '',
  organisation: '',
  timeZone: '',
  pause: '',
  unfollowed: [],
  reminders: [`events/${EVENT.targetId}`],
  newAddress: '',
}

const read = (fields: Partial<PreferencesFields>) =>
  readPreferences({ ...before, ...fields }, offer, [EVENT], now)

test.for([
  [{ locales: [] }, ['locales']],
  [{ pauses: new Map([[NEWSLETTER, '2026-11-23']]) }, [`pause-${NEWSLETTER}`]],
  [{ topics: ['de'] }, ['topics']],
  [{ countries: ['mentoring'] }, ['countries']],
  [{ frequency: 'hourly' }, ['frequency']],
  [{ pause: '2026-11-23' }, ['pause']],
  [{ pause: '24.12.2026' }, ['pause']],
  [{ pause: '2026-13-45' }, ['pause']],
  [{ role: 'house' }, ['role']],
  [{ organisation: 'adviser' }, ['organisation']],
  [{ timeZone: '+05:00' }, ['timeZone']],
  [{ newAddress: 'amina' }, ['newAddress']],
  [{ frequency: '', pause: 'never', locales: [] }, ['locales', 'frequency', 'pause']],
] as const)('of %o the form names what is wrong: %o', ([fields, wrong]) => {
  expect(read(fields)).toEqual({ wrong })
})

test('a pause ends at the beginning of the day that was chosen, and that of a newsletter that is left is forgotten', () => {
  expect(
    read({ pause: '2026-11-24', newsletters: [], pauses: new Map([[NEWSLETTER, '2026-12-24']]) }),
  ).toMatchObject({
    wanted: { pausedUntil: new Date('2026-11-24T00:00:00Z'), newsletterPauses: new Map() },
  })
})

const random = seededRandom(20_261_125)
const any = <Each>(all: readonly Each[]): Each => all[Math.floor(random() * all.length)] as Each
const names = [...Object.keys(before), 'follows', 'unfollow', `pause-${NEWSLETTER}`, 'pause-', '__proto__']
const values = [
  ...['', 'en', 'ar', 'fr', 'mentoring', 'finance', 'de', 'adviser', 'house', NEWSLETTER, HIDDEN_NEWSLETTER],
  ...frequencies,
  ...['2026-12-24', '2020-01-01', '9999-12-31', '2026-02-31', '+275760-09-13', '1e9'],
  ...['\u0000', "'; --", '\ud800', '9'.repeat(400), 'a@example.org', `events/${EVENT.targetId}`],
]

test('of five thousand random forms each is either refused by field or holds nothing but what was offered', () => {
  let accepted = 0
  for (let count = 0; count < 5000; count++) {
    const sent = new FormData()
    sent.append('locales', any(['en', 'ar']))
    const length = Math.floor(random() * 6)
    for (let field = 0; field < length; field++) sent.append(any(names), any(values))
    const checked = readPreferences(fieldsSent(sent, offer, before), offer, [EVENT], now)
    const wanted = 'wanted' in checked ? [checked.wanted] : []
    accepted += wanted.length
    for (const settings of wanted) {
      const ids = [
        ...settings.topics.filter((id) => id !== 'mentoring' && id !== 'finance'),
        ...settings.countries.filter((id) => id !== 'de'),
        ...settings.newsletterIds.filter((id) => id !== NEWSLETTER && id !== HIDDEN_NEWSLETTER),
        ...settings.follows.filter(({ targetId }) => targetId !== EVENT.targetId),
      ]
      expect(ids).toEqual([])
      expect([null, 'adviser']).toContain(settings.role)
      expect([null, 'house']).toContain(settings.organisation)
      expect(new Set(settings.locales).size).toBe(settings.locales.length)
      const ends = [settings.pausedUntil, ...settings.newsletterPauses.values()]
      expect(ends.filter((end) => end !== null && !(end > now))).toEqual([])
    }
  }
  expect(accepted).toBeGreaterThan(1000)
})
