import type { Email } from 'postal-mime'

import { anyOf } from './any-of.ts'
import { headerOf, type ReportParts } from './report-parts.ts'
import { statusCodesIn } from './status-codes.ts'

/** Names that only mail servers write under. */
const mailServer =
  /^(mailer-?daemon|postmaster|mail-?daemon|mail[._-]?delivery|mailsystem|postoffice|mdaemon|microsoftexchange[0-9a-f]{20,})/i

/** What they call themselves, whatever their address is. */
const mailServerName = /^(mailer[ -]?daemon|mail deliver(y|er)? (sub)?(system|service)|postmaster)\b/i

/** Names of machines of all kinds: mail servers, shops, helpdesks. */
const machine = /^(no-?reply|do-?not-?reply|sysadmin|system|administrator|admin|bounces?|mail(er)?|ndr)\b/i

/** Subjects of what servers write that know no reports. Each as it stands in mails of the last twenty years. */
const failure = anyOf([
  /undeliver/,
  /deliver[^\n]{0,30}(fail|error|notification|status|problem|impossible)/,
  /fail(ed|ure)[^\n]{0,20}(mail|message|deliver)/,
  /(mail|message)[^\n]{0,40}(fail|error|return|delay|could not|deliver)/,
  /(mail|message)[^\n]{0,40}(reject|refus|block)/,
  /returned mail/,
  /non.?deliver/,
  /(not|n['’]t) (be |been |get )?deliver/,
  /(un)?able to (deliver|send)|delay(ed)?/,
  /warning: (message|could not)/,
  /error sending/,
])

/** The same in other languages, by the beginning of the word. */
const failureAbroad =
  /unzustellbar|zustell[^\n]{0,30}(fehl|nicht)|nicht zugestellt|non remis|échec[^\n]{0,20}(remise|livraison|envoi)|no se pued[^\n]{0,20}entreg|error de entrega|non recapitat|non recapitabile|mancat[ao] (consegna|recapito)|não[^\n]{0,20}entreg|falha na entrega|onbestelbaar|bezorg[^\n]{0,20}mislukt|niedostarcz|błąd dostarcz|zwrot wiadomości|nedoručiteln|недостав|не доставлен|сбой доставки|не вдалося доставити|kan inte levereras|kunne ikke leveres|toimitus epäonnistui|teslim edilem|δεν παραδόθηκε|αποτυχία παράδοσης|kézbesíthetetlen|sikertelen kézbesítés|nelivrat|退信|无法投递|無法傳遞|配信(不能|エラー|できません)|送信エラー|반송|배달 실패|تعذر التسليم|فشل التسليم/iu

const reply = /^\s*(re|aw|antw|sv|vs|odp|ynt|vá|res|rif|απ|отв|回复|答复|返信|回覆)\s*(\[\d+\])?\s*[:：]/iu

/** Some give a name and no address. */
const sender = ({ from }: Email): string => from?.address || from?.name || ''

/** Whether a mail server wrote it, or one that stands for it: whatever it is, somebody's vacation it is not. */
export const isOfMailServer = ({ email }: Pick<ReportParts, 'email'>): boolean =>
  mailServer.test(sender(email)) ||
  mailServerName.test(email.from?.name ?? '') ||
  headerOf(email, 'x-failed-recipients') !== ''

const saysFailure = (words: string): boolean => failure.test(words) || failureAbroad.test(words)

/** A notice says early what it is about. */
const BEGINNING = 600

/** Whether it is what a mail server writes of a mail, though it has no report for machines. */
export function isNoticeOfFailure({ email, text, reportType }: ReportParts): boolean {
  if (reportType === 'delivery-status' || sender(email) === '') return true
  const subject = email.subject ?? ''
  const inText = saysFailure(text.slice(0, BEGINNING))
  // Whoever looks after a server answers as a person sometimes.
  if (isOfMailServer({ email })) return !reply.test(subject) || inText
  if (machine.test(sender(email))) return saysFailure(subject) || inText
  const { status, replyCode } = statusCodesIn(text)
  return saysFailure(subject) && !reply.test(subject) && (inText || status !== null || replyCode !== null)
}
