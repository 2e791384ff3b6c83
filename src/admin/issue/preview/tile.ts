import type { LanguageReadiness } from '../../../dissemination/readiness/issue-readiness.ts'
import type { Direction, Locale } from '../../../i18n/locales.ts'

export type TileState = LanguageReadiness['state'] | 'sent'

/** One language of an issue, with everything about it that is known before its letter is rendered. */
export interface Tile {
  readonly locale: Locale
  readonly direction: Direction
  readonly endonym: string
  /** In the language of the interface. */
  readonly name: string
  /** How many people read it, as people write it. */
  readonly readers: string
  readonly state: TileState
  readonly stateText: string
  /** Why there is nothing to show, if there is nothing. */
  readonly emptyText: string
  readonly missing: readonly MissingText[]
  /** What happens while it is not ready. Null: nothing has to be decided. */
  readonly gate: Gate | null
}

export interface MissingText {
  readonly text: string
  /** Where it can be mended. Null: in the issue itself. */
  readonly href: string | null
}

export interface Gate extends Pick<LanguageReadiness, 'rule' | 'afterwards'> {
  /** Who decided, until when it holds and what happens then. */
  readonly saying: string
  /** ISO 8601. Null: until somebody decides. */
  readonly deadline: string | null
  /** IANA name of the zone in which deadlines are shown and given. */
  readonly timeZone: string
}

/** What is decided about a language that is not ready. */
export interface Decision {
  readonly rule: Gate['rule']
  /** ISO 8601. Null: until somebody decides. */
  readonly deadline: string | null
  readonly afterwards: Gate['afterwards']
}
