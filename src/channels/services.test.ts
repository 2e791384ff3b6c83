import { expect, test } from 'vitest'

import admin from '../../locales/en/admin.json' with { type: 'json' }
import terms from '../../locales/en/terms.json' with { type: 'json' }
import { services } from './services.ts'

test('each service has a name of its own, and is listed by it', () => {
  const names = services.map(({ name }) => name)

  expect(names).toEqual([...new Set(names)].sort())
})

test.for(services)('everything that $name asks for has words', ({ name, settings, secrets }) => {
  const needed = [
    `views.service.${name}`,
    ...settings.map((setting) => `views.channel.setting.${setting.name}`),
    ...settings.flatMap(({ options = [] }) => options.map((option) => `views.channel.choice.${option}`)),
    ...secrets.map((secret) => `views.channel.secret.${secret.name}`),
  ]

  expect(needed.filter((key) => !(key in admin))).toEqual([])
  expect(terms).toHaveProperty([`service.${name}`])
})

test.for(services)(
  '$name says what it can do without contradicting itself',
  ({ capabilities, fixedUrl, takes }) => {
    const { posts, update, remove, removeWithinMs, pace, concurrency } = capabilities

    expect(posts === 'by-itself' || (update === 'none' && remove === 'none')).toBe(true)
    expect(remove === 'yes' || removeWithinMs === null).toBe(true)
    expect(concurrency).toBeGreaterThan(0)
    expect(pace === null || (pace.submissions > 0 && pace.perMs > 0)).toBe(true)
    expect(fixedUrl === null || new URL(fixedUrl).protocol === 'https:').toBe(true)
    expect(['summary', 'whole']).toContain(takes)
  },
)
