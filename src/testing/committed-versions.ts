import { spawnSync } from 'node:child_process'

import { projectRoot } from '../run/project-root.ts'

/** Longer than any file of the project. */
const MAX_BYTES = 64 * 1024 ** 2

/**
 * What a file said at each commit that changed it, newest first. None where the project stands without its history: then
 * only what is in the folder can be compared with.
 * @param path from the project's root.
 */
export function committedVersions(path: string): readonly string[] {
  const commits = git(['log', '--format=%H', '--diff-filter=AM', '--', path])
  return (commits ?? '')
    .split('\n')
    .filter((commit) => commit !== '')
    .flatMap((commit) => git(['show', `${commit}:${path}`]) ?? [])
}

/** Null: there is no git here, or no such thing in it. */
function git(words: readonly string[]): string | null {
  const { status, stdout } = spawnSync('git', [...words], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: MAX_BYTES,
  })
  return status === 0 ? stdout : null
}
