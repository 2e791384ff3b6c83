import type { Reply } from './reply.ts'

export interface Quoted {
  readonly address: string
  readonly reply: Reply
}

/** How some software tells what another server answered. */
export interface DialogueFormat {
  readonly name: string
  /** What the mail gives for a status where the answer gave none. Null: nothing. */
  readonly otherwise: '5.0.0' | null
  write(quoted: Quoted): string
}

/** As servers say it: `550 5.1.1 no such user`. */
export const spoken = ({ code, status, words }: Reply): string =>
  [code, status, words].filter(Boolean).join(' ')

export const daemon = (name: string) => `From: ${name} <MAILER-DAEMON@mx.example.net>`
