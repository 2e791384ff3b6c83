import { useEffect, useState, useSyncExternalStore } from 'react'

import type { Translation } from '../../translation/targets/translation.ts'
import { type Backup, backupIn } from './backup.ts'
import { createDesk, type Desk, type DeskState } from './desk.ts'
import type { EditorApi } from './editor-api.ts'
import { isKept } from './entry.ts'

/** Asked for only once a browser is there. */
const backupOf = ({ collection, id, locale }: Translation): Backup => {
  const stored = (): Backup => backupIn(window.sessionStorage, `translation/${collection}/${id}/${locale}`)
  return {
    all: () => stored().all(),
    keep: (key, text) => stored().keep(key, text),
    forget: (key) => stored().forget(key),
  }
}

/** The desk of one translation, and the page's promise not to go away while something on it is not saved. */
export function useDesk(
  translation: Translation,
  api: EditorApi,
): { readonly desk: Desk; readonly state: DeskState } {
  const [desk] = useState(() =>
    createDesk({
      segments: translation.segments,
      send: api.save,
      reload: api.segments,
      backup: backupOf(translation),
      now: () => new Date(),
    }),
  )
  const state = useSyncExternalStore(desk.subscribe, desk.state, desk.state)
  useEffect(() => {
    desk.restore()
    const saveAll = (): void => void desk.saveAll()
    const guard = (event: BeforeUnloadEvent): void => {
      if (!desk.state().entries.every(isKept)) event.preventDefault()
    }
    window.addEventListener('online', saveAll)
    window.addEventListener('beforeunload', guard)
    return () => {
      window.removeEventListener('online', saveAll)
      window.removeEventListener('beforeunload', guard)
      saveAll()
    }
  }, [desk])
  return { desk, state }
}
