import { useState } from 'react'

import type { Comment } from '../../translation/targets/translation.ts'
import type { EditorApi } from './editor-api.ts'

interface Writer {
  /** Of the segment that is worked on. Null: none. */
  readonly key: string | null
  readonly userName: string
}

/** What was said about the segment that is worked on, and a way to say more. */
export function useComments(
  before: readonly Comment[],
  api: EditorApi,
  { key, userName }: Writer,
): { readonly comments: readonly Comment[]; readonly comment: (text: string) => Promise<boolean> } {
  const [all, setAll] = useState(before)
  const comment = async (text: string): Promise<boolean> => {
    if (key === null || !(await api.comment(key, text))) return false
    const at = new Date().toISOString()
    setAll((others) => [...others, { id: crypto.randomUUID(), key, text, authorName: userName, at }])
    return true
  }
  return { comments: all.filter((each) => each.key === key), comment }
}
