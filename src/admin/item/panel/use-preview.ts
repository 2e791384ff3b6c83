import { useEffect, useState } from 'react'

import type { Post, PostFault } from '../../../channels/channel.ts'
import type { ItemReference } from '../../../content/published-item.ts'
import { postJson } from '../../ask-json.ts'
import { type Draft, wordsOf } from './draft.ts'

/** Exactly what would be submitted, and what stands against it. */
interface Preview {
  readonly post: Post
  readonly faults: readonly PostFault[]
}

export type PreviewState =
  | { readonly state: 'reading' | 'unreachable' | 'not-there' }
  | { readonly state: 'refused'; readonly remedy: string }
  | { readonly state: 'ready'; readonly preview: Preview; readonly isOutdated: boolean }

/** A person who types is not asked for after each letter. */
const PAUSE_MS = 300

/** Has the service compose what the draft would make, again and again while it is written. */
export function usePreview(item: ItemReference, place: CellPlace, draft: Draft): PreviewState {
  const { collection, id } = item
  const { channelId, locale } = place
  const [found, setFound] = useState<PreviewState>({ state: 'reading' })
  const asked = JSON.stringify({ channelId, locale, ...wordsOf(draft) })
  useEffect(() => {
    let isWanted = true
    setFound((before) => (before.state === 'ready' ? { ...before, isOutdated: true } : before))
    const timer = setTimeout(async () => {
      const answer = await postJson(`/api/dissemination/${collection}/${id}/preview`, JSON.parse(asked))
      if (isWanted) setFound(stateOf(answer))
    }, PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [collection, id, asked])
  return found
}

interface CellPlace {
  readonly channelId: string
  readonly locale: string
}

function stateOf(answer: Awaited<ReturnType<typeof postJson>>): PreviewState {
  if (answer === null) return { state: 'unreachable' }
  const { status, body } = answer
  if (body.error === 'not-there') return { state: 'not-there' }
  if (typeof body.remedy === 'string') return { state: 'refused', remedy: body.remedy }
  if (status !== 200) return { state: 'unreachable' }
  return { state: 'ready', preview: body as unknown as Preview, isOutdated: false }
}
