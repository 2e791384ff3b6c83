import { abroad } from './abroad.ts'
import type { BounceSample } from './bounce-sample.ts'
import { type DialogueFormat, spoken } from './dialogue-format.ts'
import { gatewayVerdicts } from './gateway-verdicts.ts'
import { oddReports } from './odd-reports.ts'
import { ownVerdicts } from './own-verdicts.ts'
import { providerReplies } from './provider-replies.ts'
import { replies } from './replies.ts'
import type { Reply } from './reply.ts'
import { reporting } from './reporting-formats.ts'
import { softwareReplies } from './software-replies.ts'
import { telling } from './telling-formats.ts'

const people = ['amina', 'b.okafor', 'chen-li', 'd_silva', 'eleni+news', 'farid', 'g.rossi', 'hana']

/** Each quotes every so manieth answer, from another one on, so that formats and answers are mixed. */
const STEP = 5

const quotedIn = (format: DialogueFormat, reply: Reply, place: number): BounceSample => {
  const address = `${people[place % people.length]}@${place % 2 === 0 ? 'example.org' : 'example.net'}`
  return {
    name: `${format.name}: ${spoken(reply)}`,
    raw: format.write({ address, reply }),
    address,
    status: reply.status ?? format.otherwise,
    bounceClass: reply.bounceClass,
  }
}

const quoted = (format: DialogueFormat, index: number): BounceSample[] =>
  replies
    .filter((_, place) => place % STEP === index % STEP)
    .map((reply, place) => quotedIn(format, reply, index + place))

/** Each answer once with a part for machines and once without, in formats by turns. */
const documented = (reply: Reply, place: number): BounceSample[] =>
  [reporting, telling].flatMap((formats) => {
    const format = formats[place % formats.length]
    return format === undefined ? [] : [quotedIn(format, reply, place)]
  })

/** What software and providers say in public that they answer, and odd reports: written before the reader was measured on them. */
export const documentedCorpus: readonly BounceSample[] = [
  ...[...softwareReplies, ...providerReplies].flatMap(documented),
  ...oddReports,
]

/**
 * Mails that came back, of our own making: formats of the world's mail servers and services, with answers of all kinds. What
 * is expected is what a person would say who reads them, also where no program can know.
 */
export const bounceCorpus: readonly BounceSample[] = [
  ...[...reporting, ...telling].flatMap(quoted),
  ...ownVerdicts,
  ...gatewayVerdicts,
  ...abroad,
  ...documentedCorpus,
]
