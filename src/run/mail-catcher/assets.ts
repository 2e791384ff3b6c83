import { readFileSync } from 'node:fs'

import { markIcon } from '../../site/mark.ts'
import { stylesheet } from '../../site/stylesheet.ts'
import type { Answer } from './answers.ts'

const own = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

const asset = (type: string, body: string): Answer => ({
  status: 200,
  headers: { 'content-type': type },
  body,
})

/** The site's style sheet with a few rules more, the script and the mark, by path. */
export const assets: ReadonlyMap<string, Answer> = new Map([
  ['/assets/catcher.css', asset('text/css', stylesheet + own('catcher.css'))],
  ['/assets/catcher.js', asset('text/javascript', own('catcher.js'))],
  ['/assets/icon.svg', asset('image/svg+xml', markIcon)],
])
