import { accessSync, constants, mkdirSync } from 'node:fs'

import { StartError } from '../start-error.ts'

const FOLDER = '/var/lib/emissary'

/**
 * Outside the project, for what Postgres must read when root started us from a folder that nobody else may enter.
 * @throws {StartError} when even root cannot write there.
 */
export function sharedFolder(): string {
  try {
    mkdirSync(FOLDER, { recursive: true, mode: 0o755 })
    accessSync(FOLDER, constants.W_OK)
  } catch (error) {
    throw new StartError('folder-unwritable', { folder: FOLDER }, error)
  }
  return FOLDER
}
