import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { secretsIn } from './secrets.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emissary-secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('secrets are made once, kept where only their owner reads them, and are the same next time', () => {
  const made = secretsIn(folder, {})

  expect(made.PAYLOAD_SECRET).toHaveLength(43)
  expect(made.EMISSARY_KEYS).toMatch(/^k1:[A-Za-z0-9+/]{43}=$/)
  expect(secretsIn(folder, {})).toEqual(made)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
})

test('what the environment gives wins, and then nothing is made or written', () => {
  const given = { PAYLOAD_SECRET: 'given', EMISSARY_KEYS: 'k9:given' }

  expect(secretsIn(folder, given)).toEqual(given)
  expect(readdirSync(folder)).toEqual([])
})

test('a damaged file is not replaced: links in mails already sent depend on it', () => {
  writeFileSync(join(folder, 'secrets.json'), '{"PAYLOAD_SECRET":')

  expect(() => secretsIn(folder, {})).toThrow('Restore it from a backup')
})
