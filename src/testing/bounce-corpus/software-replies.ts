import { dead, notNow, notNowTheMail, notTheMail, notTheSender, type Reply, refused } from './reply.ts'

/** What the source or the manual of mail software says that it answers. */
export const softwareReplies: readonly Reply[] = [
  // https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3
  dead('550', null, 'Requested action not taken: mailbox unavailable'),
  dead('551', null, 'User not local; please try <jo@example.net>'),
  notNow('552', null, 'Requested mail action aborted: exceeded storage allocation'),
  dead('553', null, 'Requested action not taken: mailbox name not allowed'),
  notNowTheMail('554', null, 'Transaction failed'),
  notNow('452', null, 'Requested action not taken: insufficient system storage'),
  // https://www.rfc-editor.org/rfc/rfc7504
  dead('521', null, 'Server does not accept mail'),
  // https://www.rfc-editor.org/rfc/rfc7505
  dead('556', '5.1.10', 'Recipient address has null MX'),
  notTheSender('550', '5.7.27', 'Sender address has null MX'),
  // https://www.rfc-editor.org/rfc/rfc3463
  dead('550', '5.1.6', 'Destination mailbox has moved, no forwarding address'),
  notNow('550', '5.2.1', 'Mailbox disabled, not accepting messages'),
  notNow('550', '5.2.4', 'Mailing list expansion problem'),
  notTheMail('554', '5.6.1', 'Media not supported'),
  // https://github.com/vdukhovni/postfix postfix/src/smtpd/smtpd_check.c, src/local, src/smtp, src/global/sys_exits.c
  dead('550', '5.1.1', '<jo@example.org>: Recipient address rejected: User unknown in relay recipient table'),
  dead('550', '5.1.2', '<jo@gone.example>: Recipient address rejected: Domain not found'),
  dead('501', '5.1.3', 'Bad recipient address syntax'),
  dead('550', '5.1.6', 'User has moved to jo@example.net'),
  dead('550', '5.1.1', 'unknown user: "jo"'),
  dead('550', '5.4.4', 'Host or domain name not found. Name service error for name=gone.example type=A'),
  notNow('554', '5.4.6', 'mail for example.org loops back to myself'),
  notNow('550', '5.2.0', 'Mailbox is unavailable'),
  notNow(
    '550',
    '5.2.0',
    'cannot update mailbox /var/mail/jo for user jo. error writing message: File too large',
  ),
  notNow('550', '5.3.0', 'service unavailable'),
  refused('554', '5.7.1', '<jo@example.org>: Relay access denied'),
  refused('550', '5.7.25', 'Client host rejected: cannot find your reverse hostname, [192.0.2.1]'),
  refused('504', '5.5.2', '<news>: Helo command rejected: need fully-qualified hostname'),
  notTheSender('550', '5.1.8', '<news@example.com>: Sender address rejected: Domain not found'),
  notTheMail('552', '5.3.4', 'Message size exceeds file system imposed limit'),
  refused('530', '5.7.0', 'Must issue a STARTTLS command first'),
  // https://github.com/freebsd/freebsd-src contrib/sendmail/src/sysexits.c, contrib/sendmail/cf/m4/proto.m4
  dead('550', null, 'Host unknown'),
  dead('550', '5.1.1', 'jo@example.org... User unknown'),
  notNow('554', null, 'Service unavailable'),
  notNow('550', null, "Can't create output"),
  notNow('554', null, 'Local configuration error'),
  notNow('554', null, 'Remote protocol error'),
  refused('550', '5.7.1', 'jo@example.org... Relaying denied. Proper authentication required.'),
  notTheSender('553', '5.1.8', 'Domain of sender address news@example.com does not exist'),
  notTheSender('553', '5.5.4', '<news>... Domain name required for sender address news'),
  // https://github.com/Exim/exim src/src, and the examples of https://www.exim.org/exim-html-current/doc/html/spec_html
  dead('550', null, 'Unrouteable address'),
  dead('550', null, 'unknown local-part "jo" in domain "example.org"'),
  dead('550', null, 'No Such User Here'),
  refused('550', null, 'Administrative prohibition'),
  refused('550', null, 'relay not permitted'),
  notTheSender('550', null, 'Sender verify failed'),
  notNow('552', null, 'mailbox is full (MTA-imposed quota exceeded while writing to file)'),
  notTheMail('550', null, 'Your message has been rejected but is being kept for evaluation'),
  // https://cr.yp.to/qmail.html qmail-smtpd.c, qmail-remote.c; https://github.com/bdrewery/vchkuser
  refused('553', null, "sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"),
  notTheMail('552', null, 'sorry, that message size exceeds my databytes limit (#5.3.4)'),
  refused('553', null, 'sorry, your envelope sender is in my badmailfrom list (#5.7.1)'),
  // https://www.courier-mta.org/courier.html
  dead('550', null, 'User unknown.'),
  refused('513', null, 'Relaying denied.'),
  // https://github.com/OpenSMTPD/OpenSMTPD usr.sbin/smtpd/smtp_session.c
  dead('550', null, 'Invalid recipient'),
  notNow('524', '5.2.4', 'Mailing list expansion problem'),
  notTheMail('550', null, 'Message is not RFC 2822 compliant'),
  // https://github.com/haraka/Haraka outbound/hmail.js, connection.js
  dead('550', '5.1.2', 'Domain gone.example sends and receives no email (NULL MX)'),
  dead('550', '5.1.2', 'No Such Domain: gone.example'),
  dead('550', '5.1.2', 'Nowhere to deliver mail to for domain: gone.example'),
  notTheMail('550', null, 'Message denied'),
  notTheMail('550', null, 'Message too big!'),
  // https://github.com/zone-eu/haraka-plugin-wildduck index.js
  dead('550', '5.1.1', 'No such user'),
  notNow('554', '5.2.2', 'Mailbox full'),
  notNow('450', '4.2.1', 'The user you are trying to contact is receiving mail too quickly'),
  // https://github.com/cyrusimap/cyrus-imapd imap/lmtpengine.c, imap/lmtp_err.et
  dead('550', '5.1.1', 'Mailbox unknown. Either there is no mailbox associated with this name'),
  notNow('552', '5.2.2', 'Over quota'),
  notTheMail('554', '5.6.0', 'Message contains NUL characters'),
  // https://github.com/dovecot/core src/lmtp, src/plugins/quota
  dead('550', '5.1.1', "<jo@example.org> User doesn't exist: jo@example.org"),
  notNow('552', '5.2.2', '<jo@example.org> Quota exceeded (mailbox for user is full)'),
  notNow('552', null, 'Not enough disk quota'),
  // https://github.com/hmailserver/hmailserver hmailserver/source/Server/SMTP
  dead('550', null, 'Unknown user'),
  dead('550', null, 'Recipient not in route list.'),
  dead('550', null, 'The address is not valid.'),
  refused('550', null, 'Delivery is not allowed to this address.'),
  refused('530', null, 'SMTP authentication is required.'),
  notTheMail('554', null, 'Rejected'),
  // https://github.com/foxcpp/maddy internal
  dead('550', '5.1.1', 'User does not exist'),
  dead('556', '5.1.10', 'Domain does not accept email (null MX)'),
  refused('550', '5.7.25', 'No PTR record found'),
  notTheMail('550', '5.7.1', 'DMARC check failed'),
  refused('550', '5.7.23', 'SPF authentication failed'),
  notTheMail('550', '5.6.0', 'Malformed From header'),
  // https://github.com/mjl-/mox smtpserver/server.go
  dead('550', '5.1.1', 'no such user(s)'),
  dead('550', '5.1.1', 'not accepting email for domain'),
  notNow('452', '4.2.2', 'account storage full'),
  refused('550', '5.7.1', 'not allowed to send to destination'),
  refused('550', '5.5.0', 'your ehlo domain does not resolve to an IP address'),
  notNowTheMail('550', '5.4.6', 'loop detected, more than 100 Received headers'),
  // https://github.com/apache/james-project server/protocols/protocols-smtp
  dead('550', '5.1.1', 'Unknown user: jo@example.org'),
  refused('550', '5.7.1', 'Requested action not taken: relaying denied'),
  notNow('552', '5.2.2', 'Quota exceeded'),
]
