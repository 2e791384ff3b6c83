import type { SaveOutcome, TargetEdit, Verdict } from '../../translation/targets/save-target.ts'
import type { TranslatedSegment } from '../../translation/targets/translation.ts'
import type { Backup } from './backup.ts'
import { type Entry, entryOf, isKept, keptText, refreshed, savedSegment } from './entry.ts'

export interface DeskState {
  /** In the order of the item. */
  readonly entries: readonly Entry[]
  /** Null: nothing was saved yet. */
  readonly savedAt: Date | null
}

export type Sent = SaveOutcome | { readonly outcome: 'unreachable' | 'failed' | 'signed-out' | 'forbidden' }

interface DeskOptions {
  readonly segments: readonly TranslatedSegment[]
  readonly send: (edit: TargetEdit) => Promise<Sent>
  /** The segments as the server has them now. Null: it gave no answer. */
  readonly reload: () => Promise<readonly TranslatedSegment[] | null>
  readonly backup: Backup
  readonly now: () => Date
}

export interface Desk {
  readonly subscribe: (listener: () => void) => () => void
  readonly state: () => DeskState
  /** Puts back what was typed and not saved before the page went away. */
  readonly restore: () => void
  readonly write: (key: string, text: string, origin?: TargetEdit['origin']) => void
  /** Saves what was typed as work under way. @returns whether all of it is kept. */
  readonly save: (key: string) => Promise<boolean>
  readonly saveAll: () => Promise<boolean>
  /** @returns whether the server took it as finished. */
  readonly finish: (key: string, verdict: Exclude<Verdict, 'in-translation'>) => Promise<boolean>
  readonly keepMine: (key: string) => void
  readonly takeTheirs: (key: string) => Promise<void>
  readonly refresh: () => Promise<void>
}

/** How long after the last key stroke a text is saved. */
const REST_MS = 800
/** How long after a failed try the next is made. */
const RETRY_MS = 5000

/**
 * Holds what a translator writes until the server has it. Each segment is saved by itself and one save after the other;
 * whatever is not saved yet lies in the backup, so that neither a lost connection nor a closed page loses a word.
 */
export function createDesk({ segments, send, reload, backup, now }: DeskOptions): Desk {
  let state: DeskState = { entries: segments.map(entryOf), savedAt: null }
  const listeners = new Set<() => void>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const running = new Map<string, Promise<boolean>>()

  const set = (next: Partial<DeskState>): void => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const find = (key: string): Entry | undefined => state.entries.find(({ segment }) => segment.key === key)
  const change = (key: string, facts: Partial<Entry>): void =>
    set({
      entries: state.entries.map((entry) => (entry.segment.key === key ? { ...entry, ...facts } : entry)),
    })

  const saveLater = (key: string, afterMs: number): void => {
    clearTimeout(timers.get(key))
    timers.set(
      key,
      setTimeout(() => void transmit(key, 'in-translation'), afterMs),
    )
  }

  /** Behind whatever is on its way for this segment: two saves at once would make each other a conflict. */
  function transmit(key: string, verdict: Verdict): Promise<boolean> {
    clearTimeout(timers.get(key))
    const work = (running.get(key) ?? Promise.resolve(true)).then(() => deliver(key, verdict))
    running.set(key, work)
    return work
  }

  async function deliver(key: string, verdict: Verdict): Promise<boolean> {
    const entry = find(key)
    if (entry === undefined || entry.objection?.kind === 'conflict') return false
    if (verdict === 'in-translation' && entry.text === keptText(entry)) {
      change(key, { saving: 'saved' })
      return true
    }
    change(key, { saving: 'saving' })
    const { text, origin, version, segment } = entry
    const sent = await send({ key, text, origin, verdict, version, sourceHash: segment.hash })
    return settle(key, { text, origin, verdict }, sent)
  }

  function settle(key: string, edit: Pick<TargetEdit, 'text' | 'origin' | 'verdict'>, sent: Sent): boolean {
    const entry = find(key)
    if (entry === undefined) return false
    const isSame = entry.text === edit.text
    switch (sent.outcome) {
      case 'saved':
        change(key, {
          segment: savedSegment(entry.segment, edit, sent),
          version: sent.version,
          saving: isSame ? 'saved' : 'unsaved',
          ...(edit.verdict !== 'in-translation' && { sourceBefore: null, objection: null }),
        })
        if (isSame) backup.forget(key)
        set({ savedAt: now() })
        return true
      case 'unreachable':
      case 'failed':
        change(key, { saving: sent.outcome })
        saveLater(key, RETRY_MS)
        return false
      case 'signed-out':
      case 'forbidden':
        change(key, { saving: sent.outcome })
        return false
      case 'conflict':
        change(key, {
          saving: 'unsaved',
          objection: {
            kind: 'conflict',
            version: sent.version,
            text: sent.text,
            authorName: sent.authorName,
          },
        })
        return false
      case 'refused':
        change(key, {
          saving: 'unsaved',
          objection: { kind: 'refused', reason: sent.reason, faults: sent.faults },
        })
        // Not finished, but not lost either.
        saveLater(key, 0)
        return false
      case 'source-changed':
      case 'no-such-segment':
        change(key, { saving: 'unsaved', objection: { kind: 'source-changed' } })
        saveLater(key, REST_MS)
        void refresh()
        return false
    }
  }

  async function refresh(): Promise<void> {
    const fresh = await reload()
    if (fresh !== null) set({ entries: fresh.map((segment) => refreshed(segment, find(segment.key))) })
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    state: () => state,
    restore: () => {
      for (const [key, { text, version }] of backup.all()) {
        const entry = find(key)
        if (entry === undefined || text === keptText(entry)) backup.forget(key)
        else {
          change(key, { text, version, saving: 'unsaved' })
          saveLater(key, 0)
        }
      }
    },
    write: (key, text, origin = 'person') => {
      const entry = find(key)
      if (entry === undefined || entry.text === text) return
      const { objection, version } = entry
      backup.keep(key, { text, version })
      change(key, {
        text,
        origin,
        saving: 'unsaved',
        objection: objection?.kind === 'refused' ? null : objection,
      })
      saveLater(key, REST_MS)
    },
    save: (key) => transmit(key, 'in-translation'),
    saveAll: async () => {
      const open = state.entries.filter((entry) => !isKept(entry))
      const kept = await Promise.all(open.map(({ segment }) => transmit(segment.key, 'in-translation')))
      return kept.every(Boolean)
    },
    finish: (key, verdict) => transmit(key, verdict),
    keepMine: (key) => {
      const entry = find(key)
      if (entry?.objection?.kind !== 'conflict') return
      change(key, { version: entry.objection.version, objection: null })
      saveLater(key, 0)
    },
    takeTheirs: async (key) => {
      const entry = find(key)
      if (entry?.objection?.kind !== 'conflict') return
      backup.forget(key)
      change(key, { text: keptText(entry), saving: 'saved', objection: null })
      await refresh()
    },
    refresh,
  }
}
