/** A place in the order of changes of one history. See `ChangeHistory`. */
export interface ChangePlace {
  /** Empty: told before histories had names, or the beginning. */
  readonly epoch: string
  readonly seq: number
}

/** The version is in it, so that a later form can still read this one. The first had no epoch. */
const form = /^c(?:1|2\.([0-9a-f]{8}))\.(0|[1-9][0-9]{0,15})$/

/** As consumers keep it. They need not know what is in it. */
export const cursorAt = ({ epoch, seq }: ChangePlace): string =>
  Buffer.from(`c2.${epoch}.${seq}`).toString('base64url')

/** Null: it is none of ours. */
export function readCursor(cursor: string): ChangePlace | null {
  const [, epoch = '', seq] = form.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  return seq === undefined ? null : { epoch, seq: Number(seq) }
}
