import { z } from 'zod'

/** An activity that we act on, as far as its sender says so itself: nothing of it is verified yet. */
export interface Incoming {
  /** Its own address, which is at the actor's server. */
  readonly id: string
  readonly type: 'Follow' | 'Undo' | 'Delete'
  readonly actor: string
  /** Whom it is about: whom to follow, whom no more (or the follow that said so), who is gone. */
  readonly object: string
}

/** `ignored`: not meant for us, or nothing that we act on. `malformed`: no activity. */
export type Read = Incoming | 'ignored' | 'malformed'

const MAX_ADDRESS = 2048
const address = z.string().max(MAX_ADDRESS).refine(isWebAddress)
/** An object, or its address. */
const reference = z.union([address, z.looseObject({ id: address }).transform(({ id }) => id)])
const type = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat())

const activity = z.looseObject({ id: address, type, actor: reference })
const followed = z.looseObject({ object: reference })
const undone = z.looseObject({
  object: z.union([address, z.looseObject({ type, object: reference, actor: reference.optional() })]),
})

/** Reads a body. What other activities say is looked at by nobody. */
export function readIncoming(body: string): Read {
  const told = activity.safeParse(parse(body))
  if (!told.success) return 'malformed'
  const { id, actor, type: types } = told.data
  const known = (['Follow', 'Undo', 'Delete'] as const).find((each) => types.includes(each))
  if (known === undefined) return 'ignored'
  // Else one server could use up the names of another's activities.
  if (new URL(id).origin !== new URL(actor).origin) return 'malformed'
  if (known !== 'Undo') {
    const about = followed.safeParse(told.data)
    if (!about.success) return 'ignored'
    const { object } = about.data
    return known === 'Delete' && object !== actor ? 'ignored' : { id, actor, type: known, object }
  }
  const about = undone.safeParse(told.data)
  if (!about.success) return 'ignored'
  const { object: undoing } = about.data
  if (typeof undoing === 'string') return { id, actor, type: known, object: undoing }
  if (!undoing.type.includes('Follow')) return 'ignored'
  const { object, actor: follower = actor } = undoing
  return follower === actor ? { id, actor, type: known, object } : 'malformed'
}

function isWebAddress(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // Told apart from an activity by its shape.
    return undefined
  }
}
