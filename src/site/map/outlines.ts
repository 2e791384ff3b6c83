import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Outlines {
  readonly width: number
  readonly height: number
  /** What lies around, without a name. */
  readonly around: string
  readonly countries: readonly Outline[]
}

export interface Outline {
  /** ISO 3166-1, two letters. */
  readonly code: string
  /** As SVG has it. */
  readonly path: string
  /** Too small to be pressed: a dot stands on it. */
  readonly small: boolean
  /** Its middle. */
  readonly x: number
  readonly y: number
}

/** Drawn by `src/run/draw-map.ts`. Every npm script runs in the project's root. */
export const outlines = JSON.parse(
  readFileSync(join(process.cwd(), 'src', 'site', 'map', 'europe.json'), 'utf8'),
) as Outlines
