import type { Locale } from '../../i18n/locales.ts'
import type { EngineErrorReason } from './engine-error.ts'

export const engineNames = ['etranslation', 'deepl', 'libretranslate', 'pseudo'] as const

export type EngineName = (typeof engineNames)[number]

/** Those that deliver later. Known whether they are configured or not: a request may be older than that. */
export const callingBack: readonly EngineName[] = ['etranslation']

/** What an engine can do from one language into another. A pair that is not listed is not translated. */
export interface PairCapability {
  readonly source: Locale
  readonly target: Locale
  /** Whether it can be told to address readers politely. */
  readonly formality: boolean
  /** Whether it takes a glossary of ours. Ours is checked afterwards in any case. */
  readonly glossary: boolean
}

/** A piece of an item as an engine gets it. */
export interface Piece {
  /** Comes back with the translation. At most 200 characters, none of them a quote or an angle bracket. */
  readonly id: string
  /** Text with marks and protected words as elements: see `toMarkup`. */
  readonly markup: string
}

export interface Batch {
  readonly source: Locale
  readonly target: Locale
  /** Within the engine's `limits`. */
  readonly pieces: readonly Piece[]
}

export interface EngineOptions {
  readonly signal: AbortSignal
  readonly now: Date
}

export interface TranslateOptions extends EngineOptions {
  /** Our name for what is asked, the same at every attempt. */
  readonly reference: string
  /** Where an engine that calls back finds us. */
  readonly callbackUrl: URL
}

/** `accepted`: it will call back, once, twice or never. */
export type Outcome =
  | { readonly kind: 'answered'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'accepted'; readonly providerReference: string }

/** What a callback says. `noted`: that something was done, without its result. */
export type Delivery =
  | { readonly kind: 'delivered'; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'failed'
      readonly reason: EngineErrorReason
      readonly code: string
      readonly providerReference: string
    }
  | { readonly kind: 'noted' }
  | { readonly kind: 'unreadable' }

/**
 * A service that translates, opened with one account. One file each, named after the service. Whatever goes wrong with the
 * service is thrown as an `EngineError`; what it says is judged by whoever asked.
 */
export interface Engine {
  readonly name: EngineName
  /** `calls-back`: `translate` only hands over, and `receive` reads what comes later. */
  readonly mode: 'answers' | 'calls-back'
  /** Whether what it is given counts against the month's characters. */
  readonly isMetered: boolean
  /** False: what it writes is no language, so nothing but marks and words that stay is asked of it. */
  readonly writesLanguage: boolean
  /** Of one batch. Characters are those of the markup. */
  readonly limits: { readonly pieces: number; readonly characters: number }
  /** What it can do, asked of it at most once an hour. */
  capabilities(options: EngineOptions): Promise<readonly PairCapability[]>
  /** One request. Repeating it after an unclear answer translates the same again, which may cost again. */
  translate(batch: Batch, options: TranslateOptions): Promise<Outcome>
  /** Pure. Absent where the engine answers at once. */
  receive?(body: string): Delivery
}
