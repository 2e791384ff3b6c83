import type { Channel, Post, Standing } from './channel.ts'

/**
 * Whether the words that stand there are ours to change: as we left them, as an attempt of ours made them whose answer was
 * lost, or as they are to be. Otherwise a person changed them there.
 * @param found what stands there now. `says`: as `Channel.saying` has it.
 */
export const isOurs = (
  { mark, attempted = [], overwrite }: Standing,
  found: { readonly mark: string | null; readonly says: string },
  wanted: Post,
  saying: NonNullable<Channel['saying']>,
): boolean =>
  overwrite ||
  mark === null ||
  found.mark === mark ||
  found.says === saying(wanted) ||
  attempted.includes(found.says)
