import {
  type BounceSample,
  headPart,
  mailOf,
  ownHead,
  plainPart,
  reportOf,
  statusPart,
} from './bounce-sample.ts'

export type Expected = Pick<BounceSample, 'address' | 'status' | 'bounceClass'>

/** Text only, and our own mail below. */
export const told = (
  name: string,
  expected: Expected,
  head: readonly string[],
  lines: readonly string[],
): BounceSample => ({
  name,
  ...expected,
  raw: mailOf(head, [...lines, '', '----- Original message -----', '', ...ownHead(expected.address)]),
})

/** Text, a part for machines, and the head of our own mail. */
export const reported = (
  name: string,
  expected: Expected,
  head: readonly string[],
  lines: readonly string[],
  diagnostic: string | undefined,
  status = expected.status ?? '5.0.0',
): BounceSample => ({
  name,
  ...expected,
  raw: reportOf(head, [
    plainPart(...lines),
    statusPart({ address: expected.address, status, ...(diagnostic === undefined ? {} : { diagnostic }) }),
    headPart(expected.address),
  ]),
})

/** Who it is, and what a person says that it means. */
export const one = (
  address: string,
  status: string | null,
  bounceClass: BounceSample['bounceClass'],
): Expected => ({
  address,
  status,
  bounceClass,
})
