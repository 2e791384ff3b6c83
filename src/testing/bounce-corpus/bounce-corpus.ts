import { abroad } from './abroad.ts'
import type { BounceSample } from './bounce-sample.ts'
import { type DialogueFormat, spoken } from './dialogue-format.ts'
import { gatewayVerdicts } from './gateway-verdicts.ts'
import { oddReports } from './odd-reports.ts'
import { oddTexts } from './odd-texts.ts'
import { ownNotices } from './own-notices.ts'
import { ownVerdicts } from './own-verdicts.ts'
import { providerReplies } from './provider-replies.ts'
import { rareReports } from './rare-reports.ts'
import { rareTexts } from './rare-texts.ts'
import { replies } from './replies.ts'
import type { Reply } from './reply.ts'
import { reporting } from './reporting-formats.ts'
import { softwareReplies } from './software-replies.ts'
import { telling } from './telling-formats.ts'
import { variedDeadReplies } from './varied-dead-replies.ts'
import { variedReplies } from './varied-replies.ts'

const people = ['amina', 'b.okafor', 'chen-li', 'd_silva', 'eleni+news', 'farid', 'g.rossi', 'hana']

/** Each quotes every so manieth answer, from another one on, so that formats and answers are mixed. */
const STEP = 5

const quotedIn = (format: DialogueFormat, answer: Reply, place: number): BounceSample => {
  const address = `${people[place % people.length]}@${place % 2 === 0 ? 'example.org' : 'example.net'}`
  const reply = { ...answer, words: answer.words.replaceAll('jo@example.org', address) }
  return {
    name: `${format.name}: ${spoken(answer)}`,
    raw: format.write({ address, reply }),
    address,
    status: reply.status ?? /(?<=#)[45]\.\d\.\d+/.exec(reply.words)?.[0] ?? format.otherwise,
    bounceClass: reply.bounceClass,
  }
}

const quoted = (format: DialogueFormat, index: number): BounceSample[] =>
  replies
    .filter((_, place) => place % STEP === index % STEP)
    .map((reply, place) => quotedIn(format, reply, index + place))

/** Whether it says what was refused: the recipient or the mail. */
const saysWhat = (format: DialogueFormat, reply: Reply): boolean =>
  new Set(
    (['RCPT TO', 'DATA'] as const).map((stage) =>
      format.write({ address: 'jo@example.org', reply: { ...reply, stage } }),
    ),
  ).size > 1

/**
 * Each answer once with a part for machines and once without, in formats by turns. What means one thing to a recipient and
 * another to a mail is quoted only by those that say which it was.
 */
const documented = (reply: Reply, place: number): BounceSample[] =>
  [reporting, telling].flatMap((all) => {
    const formats = reply.status?.startsWith('5.1.') ? all : all.filter((each) => saysWhat(each, reply))
    const format = formats[place % formats.length]
    return format === undefined ? [] : [quotedIn(format, reply, place)]
  })

/** What software and providers say in public that they answer, and odd reports: written before the reader was measured on them. */
const documentedCorpus: readonly BounceSample[] = [
  ...[...softwareReplies, ...providerReplies].flatMap(documented),
  ...oddReports,
  ...oddTexts,
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
  ...[...variedDeadReplies, ...variedReplies].flatMap(documented),
  ...ownNotices,
  ...rareTexts,
  ...rareReports,
]
