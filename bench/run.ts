import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What a benchmark answers: figures with units in their names, the goals they are held against, and whether all are met. */
export interface BenchResult {
  readonly figures: Readonly<Record<string, number>>
  readonly goals: Readonly<Record<string, string>>
  readonly met: boolean
}

const name = process.argv[2] ?? ''
const file = join(import.meta.dirname, `${name}.ts`)
if (!/^[a-z]+$/.test(name) || name === 'run' || !existsSync(file)) {
  console.error(`no benchmark is called "${name}": npm run bench -- line`)
  process.exit(1)
}

const { bench } = (await import(pathToFileURL(file).href)) as { bench: () => Promise<BenchResult> }
const { figures, goals, met } = await bench()
console.table(figures)
console.log(JSON.stringify({ bench: name, figures, goals, met }))
process.exit(met ? 0 : 1)
