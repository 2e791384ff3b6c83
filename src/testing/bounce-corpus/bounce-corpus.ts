import { abroad } from './abroad.ts'
import type { BounceSample } from './bounce-sample.ts'
import { type DialogueFormat, spoken } from './dialogue-format.ts'
import { gatewayVerdicts } from './gateway-verdicts.ts'
import { ownVerdicts } from './own-verdicts.ts'
import { replies } from './replies.ts'
import { reporting } from './reporting-formats.ts'
import { telling } from './telling-formats.ts'

const people = ['amina', 'b.okafor', 'chen-li', 'd_silva', 'eleni+news', 'farid', 'g.rossi', 'hana']

/** Each quotes every so manieth answer, from another one on, so that formats and answers are mixed. */
const STEP = 5

const quoted = (format: DialogueFormat, index: number): BounceSample[] =>
  replies
    .filter((_, place) => place % STEP === index % STEP)
    .map((reply, place) => {
      const address = `${people[(index + place) % people.length]}@${place % 2 === 0 ? 'example.org' : 'example.net'}`
      return {
        name: `${format.name}: ${spoken(reply)}`,
        raw: format.write({ address, reply }),
        address,
        status: reply.status ?? format.otherwise,
        bounceClass: reply.bounceClass,
      }
    })

/**
 * Mails that came back, of our own making: formats of the world's mail servers and services, with answers of all kinds. What
 * is expected is what a person would say who reads them, also where no program can know.
 */
export const bounceCorpus: readonly BounceSample[] = [
  ...[...reporting, ...telling].flatMap(quoted),
  ...ownVerdicts,
  ...gatewayVerdicts,
  ...abroad,
]
