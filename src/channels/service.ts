import type { Requester } from '../network/request.ts'
import type { Capabilities, Channel } from './channel.ts'
import type { Federation } from './federation.ts'
import type { Mailer } from './mailer.ts'

/**
 * A kind of channel: everything that the rest of the program knows of it. One file each, named after the service, and one
 * line in `services.ts`.
 */
export interface Service {
  /** Also the key of its texts: `views.service.<name>`. */
  readonly name: string
  readonly capabilities: Capabilities
  /** How a preview draws its posts. */
  readonly look: 'post' | 'message' | 'article' | 'letter' | 'record' | 'data'
  /** Where it is, if everybody finds it at the same place. Null: each account says where. */
  readonly fixedUrl: string | null
  /** What an account needs to say beside its address. Labels: `views.channel.setting.<name>`. */
  readonly settings: readonly ServiceSetting[]
  /** What is kept sealed and never shown again. Labels: `views.channel.secret.<name>`. */
  readonly secrets: readonly ServiceSecret[]
  /** Whether its accounts can say how many follow them: then they are asked each day. */
  readonly countsFollowers?: true
  /**
   * How long after a change it is told at least, in milliseconds, and twice that at most: several become one, and what it
   * then fetches from us is new. Absent: at once.
   */
  readonly settlesAfterMs?: number
  /** Its posts name the item's other languages: those that stand follow when one of these comes, moves or goes. */
  readonly namesSiblings?: true
  /** `whole`: its posts are made of the whole item, not of title and summary. */
  readonly takes: 'summary' | 'whole'
  /**
   * Makes a new `signingSecret` that the other side is to be told, and keeps the one so far for a while. Absent: the other
   * side gives the secrets.
   */
  rotate?(
    secrets: OpenAccount['secrets'],
    now: Date,
  ): OpenAccount['secrets'] & { readonly signingSecret: string }
  open(account: OpenAccount, tools: ChannelTools): Channel
}

export interface ServiceSetting {
  readonly name: string
  readonly required: boolean
  /** What may be chosen. Labels: `views.channel.choice.<option>`. Absent: it is written freely. */
  readonly options?: readonly string[]
  /** What it must look like. Absent: up to 300 characters. */
  readonly pattern?: RegExp
}

export interface ServiceSecret {
  readonly name: string
  readonly required: boolean
}

/** Our account at a service, its secrets opened. */
export interface OpenAccount {
  /** Where the service is, or what it calls the place: see `Service.fixedUrl`. */
  readonly baseUrl: string
  readonly settings: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
}

/** What a channel works with. */
export interface ChannelTools {
  /** The guarded way out, for every address that a person typed. */
  readonly request: Requester
  /** The same, and to our own pictures and files, which may lie on this machine. */
  readonly requestOwn: Requester
  readonly session: ChannelSession
  /** Null: where nothing is sent, as for a look at what would be composed. */
  readonly mailer: Mailer | null
  /** Null: where nothing is published, as for a look at what would be composed. */
  readonly federation: Federation | null
}

/** What a service gave us to act with for a while, shared by all processes and kept sealed. */
export interface ChannelSession {
  /** Null: none yet. */
  current(): Promise<string | null>
  /**
   * Has one process renew it while the others wait for what it got.
   * @param stale what the caller found to be of no use any more: if another has renewed it meanwhile, that is answered.
   */
  renew(
    stale: string | null,
    make: () => Promise<{ readonly value: string; readonly expiresAt: Date | null }>,
  ): Promise<string>
}

/** A session of this process alone: for a look at what would be composed, and for tests. */
export function sessionInMemory(): ChannelSession {
  let kept: string | null = null
  return {
    current: async () => kept,
    async renew(stale, make) {
      if (kept === stale || kept === null) kept = (await make()).value
      return kept
    },
  }
}
