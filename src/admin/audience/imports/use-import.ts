import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

import type { ImportChanges } from '../../../audience/imports/import-store.ts'
import type { OpenedImport } from '../../../audience/imports/shown-import.ts'
import { type Answered, changeList, type Move, moveList, openImport } from './import-api.ts'

const LOOK_AGAIN_MS = 1000

export interface UsedImport {
  readonly list: OpenedImport
  readonly isBusy: boolean
  /** Why the last wish was refused. Empty: it was not. */
  readonly said: string
  /** True when it was saved. */
  readonly save: (changes: ImportChanges) => Promise<boolean>
  readonly move: (move: Move) => Promise<void>
  /** What was said is about a step that somebody has left. */
  readonly hush: () => void
}

/** A worker has it. */
export const isMoving = ({ state }: Pick<OpenedImport, 'state'>): boolean => state.endsWith('ing')

/** An import that is changed and watched. While a worker has it, it is asked again how far it is. */
export function useImport(first: OpenedImport, texts: { readonly failed: string }): UsedImport {
  const router = useRouter()
  const [list, setList] = useState(first)
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const { id } = first
  const isWatched = isMoving(list)
  /** An answer that a later wish has overtaken is not shown. */
  const wishes = useRef(0)

  useEffect(() => {
    if (!isWatched) return
    const timer = setInterval(() => {
      const wish = wishes.current
      void openImport(id).then((answer) => {
        if (answer.isDone && wish === wishes.current) setList(answer.body)
      })
    }, LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [id, isWatched])

  const wish = async <Body>(ask: () => Promise<Answered<Body>>): Promise<Body | null> => {
    const mine = ++wishes.current
    setBusy(true)
    const answer = await ask()
    if (mine !== wishes.current) return null
    setBusy(false)
    setSaid(answer.isDone ? '' : (answer.message ?? texts.failed))
    return answer.isDone ? answer.body : null
  }

  return {
    list,
    isBusy,
    said,
    hush: () => setSaid(''),
    save: async (changes) => {
      const changed = await wish(() => changeList(id, changes))
      if (changed !== null) setList(changed)
      return changed !== null
    },
    move: async (move) => {
      const moved = await wish(() => moveList(id, move))
      if (moved === null) return
      if (move === 'discard') {
        router.push('/admin/audience/imports')
        return
      }
      const opened = await openImport(id)
      if (opened.isDone) setList(opened.body)
    },
  }
}
