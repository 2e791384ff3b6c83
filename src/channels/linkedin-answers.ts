import type { Answer } from '../network/request.ts'
import type { Post, Receipt, RequestOptions } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { digestOf } from './digest.ts'
import { readLittle } from './linkedin-text.ts'
import { unlessMissing } from './unless-missing.ts'

/** What a body says that a status does not. */
export function classify({ status, body }: Answer, version: string): ChannelError | null {
  const said = body.toString('utf8')
  if (status === 426)
    return new ChannelError('misconfigured', `version ${version} of its interface is over`, { status })
  if (!said.includes('DUPLICATE_POST') && !/duplicate of urn:li:/.test(said)) return null
  const [urn] = /urn:li:(share|ugcPost):\d+/.exec(said) ?? []
  const receipt = urn === undefined ? null : { remoteId: urn, remoteUrl: pageOf(urn), mark: null }
  return new ChannelError('duplicate', 'it says that this stands there already', { status, receipt })
}

/** For a day or two it also takes a post for a repetition of one that was removed, and names that. */
export const unlessGhost =
  (read: (urn: string, options: RequestOptions) => Promise<unknown>, options: RequestOptions) =>
  async (error: unknown): Promise<never> => {
    if (!(error instanceof ChannelError && error.reason === 'duplicate' && error.receipt)) throw error
    if ((await read(error.receipt.remoteId, options).catch(unlessMissing)) !== null) throw error
    throw new ChannelError('rejected', 'it takes this for a repetition of a post that was removed')
  }

export const pageOf = (urn: string): string => `https://www.linkedin.com/feed/update/${urn}/`

/** @returns null also for an address by an activity's number, by which the interface knows no post. */
export const urnIn = (url: string): string | null =>
  /^https:\/\/www\.linkedin\.com\/feed\/update\/(urn:li:(?:share|ugcPost):\d+)\/?$/.exec(url)?.[1] ?? null

/** Of what readers see: it may write escapes and spaces in its own way. */
export const markOf = (commentary: string): string =>
  digestOf(readLittle(commentary).replace(/\s+/g, ' ').trim())

/** Its words, and our picture: what LinkedIn made of that has another name each time. */
export const receiptOf = (urn: string, { fields, image }: Post): Receipt => ({
  remoteId: urn,
  remoteUrl: pageOf(urn),
  mark: [markOf(fields?.commentary ?? ''), digestOf(image?.url ?? '')].join('.'),
})

/** Whether the words there are those of which a mark was made. */
export const areWordsOf = (commentary: string, mark: string): boolean =>
  markOf(commentary) === mark.split('.')[0]

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api#article-post-content */
export interface StandingCard {
  readonly source: string
  readonly title?: string | undefined
  readonly description?: string | undefined
  readonly thumbnailAltText?: string | undefined
}

/**
 * Whether the card, which stays as it was first posted, shows what it should.
 * @param mark of which picture was posted. Null, or without one: only its words are compared.
 */
export function isCardRight(
  standing: StandingCard | undefined,
  { card, image }: Post,
  mark: string | null,
): boolean {
  // What it does not show it may have all the same.
  if (standing === undefined || !card) return true
  const [, picture] = mark?.split('.') ?? []
  return (
    standing.source === card.url &&
    squeezed(standing.title) === squeezed(card.title) &&
    squeezed(standing.description) === squeezed(card.description) &&
    squeezed(standing.thumbnailAltText) === squeezed(image?.alt) &&
    (picture === undefined || picture === digestOf(image?.url ?? ''))
  )
}

const squeezed = (text = ''): string => text.replace(/\s+/g, ' ').trim()
