import type { BounceClass } from '../../ledger/mail-feedback.ts'

/** One mail that came back, made after a format of the world, and what a person who reads it would say. */
export interface BounceSample {
  /** Of the software or service that writes so, and of the case. */
  readonly name: string
  readonly raw: string
  readonly address: string
  /** Null: no enhanced status is in the mail. */
  readonly status: string | null
  readonly bounceClass: BounceClass
  /** @default true */
  readonly isFinal?: boolean
}

/** Our own mail to them, as it is returned. */
export const ownHead = (address: string): readonly string[] => [
  'Return-Path: <b+0@bounce.example.com>',
  'Received: from news.example.com by mx.example.net; Mon, 23 Nov 2026 10:00:00 +0000',
  'Message-ID: <1.2@news.example.com>',
  'From: Network news <news@example.com>',
  `To: ${address}`,
  'Subject: News of this month',
]

export const mailOf = (head: readonly string[], body: readonly string[]): string =>
  [...head, '', ...body, ''].join('\r\n')

/** Of parts, each with its own head and an empty line. */
export const reportOf = (head: readonly string[], parts: readonly (readonly string[])[]): string =>
  mailOf(
    [
      ...head,
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"',
    ],
    [...parts.flatMap((part) => ['--=_b', ...part, '']), '--=_b--'],
  )

export const plainPart = (...lines: readonly string[]): readonly string[] => [
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  ...lines,
]

interface StatusFields {
  readonly address: string
  readonly status: string
  /** @default failed */
  readonly action?: string
  readonly diagnostic?: string
  readonly others?: readonly string[]
}

export const statusPart = ({
  address,
  status,
  action,
  diagnostic,
  others,
}: StatusFields): readonly string[] => [
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example.net',
  'Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0000',
  '',
  `Final-Recipient: rfc822; ${address}`,
  `Action: ${action ?? 'failed'}`,
  `Status: ${status}`,
  ...(diagnostic === undefined ? [] : [`Diagnostic-Code: smtp; ${diagnostic}`]),
  ...(others ?? []),
]

export const headPart = (address: string): readonly string[] => [
  'Content-Type: text/rfc822-headers',
  '',
  ...ownHead(address),
]
