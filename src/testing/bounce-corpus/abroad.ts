import type { BounceClass } from '../../ledger/mail-feedback.ts'
import {
  type BounceSample,
  headPart,
  mailOf,
  ownHead,
  plainPart,
  reportOf,
  statusPart,
} from './bounce-sample.ts'

type Case = readonly [
  language: string,
  subject: string,
  words: string,
  status: string,
  bounceClass: BounceClass,
]

/** Exchange writes its notices in the language of its users; the numbers stay. */
const notices: readonly Case[] = [
  [
    'de',
    'Unzustellbar: News',
    'Fehler bei der Nachrichtenzustellung an folgende Empfänger:',
    '5.1.1',
    'hard',
  ],
  ['fr', 'Non remis : News', 'Échec de la remise pour ces destinataires ou groupes :', '5.1.10', 'hard'],
  [
    'es',
    'No se puede entregar: News',
    'No se pudo entregar el mensaje a estos destinatarios:',
    '5.2.2',
    'soft',
  ],
  [
    'it',
    'Non recapitabile: News',
    'Impossibile recapitare il messaggio ai destinatari seguenti:',
    '5.1.1',
    'hard',
  ],
  ['pt', 'Não foi possível entregar: News', 'Falha na entrega para estes destinatários:', '5.7.1', 'policy'],
  [
    'nl',
    'Onbestelbaar: News',
    'Het bericht kan niet worden bezorgd bij deze geadresseerden:',
    '5.1.1',
    'hard',
  ],
  ['pl', 'Niedostarczalne: News', 'Nie można dostarczyć wiadomości do tych adresatów:', '5.4.1', 'soft'],
  ['sv', 'Kan inte levereras: News', 'Leveransen misslyckades till dessa mottagare:', '5.1.1', 'hard'],
  ['ja', '配信不能: News', '次の受信者またはグループへの配信に失敗しました:', '5.1.1', 'hard'],
  ['ru', 'Недоставленное: News', 'Не удалось доставить следующим получателям:', '5.2.2', 'soft'],
  ['el', 'Δεν παραδόθηκε: News', 'Η παράδοση απέτυχε για τους εξής παραλήπτες:', '5.1.10', 'hard'],
  ['tr', 'Teslim edilemedi: News', 'Bu alıcılara teslim edilemedi:', '5.7.1', 'policy'],
  ['ar', 'تعذر التسليم: News', 'فشل التسليم إلى هؤلاء المستلمين:', '5.1.1', 'hard'],
]

const encoded = (subject: string): string =>
  `Subject: =?UTF-8?B?${Buffer.from(subject, 'utf8').toString('base64')}?=`

const texts: readonly (readonly [
  language: string,
  subject: string,
  words: string,
  bounceClass: BounceClass,
])[] = [
  [
    'de',
    'Zustellung fehlgeschlagen',
    'Ihre Nachricht konnte nicht zugestellt werden: Das Postfach ist voll.',
    'soft',
  ],
  [
    'fr',
    'Échec de la remise',
    'Votre message n’a pas pu être remis : 550 RCPT TO: cet utilisateur n’existe pas',
    'hard',
  ],
  ['es', 'Error de entrega', 'No se ha podido entregar: 550 RCPT TO: usuario desconocido', 'hard'],
  ['it', 'Mancata consegna', 'Il messaggio non è stato consegnato: la casella è piena', 'soft'],
  ['pt', 'Falha na entrega', 'A mensagem não foi entregue: 550 RCPT TO: usuário inexistente', 'hard'],
  ['nl', 'Bezorging mislukt', 'Uw bericht kon niet worden bezorgd: 550 RCPT TO: onbekende gebruiker', 'hard'],
  ['pl', 'Błąd dostarczenia', 'Wiadomość nie została dostarczona: skrzynka jest pełna', 'soft'],
  ['cs', 'Nedoručitelná zpráva', 'Zprávu nelze doručit: 550 RCPT TO: uživatel neexistuje', 'hard'],
  ['ru', 'Письмо не доставлено', 'Письмо не доставлено: 550 RCPT TO: нет такого пользователя', 'hard'],
  ['tr', 'İleti teslim edilemedi', 'İleti teslim edilemedi: posta kutusu dolu', 'soft'],
  ['el', 'Αποτυχία παράδοσης', 'Το μήνυμα δεν παραδόθηκε: 550 RCPT TO: ο χρήστης δεν υπάρχει', 'hard'],
  ['zh', '退信通知', '您的邮件无法投递: 550 RCPT TO: 收件人不存在', 'hard'],
  ['ja', 'メール配信エラー', 'メールを配信できませんでした: メールボックスがいっぱいです', 'soft'],
]

/** Notices in the languages of Europe and some more. */
export const abroad: readonly BounceSample[] = [
  ...notices.map(([language, subject, words, status, bounceClass], index) => {
    const address = `reader${index}.${language}@example.org`
    return {
      name: `exchange in ${language}`,
      raw: reportOf(
        ['From: <postmaster@example.org>', encoded(subject)],
        [
          plainPart(words, '', address, '', `#550 ${status} ##`),
          statusPart({ address, status, diagnostic: `550 ${status} generic` }),
          headPart(address),
        ],
      ),
      address,
      status,
      bounceClass,
    }
  }),
  ...texts.map(([language, subject, words, bounceClass], index) => {
    const address = `reader${index}.${language}@example.net`
    return {
      name: `text in ${language}`,
      raw: mailOf(
        [
          'From: Postmaster <postmaster@example.net>',
          encoded(subject),
          'Content-Type: text/plain; charset=utf-8',
          'Content-Transfer-Encoding: 8bit',
        ],
        [words, '', `<${address}>`, '', '----- Original message -----', '', ...ownHead(address)],
      ),
      address,
      status: null,
      bounceClass,
    }
  }),
]
