import { fileURLToPath } from 'node:url'

/** Folder that holds package.json, without a slash at the end, wherever the command was given. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
