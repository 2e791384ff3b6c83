import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { emptyMastodon, type MastodonState } from './mastodon-state.ts'
import type { ReceivedEvent } from './webhook-receiver.ts'

/** Plain data. */
export interface PartnerState {
  readonly mastodon: MastodonState
  readonly events: ReceivedEvent[]
}

/** Pictures, by the id of their attachment. */
export interface PictureStore {
  write(id: string, bytes: Buffer): void
  /** Null: there is none. */
  read(id: string): Buffer | null
}

export interface KeptState {
  readonly state: PartnerState
  readonly pictures: PictureStore
  save(): void
}

/**
 * State that survives a restart, also after kill -9: written beside the old file and then put in its place.
 * @param folder null keeps it in memory only.
 */
export function keptState(folder: string | null): KeptState {
  if (folder === null) return inMemory()
  mkdirSync(join(folder, 'pictures'), { recursive: true })
  const file = join(folder, 'partners.json')
  const state: PartnerState = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : nothing()
  const picture = (id: string) => join(folder, 'pictures', id.replace(/\D/g, ''))
  return {
    state,
    pictures: {
      write: (id, bytes) => writeFileSync(picture(id), bytes),
      read: (id) => (existsSync(picture(id)) ? readFileSync(picture(id)) : null),
    },
    save() {
      writeFileSync(`${file}.new`, JSON.stringify(state))
      renameSync(`${file}.new`, file)
    },
  }
}

function inMemory(): KeptState {
  const pictures = new Map<string, Buffer>()
  return {
    state: nothing(),
    pictures: {
      write: (id, bytes) => void pictures.set(id, bytes),
      read: (id) => pictures.get(id) ?? null,
    },
    save: () => {},
  }
}

const nothing = (): PartnerState => ({ mastodon: emptyMastodon(), events: [] })
