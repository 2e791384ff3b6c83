import type { Prose } from '../shapes.ts'
import type { EveryLocale } from '../taxonomies/demo-term.ts'

/** A page of the public site. In its text a line that starts with `## ` is a heading. */
export interface DemoPage {
  readonly key: 'about' | 'privacy' | 'imprint'
  readonly texts: EveryLocale<{ readonly title: string; readonly body: Prose }>
}
