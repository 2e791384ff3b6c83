import { accessSync, constants, mkdirSync } from 'node:fs'

import { StartError } from './start-error.ts'

/**
 * Makes a folder if need be and makes sure that we can write to it.
 * @throws {StartError} that names the folder.
 */
export function writableFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new StartError('folder-unwritable', { folder }, error)
  }
}
