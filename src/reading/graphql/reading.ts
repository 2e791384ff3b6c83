import type { Payload } from 'payload'

import type { NetworkLanguages } from '../../content/network-languages.ts'
import type { DocumentReference } from '../contract/document.ts'
import type { Languages } from '../documents/select-named.ts'
import { type Asked, type ReadNode, readNodesOf } from './read-nodes.ts'
import { tooLarge } from './refusal.ts'

/** What one request reads, and what its answer is made of. */
export interface Reading extends Asked {
  readonly now: Date
  readonly languages: NetworkLanguages
  /** What the answer depends on. */
  readonly tags: Set<string>
  /** In which languages what stands under a name at the top is read. */
  readonly languagesAt: Map<string | number, Languages>
  /** A request reads one thing after the other, so that none takes every connection there is. */
  inTurn<Value>(read: () => Promise<Value>): Promise<Value>
  /** A document that another names. Null: it is public in none of the languages. Those asked for together are read at once. */
  document(reference: DocumentReference, languages: Languages): Promise<ReadNode | null>
}

/** Documents that one request may follow references to. */
const MOST_FOLLOWED = 1_000

interface Begun {
  readonly payload: Payload
  readonly now: Date
  readonly languages: NetworkLanguages
  readonly names: ReadonlySet<string>
}

export function beginReading(begun: Begun): Reading {
  let last: Promise<unknown> = Promise.resolve()
  let followed = 0
  const batches = new Map<string, Batch>()
  const reading: Reading = {
    ...begun,
    tags: new Set(['network']),
    served: new Set(),
    languagesAt: new Map(),
    inTurn(read) {
      const turn = last.then(read)
      last = turn.catch(() => undefined)
      return turn
    },
    async document(reference, languages) {
      const key = JSON.stringify([languages.locale, languages.fallback])
      const batch = batches.get(key) ?? open(key, languages)
      if (!batch.references.has(reference.id)) {
        followed += 1
        if (followed > MOST_FOLLOWED) throw tooLarge(MOST_FOLLOWED)
        batch.references.set(reference.id, reference)
        reading.tags.add(`${reference.collection}/${reference.id}`)
      }
      return (await batch.nodes).get(reference.id) ?? null
    },
  }

  /** Read when everything that is asked for at this moment has been named. */
  function open(key: string, languages: Languages): Batch {
    const references = new Map<string, DocumentReference>()
    const nodes = Promise.resolve().then(() => {
      batches.delete(key)
      return reading.inTurn(() => readNodesOf(reading, [...references.values()], languages))
    })
    const batch = { references, nodes }
    batches.set(key, batch)
    return batch
  }
  return reading
}

interface Batch {
  readonly references: Map<string, DocumentReference>
  readonly nodes: Promise<ReadonlyMap<string, ReadNode>>
}

/** More tags than this say less than the collections do, and headers have a limit. */
const MOST_TAGS = 50

/** What the answer depends on, in as many words as a header takes. */
export function tagsOf({ tags }: Reading): string[] {
  const all = [...tags]
  return all.length <= MOST_TAGS ? all : [...new Set(all.map((tag) => tag.split(/[/:]/, 1)[0] ?? tag))]
}
