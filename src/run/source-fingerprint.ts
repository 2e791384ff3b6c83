import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Everything that `next build` may read: what the web server is made of. */
const sources = [
  'package-lock.json',
  'next.config.ts',
  'payload.config.ts',
  'tsconfig.json',
  'public/**/*',
  '{collections,emails,locales}/**/*',
  'src/**/*',
]
/** What only other processes or tests read. */
const elsewhere = /^src\/(run|testing|demo|migrations)\/|\.test\.tsx?$|^locales\/en\/tools\.json$/

/**
 * Changes when the pages must be built anew. Of content and not of dates: a fresh clone and a switch of branches give
 * every file a new date.
 */
export function sourceFingerprint(root: string): string {
  const hash = createHash('sha256').update(process.versions.node)
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => !elsewhere.test(file))
    .sort()
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}
