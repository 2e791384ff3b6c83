'use client'

import { createContext, useContext } from 'react'

import type { Direction, Locale } from '../../i18n/locales.ts'
import type { TextReader } from '../client-texts.ts'

/** One of the two languages that a translation stands between. */
export interface EditorLanguage {
  readonly locale: Locale
  readonly direction: Direction
  /** In the language of the interface. */
  readonly name: string
  /** In its own. */
  readonly endonym: string
}

/** What every part of the editor needs and what does not change while it is open. */
export interface EditorSetting {
  readonly t: TextReader
  /** BCP 47, for dates, numbers and lists of the interface. */
  readonly tag: string
  readonly source: EditorLanguage
  readonly target: EditorLanguage
  /** Whose word is the last: what they finish is approved. */
  readonly mayApprove: boolean
  /** Where the item itself is edited, in the target's language. */
  readonly itemHref: string
  /** Name of whoever works here. */
  readonly userName: string
}

const Setting = createContext<EditorSetting | null>(null)

export const EditorSettingProvider = Setting.Provider

/** @throws {Error} outside the editor. */
export function useSetting(): EditorSetting {
  const setting = useContext(Setting)
  if (setting === null) throw new Error('stands outside the translation editor')
  return setting
}
