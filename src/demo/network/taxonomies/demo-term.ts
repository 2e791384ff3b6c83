import type { DemoLocale } from '../shapes.ts'

export type EveryLocale<Shape> = Readonly<Record<DemoLocale, Shape>>

/** An entry of a vocabulary, named in every language of the demo network. */
export interface DemoTerm<Key extends string = string> {
  readonly key: Key
  /** In the vocabulary of the body that keeps it. */
  readonly authorityUri?: string
  readonly labels: EveryLocale<string>
}

export type LicenceKey = 'cc-by-4.0' | 'cc-by-sa-4.0' | 'rights-reserved'
export type ProgrammeKey = 'cosme'
