import { dead, notNow, notNowTheMail, notTheMail, notTheSender, type Reply, refused } from './reply.ts'

/** What providers and gateways say on their pages that they answer. */
export const providerReplies: readonly Reply[] = [
  // https://support.google.com/a/answer/3726730
  dead(
    '550',
    '5.1.1',
    'The email account that you tried to reach does not exist. Please try double-checking',
  ),
  dead('553', '5.1.2', "We weren't able to find the recipient domain. Please check for any spelling errors"),
  dead('553', '5.1.3', 'The recipient address is not a valid RFC 5321 address'),
  notTheSender('553', '5.1.7', 'The sender address is not a valid RFC 5321 address'),
  notNow('550', '5.2.1', 'The email account that you tried to reach is disabled.'),
  notNow(
    '550',
    '5.2.1',
    'The user you are trying to contact is receiving mail at a rate that prevents additional messages',
  ),
  notNow('552', '5.2.2', "The recipient's inbox is out of storage space"),
  refused('550', '5.4.5', 'Daily SMTP relay sending limit exceeded for user'),
  notNow('554', '5.4.6', 'Message exceeded 50 hops, this may indicate a mail loop'),
  notTheMail(
    '552',
    '5.7.0',
    'This message was blocked because its content presents a potential security issue',
  ),
  notTheMail('550', '5.7.1', 'Our system has detected that this message is likely unsolicited mail'),
  notTheMail(
    '550',
    '5.7.26',
    "Unauthenticated email from example.com is not accepted due to domain's DMARC policy",
  ),
  refused(
    '550',
    '5.7.1',
    "The IP you're using to send mail is not authorized to send email directly to our servers",
  ),
  notTheMail('554', '5.6.0', 'Mail message is malformed. Not accepted.'),
  // https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/non-delivery-reports-in-exchange-online
  dead(
    '550',
    '5.1.10',
    'RESOLVER.ADR.RecipientNotFound; Recipient jo@example.org not found by SMTP address lookup',
  ),
  dead('550', '5.4.1', 'Recipient address rejected: Access denied. [AM1EUR01FT020.eop-EUR01.prod.example]'),
  refused('550', '5.4.1', 'Relay Access Denied'),
  notTheSender('550', '5.1.0', 'Sender denied'),
  notTheSender('550', '5.1.8', 'Access denied, bad outbound sender'),
  notNow('550', '5.2.1', 'Mailbox cannot be accessed'),
  notTheMail('550', '5.2.3', 'RESOLVER.RST.RecipSizeLimit; message too large for this recipient'),
  notNow('550', '5.4.300', 'Message expired'),
  dead('550', '5.4.310', 'DNS domain gone.example does not exist'),
  notNow('550', '5.4.316', 'Message expired, connection refused'),
  refused('550', '5.7.1', 'RESOLVER.RST.AuthRequired; authentication required'),
  refused('550', '5.7.124', 'Sender not in allowed-senders list'),
  refused('550', '5.7.606', 'Access denied, banned sending IP [192.0.2.1]'),
  notNow('554', '5.4.14', 'Hop count exceeded - possible mail loop ATTR34'),
  // https://www.spamresource.com/2023/09/microsoft-multiple-types-of-invalid.html
  dead('550', '5.5.0', 'Requested action not taken: mailbox unavailable (S2017062302)'),
  // https://coviserver.de/e-mail-geblockt
  dead('550', null, '#5.1.0 Address rejected.'),
  refused(
    '550',
    '5.7.1',
    "Unfortunately, messages from [192.0.2.1] weren't sent. Part of their network is on our block list (S3140)",
  ),
  // https://help.yahoo.com/kb/mail-for-desktop/SLN3444.html, https://smtp.codes/yahoo
  dead(
    '554',
    null,
    "delivery error: dd This user doesn't have a yahoo.example account (jo@yahoo.example) [0]",
  ),
  notNow(
    '421',
    '4.7.0',
    '[TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints',
  ),
  notTheMail('554', null, 'Message not allowed - [PH01] Email not accepted for policy reasons'),
  // http://www.sitepackage.de/service/dokumentation/auswertung/typische-fehlermeldungen-bei-unzustellbarkeit.html
  notNow(
    '554',
    null,
    'delivery error: dd Sorry your message to jo cannot be delivered. This account has been disabled or discontinued',
  ),
  dead('550', null, 'MAILBOX NOT FOUND'),
  dead('550', null, 'Benutzer nicht bekannt/User unknown'),
  dead('550', null, 'Unknown local part jo in <jo@example.org>'),
  dead('550', '5.2.0', 'No such mailbox'),
  dead('550', null, '<jo@example.org>: Recipient address rejected: Account Closed'),
  dead('550', null, 'invalid address'),
  notNow(
    '550',
    null,
    'Benutzer hat das Speichervolumen ueberschritten. / User has exhausted allowed storage space.',
  ),
  notNow(
    '550',
    null,
    'Benutzer hat zuviele Mails auf dem Server. / User has too many messages on the server.',
  ),
  notNow('552', '5.2.2', 'Over STORAGE quota'),
  notNow('550', null, 'Recipient verification problem'),
  notTheMail('550', '5.7.1', 'Requested action not taken: message refused'),
  refused('554', null, 'Refused. Your reverse DNS entry contains your IP address and a country code.'),
  notTheMail('552', null, 'Error: message too large'),
  // https://knowledge.broadcom.com/external/article/162445/outbound-mail-returned-by-mailerdaemonme.html
  dead('554', '5.7.1', 'Recipient address rejected: No such user'),
  refused('550', '5.7.1', 'Unable to Relay'),
  notTheMail('550', '5.7.1', 'Message rejected as spam by Content Filtering.'),
  notTheMail('554', null, 'Denied (Mode: normal)'),
  notTheMail('552', null, 'MS-Office file containing VBA macros found inside of the email'),
  notTheSender('553', null, 'Envelope sender rejected'),
  notTheSender('550', null, 'SPF check failed. Sender not authorized'),
  notNow('554', '5.4.7', '[internal] exceeded max time without delivery'),
  notNow('552', null, 'Mailbox is full'),
  // https://mimecastsupport.zendesk.com/hc/en-us/articles/34000709564691-Policies-Mimecast-SMTP-Error-Codes
  dead('550', null, 'Invalid Recipient - https://community.mimecast.example/docs/DOC-1369#550'),
  refused('550', null, 'Administrative prohibition - envelope blocked'),
  notTheMail('554', null, 'Email rejected due to security policies'),
  notTheMail('550', null, 'Rejected by header based Anti-Spoofing policy'),
  // https://docs.trellix.com/data-and-email/docs/error-codes
  dead('550', null, 'ETP102 Invalid recipient'),
  notNow('550', null, 'ETP104 Routing loop detected'),
  // https://pomoc.poczta.interia.pl/news-dlaczego-wiadomosc-nie-zostala-dostarczona,nId,6589600
  dead('550', '5.1.1', 'Account not found'),
  notNow('550', '5.2.1', 'Mailbox not available'),
  refused('550', '5.7.1', "Recipient doesn't want your mail"),
  refused('550', '5.7.0', '[SPF] host 192.0.2.1 is not allowed to send mail from domain'),
  // https://www.icoremail.vip/support/index.php?cate_id=84, https://www.emailhost.com.cn/service.html?article_category=25
  dead('550', null, 'invalid user'),
  dead('550', null, 'user not known'),
  dead('550', null, "local server don't exists that user"),
  dead('550', null, 'recipient does not have an account'),
  dead('550', null, 'not user of this server'),
  dead('550', null, 'user not exist'),
  notNow('550', null, 'user disabled'),
  notNow('550', null, 'This account has been temporarily suspended'),
  notNow('550', null, 'mailbox currently unavailable'),
  refused('550', null, 'User in blacklist'),
  refused('550', null, 'IP is rejected'),
  refused('550', null, 'Requested action not taken: Local user only'),
  notTheMail('550', null, 'Content reject/Spam denied'),
  notNow('550', null, 'rcpt handle timeout'),
  // http://www.tnet.hk/support/email/reemail_old.php, http://help.szhot.com/text_show.php?id=170
  dead('550', null, 'unknown or illegal alias: jo'),
  dead('550', null, 'User jo@example.org is not found in Server.'),
  dead('550', '5.1.1', 'jo is not a valid mailbox'),
  notNow('550', null, 'jo is now disabled with SMTP service'),
  // https://qqmailbox.com/transceivers/169.html
  dead('550', null, '该用户不存在'),
  notNow('552', null, '收件人空间不足'),
  notTheMail('550', null, 'Error: content rejected'),
  // http://www.263gmail.js.cn/help/13/2.htm
  notNowTheMail('552', null, 'mail size limit exceeded'),
  // https://www.yandex.com/support/mail/bounces/other.html, https://mailout.ru/2015/09
  dead('550', null, 'Invalid mailbox'),
  dead('550', null, 'No such user here'),
  dead('550', null, 'User not found'),
  notNow('550', null, 'Account is full'),
  notNow('550', null, 'Error writing message: Disk quota exceeded'),
  notTheSender('550', null, 'message sending for this account is disabled'),
  // https://bentonow.com/smtp-errors/laposte, https://bentonow.com/smtp-errors/orange
  dead('550', '5.1.1', 'Destinataire invalide / Invalid recipient LPN007_416'),
  refused('550', '5.7.1', 'Service refuse / service refused LPN007_510'),
  // https://help-atosmartdocs.theaccessgroup.com/en/articles/13791357-reasons-for-client-emails-not-being-delivered
  dead('550', '5.1.1', 'recipient rejected. Recipient does not exist'),
  notNow('550', '5.2.1', 'recipient rejected. Mailbox suspended'),
  // https://guide.arubabusiness.it/email/configurazioni-email-arubabusiness/errori-comuni-invio-ricezione-posta
  notTheMail('552', '5.2.0', 'igxL1p00E1WDM2s01gxMXG spam detected'),
  notNow('552', '5.2.2', 'user is over quota'),
  // http://postmaster.comcast.net/mail-error-codes.html
  dead('550', '5.1.1', 'Not our Customer'),
  refused('554', null, '192.0.2.1 found on block list BL000001'),
  // http://www.doplaza.jp/life/mail/001563.php, https://www.catv-yokohama.ne.jp/faq
  dead('550', null, 'Unknown user jo@docomo.example'),
  // https://pomoc.poczta.onet.pl/baza-wiedzy/co-zrobic-w-przypadku-odeslanych-lub-odrzuconych-e-maili
  dead('550', null, 'Docelowe konto nie istnieje'),
  // https://aiuto.libero.it/articolo/mail/messaggi-di-errore-piu-frequenti-dopo-invio-email
  notNow('550', null, 'MAILBOX FULL (User quota exceeded)'),
  dead('550', '5.1.1', 'BAD DESTINATION MAILBOX ADDRESS'),
  refused('550', null, 'RELAYING NOT ALLOWED (550 Relay Disabled)'),
]
