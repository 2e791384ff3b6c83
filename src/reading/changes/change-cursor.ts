/** The version is in it, so that a later form can still read this one. */
const form = /^c1\.(0|[1-9][0-9]{0,15})$/

/** A place in the change feed, as consumers keep it. They need not know what is in it. */
export const cursorAt = (seq: number): string => Buffer.from(`c1.${seq}`).toString('base64url')

/** The place. Null: it is none of ours. */
export function readCursor(cursor: string): number | null {
  const [, seq] = form.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  return seq === undefined ? null : Number(seq)
}
