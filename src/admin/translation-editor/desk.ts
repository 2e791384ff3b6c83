import type { MarkFault } from '../../translation/segments/coded-text.ts'
import type { SaveOutcome, TargetEdit, Verdict } from '../../translation/targets/save-target.ts'
import type { TranslatedSegment } from '../../translation/targets/translation.ts'
import type { Backup } from './backup.ts'

/** How far what stands in a field is from being kept. */
export type Saving = 'saved' | 'unsaved' | 'saving' | 'unreachable' | 'signed-out' | 'forbidden'

/** Why the server did not write. */
export type Objection =
  | {
      readonly kind: 'conflict'
      readonly version: number
      readonly text: string
      readonly authorName: string | null
    }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly faults: readonly MarkFault[] }
  | { readonly kind: 'source-changed' }

type RefusalReason = Extract<SaveOutcome, { outcome: 'refused' }>['reason']

/** One segment as it stands in the editor. */
export interface Entry {
  /** As the server told it last. */
  readonly segment: TranslatedSegment
  /** What stands in the field. */
  readonly text: string
  /** Of the target that is edited, as it goes back with a save. 0: there is none. */
  readonly version: number
  readonly origin: TargetEdit['origin']
  readonly saving: Saving
  readonly objection: Objection | null
  /** The source as it was when this page showed it first, where it has changed since. Null: it has not. */
  readonly sourceBefore: string | null
}

export interface DeskState {
  /** In the order of the item. */
  readonly entries: readonly Entry[]
  /** Null: nothing was saved yet. */
  readonly savedAt: Date | null
}

export type Sent = SaveOutcome | { readonly outcome: 'unreachable' | 'signed-out' | 'forbidden' }

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

const entryOf = (segment: TranslatedSegment): Entry => ({
  segment,
  text: segment.target?.text ?? '',
  version: segment.target?.version ?? 0,
  origin: 'person',
  saving: 'saved',
  objection: null,
  sourceBefore: null,
})

const keptText = ({ segment }: Entry): string => segment.target?.text ?? ''

export const isKept = ({ saving }: Entry): boolean => saving === 'saved'

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
          objection: null,
          ...(edit.verdict !== 'in-translation' && { sourceBefore: null }),
        })
        if (isSame) backup.forget(key)
        set({ savedAt: now() })
        return true
      case 'unreachable':
        change(key, { saving: 'unreachable' })
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

function savedSegment(
  segment: TranslatedSegment,
  { text, origin, verdict }: Pick<TargetEdit, 'text' | 'origin' | 'verdict'>,
  { version, state }: Extract<SaveOutcome, { outcome: 'saved' }>,
): TranslatedSegment {
  const isFinished = verdict !== 'in-translation'
  const { target } = segment
  return {
    ...segment,
    state,
    target: {
      text,
      origin,
      version,
      state: state === 'current' ? 'approved' : isFinished ? 'needs-review' : 'in-translation',
      sourceText: isFinished || (target?.text ?? '') === '' ? segment.text : (target?.sourceText ?? ''),
      engine: null,
      authorName: null,
      updatedAt: '',
      isInDraft: false,
    },
  }
}

/** What is typed stays, and so does what it was typed over. */
function refreshed(segment: TranslatedSegment, entry: Entry | undefined): Entry {
  if (entry === undefined) return entryOf(segment)
  const sourceBefore = segment.hash === entry.segment.hash ? entry.sourceBefore : entry.segment.text
  if (isKept(entry)) return { ...entryOf(segment), sourceBefore }
  return { ...entry, sourceBefore, segment }
}
