/** One pattern for many phrases of any script, where no sign marks the beginning of a word. */
const anyWhere = (phrases: readonly string[]): RegExp => new RegExp(phrases.join('|'), 'iu')

/** The mailbox or who has it, by the beginning of the word. Each line is a language or a family of them. */
const mailbox = [
  'empfänger|benutzer|postfach|adresse',
  'destinataire|utilisateur|bo[iî]te',
  'usuari[oa]|destinatari[oa]|buz[oó]n|direcci[oó]n|persona',
  'utente|indirizzo|casella',
  'usuário|destinatário|endereço|caixa',
  'gebruiker|ontvanger|geadresseerde|adres\\b|postvak',
  'użytkownik|odbiorc|adresat|skrzynk',
  'uživatel|příjemce|schránk|používateľ|príjemc',
  'пользовател|получател|адресат|ящик|адрес|користувач|отримувач|скриньк|потребител',
  'användare|mottagare|adressen|bruger|modtager|mottaker|käyttäj|vastaanottaj',
  'kullanıcı|alıcı|posta kutusu',
  'χρήστη|παραλήπτη|διεύθυνση|γραμματοκιβώτιο',
  'felhasznál|címzett|postafiók',
  'utilizator|destinatar|adresa',
  '用户|用戶|收件人|邮箱|郵箱|地址|ユーザ|宛先|アドレス|メールボックス|사용자|수신자|받는 사람|주소',
  'المستخدم|المستلم|العنوان|البريد',
].join('|')

/** That there is none. */
const missing = [
  'unbekannt|existiert nicht|nicht gefunden|nicht vorhanden|ungültig',
  "inconnue?|n[’']existe pas|introuvable|invalide",
  'desconocid|no existe|no encontrad|inexistente|inválid',
  'sconosciut|non esist|non (è stat[oa] )?trovat|inesistente|non valid',
  'desconhecid|não existe|não (foi )?encontrad',
  'onbekend|bestaat niet|niet gevonden',
  'nie istnieje|nieznan|nie ma takie|nie (został )?znalezion',
  'neexistuj|neznám|nenalezen',
  'не найден|не существует|неизвестн|нет такого|такого[^\\n]{0,20} нет|не знайдено|не існує|не съществува',
  'okänd|finns inte|hittades inte|ukendt|findes ikke|finnes ikke|ukjent|ei löydy|tuntemat|ei ole olemassa',
  'bulunamadı|\\byok\\b|bilinmeyen|mevcut değil',
  'δεν υπάρχει|δεν βρέθηκε|άγνωστ',
  'nem létezik|ismeretlen|nem található',
  'necunoscut|nu există|nu a fost găsit',
  '不存在|无此|無此|未找到|找不到|見つかりません|存在しません|不明|찾을 수 없|존재하지 않',
  'غير موجود|غير معروف|لا يوجد',
].join('|')

/** Words for a mailbox that is not there, as servers write them in other languages than English. */
export const noMailboxAbroad = anyWhere([
  `(${mailbox})[^\\n]{0,40}?(${missing})`,
  `(${missing})[^\\n]{0,24}?(${mailbox})`,
  'no existe (dicha|esa|tal) persona',
  'nessun utente',
  'nicht im domino[- ]verzeichnis|non r[ée]pertorié|no (figura|aparece) en el directorio',
])

/** A mailbox that is full. */
export const fullAbroad = anyWhere([
  'postfach[^\\n]{0,20} (ist )?voll|speicher(platz|limit)|kontingent',
  'bo[iî]te[^\\n]{0,40}pleine|quota d[ée]pass[ée]|espace insuffisant',
  'buz[oó]n[^\\n]{0,30}llen|cuota (excedida|superada)|sin espacio',
  'casella[^\\n]{0,30}piena|spazio esaurito|quota superata',
  'caixa[^\\n]{0,30}cheia|cota excedida|quota excedida',
  'postvak[^\\n]{0,20} vol\\b|mailbox[^\\n]{0,10} vol\\b',
  'skrzynka[^\\n]{0,20}pełna|przepełnion|przekroczon[^\\n]{0,20}limit',
  'schránk[^\\n]{0,20}pln[áý]|překročen',
  'переполнен|превышен[аоы]? (квота|лимит|размер)|перевищен|квота превышена',
  'brevlådan[^\\n]{0,20}full|postkass[^\\n]{0,20}(er|fuld|full)|postilaatikko[^\\n]{0,20}täynnä',
  'kutusu[^\\n]{0,20}dolu|kota(sı)? (aşıl|dol)',
  'πλήρες|υπέρβαση ορίου',
  'megtelt|kvóta túllép',
  'căsuța[^\\n]{0,20}plină|препълнен',
  '已满|已滿|超出(配额|容量)|容量[^\\n]{0,6}超|いっぱい|용량(이|을)? 초과|가득',
  'ممتلئ|تجاوز الحصة',
])

/** A mailbox that somebody switched off, and may switch on. */
export const switchedOffAbroad = anyWhere([
  'deaktiviert|gesperrt|désactivé|suspendu|desactivad|suspendid|disattivat|sospes|desativad|suspens',
  'gedeactiveerd|geblokkeerd|zablokowan|wyłączon|nieaktywn|zablokován|отключен|заблокирован|деактивир|приостановлен',
  'inaktivera|deaktiveret|deaktivert|devre dışı|askıya|απενεργοποι|letiltott|felfüggesztett|dezactivat',
  '停用|冻结|禁用|無効|停止されて|정지|비활성|معطل|موقوف',
])

/** What they do not want from us. */
export const spamAbroad = anyWhere([
  'spam|спам|垃圾|スパム|迷惑メール|스팸|مزعج',
  'unerwünscht|indésirable|no deseado|indesiderat|indesejad|ongewenst|niechcian|nevyžádan|нежелательн|istenmeyen|ανεπιθύμητ|kéretlen|nedorit',
])
