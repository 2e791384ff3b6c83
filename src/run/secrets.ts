import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { StartError } from './start-error.ts'

/** What signs sessions and links and seals stored secrets. Made once; whoever loses it loses those. */
export interface Secrets {
  readonly PAYLOAD_SECRET: string
  readonly EMISSARY_KEYS: string
}

const PRIVATE = 0o600

/**
 * The folder's secrets, made on the first start. What the environment gives wins over the file.
 * @throws {StartError} when the file is damaged: new secrets would silently break every link in a mail already sent.
 */
export function secretsIn(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Secrets {
  const { PAYLOAD_SECRET, EMISSARY_KEYS } = environment
  if (PAYLOAD_SECRET && EMISSARY_KEYS) return { PAYLOAD_SECRET, EMISSARY_KEYS }
  const stored = readOrMake(join(folder, 'secrets.json'))
  return {
    PAYLOAD_SECRET: PAYLOAD_SECRET || stored.PAYLOAD_SECRET,
    EMISSARY_KEYS: EMISSARY_KEYS || stored.EMISSARY_KEYS,
  }
}

function readOrMake(file: string): Secrets {
  if (existsSync(file)) return read(file)
  const made: Secrets = {
    PAYLOAD_SECRET: randomBytes(32).toString('base64url'),
    EMISSARY_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  }
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: PRIVATE })
  return made
}

function read(file: string): Secrets {
  try {
    const { PAYLOAD_SECRET, EMISSARY_KEYS } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>
    if (typeof PAYLOAD_SECRET === 'string' && typeof EMISSARY_KEYS === 'string')
      return { PAYLOAD_SECRET, EMISSARY_KEYS }
    throw new Error('a secret is missing from it')
  } catch (error) {
    throw new StartError('settings-unreadable', { file, detail: (error as Error).message }, error)
  }
}
