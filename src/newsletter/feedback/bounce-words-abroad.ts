/** One pattern for many phrases of any script, where no sign marks the beginning of a word. */
const anyWhere = (phrases: readonly string[]): RegExp => new RegExp(phrases.join('|'), 'iu')

/** The mailbox or who has it, by the beginning of the word. Each line is a language or a family of them. */
const mailbox = [
  'empfänger|(be)?nutzer|teilnehmer|postfach|mailbox|adresse|konto',
  'destinataire|utilisateur|bo[iî]te|compte',
  'usuari[oa]|destinatari[oa]|buz[oó]n|direcci[oó]n|persona|cuenta',
  'utente|indirizzo|casella|account',
  'usuário|destinatário|endereço|caixa|conta',
  'gebruiker|ontvanger|geadresseerde|adres\\b|postvak|postbus',
  'użytkownik|odbiorc|adresat|skrzynk',
  'uživatel|příjemce|schránk|účet|používateľ|príjemc',
  'пользовател|получател|адресат|ящик|адрес|уч[её]тн|аккаунт|користувач|отримувач|скриньк|потребител',
  'användare|mottagare|adressen|bruger|modtager|mottaker|käyttäj|vastaanottaj',
  'kullanıcı|alıcı|posta kutusu|hesap|hesab',
  'χρήστη|παραλήπτη|διεύθυνση|γραμματοκιβώτιο|λογαριασμ',
  'felhasznál|címzett|postafiók',
  'utilizator|destinatar|adresa|contul',
  '用户|用戶|收件人|邮箱|郵箱|地址|[账帐帳][户戶号號]|ユーザ|宛先|受信者|利用者|アドレス|メールボックス|アカウント|사용자|수신자|받는 사람|주소|계정',
  'المستخدم|المستلم|العنوان|البريد|الحساب',
].join('|')

/** That there is none. */
const missing = [
  'unbekannt|existiert nicht|nicht (mehr )?(gefunden|vorhanden|bekannt|gültig|registriert)|ungültig|gibt es nicht',
  "inconnue?|n[’']existe (pas|plus)|introuvable|invalide|inexistante?|n[’']est (pas|plus) (connu|valide)|n[’']a pas été trouvée?",
  'desconocid|no existe|no (fue |se ha |se )?(encontr|registr)|inexistente|inválid|no es válid',
  'sconosciut|non esist|non (è (stat[oa] )?)?(trovat|present|registrat|riconosciut)|inesistente|non (è )?valid',
  'desconhecid|não existe|não (foi )?(encontrad|localizad)|não é válid',
  'onbekend|bestaat niet|niet (gevonden|bekend|geldig)|ongeldig',
  'nie istnieje|nieznan|nie ma takie|nie (został )?znalezion|nieprawidłow|niepoprawn',
  'neexistuj|neznám|nenalezen|neplatn',
  'не найден|не существует|неизвестн|нет такого|такого[^\\n]{0,20} нет|не зарегистр|недействител|не знайдено|не існує|не съществува',
  'okänd|finns inte|hittades inte|existerar inte|ogiltig|ukendt|findes ikke|finnes ikke|ukjent|ugyldig|ei löydy|tuntemat|ei ole olemassa',
  'bulunamadı|\\byok\\b|bilinmeyen|mevcut değil|geçersiz',
  'δεν υπάρχει|δεν βρέθηκε|άγνωστ|μη έγκυρ',
  'nem létezik|ismeretlen|nem található|érvénytelen',
  'necunoscut|nu există|nu a fost găsit|inexistent',
  '不存在|无此|無此|未找到|找不到|[没沒]有(此|这|這|该|該)|查无|無法找到|无法找到|无效|見つかりません|存在しま?せ?な?[んい]|ありません|不明|찾을 수 없|존재하지 않|없는|유효하지 않',
  'غير موجود|غير معروف|لا يوجد|غير صحيح|غير صالح',
].join('|')

/** That it was there once. */
const deleted =
  'gelöscht|supprimé|clôturé|eliminad|dad[oa] de baja|cancellat|excluíd|encerrad|verwijderd|opgeheven|usunięt|zrušen|smazán|удал[её]н|закрыт|видален|borttag|slettet|poistettu|silin(di|miş)|διαγρ[άα]φ|törölt|șters|(删除|刪除|注销|註銷)|削除|삭제|محذوف'

/** Words for a mailbox that is not there, as servers write them in other languages than English. */
export const noMailboxAbroad = anyWhere([
  `(${mailbox})[^\\n]{0,40}?(${missing})`,
  `(${missing})[^\\n]{0,24}?(${mailbox})`,
  'no existe (dicha|esa|tal) persona',
  'nessun (utente|destinatario)|aucun (utilisateur|destinataire)|kein(e|en)? (gültiger? |solcher? )?(benutzer|empfänger|postfach)|ning[uú]n (usuario|destinatario)|nenhum (usuário|destinatário)|geen (gebruiker|postvak)|brak (takiego )?(użytkownik|odbiorc|kont|skrzynk)',
  'nicht im domino[- ]verzeichnis|non r[ée]pertorié|no (figura|aparece) en el directorio',
])

/** A mailbox that was there and is not any more. */
export const goneAbroad = anyWhere([`(${mailbox})[^\\n]{0,16}?(${deleted})`])

/** A mailbox that is full. */
export const fullAbroad = anyWhere([
  'postfach[^\\n]{0,20} (ist )?voll|überfüllt|speicher[^\\n]{0,24}(überschritten|ueberschritten|voll|erschöpft)|speicher(platz|limit)|kontingent',
  'bo[iî]te[^\\n]{0,40}pleine|quota d[ée]pass[ée]|espace insuffisant|satur[ée]',
  'buz[oó]n[^\\n]{0,30}llen|cuota (excedida|superada)|sin espacio|espacio insuficiente',
  'casella[^\\n]{0,30}piena|spazio (esaurito|insufficiente)|quota superata',
  'caixa[^\\n]{0,30}(cheia|lotada)|cota excedida|quota excedida|sem espaço',
  'postvak[^\\n]{0,20} vol\\b|mailbox[^\\n]{0,10} vol\\b|onvoldoende ruimte',
  'skrzynka[^\\n]{0,20}pełna|przepełnion|przekroczon[^\\n]{0,20}limit|brak miejsca',
  'schránk[^\\n]{0,20}pln[áý]|překročen',
  'переполнен|превышен[аоы]? (квота|лимит|размер)|перевищен|квота превышена|недостаточно места',
  'brevlådan[^\\n]{0,20}full|postkass[^\\n]{0,20}(er|fuld|full)|postilaatikko[^\\n]{0,20}täynnä',
  'kutusu[^\\n]{0,20}dolu|kota(sı)? (aşıl|dol)',
  'πλήρες|υπέρβαση ορίου',
  'megtelt|kvóta túllép',
  'căsuța[^\\n]{0,20}plină|препълнен',
  '已满|已滿|(空间|空間|容量)不足|超出(配额|容量)|容量[^\\n]{0,6}超|いっぱい|용량(이|을)? 초과|가득',
  'ممتلئ|تجاوز الحصة',
])

/** A mailbox that somebody switched off, and may switch on, or that is not there only for now. */
export const switchedOffAbroad = anyWhere([
  'deaktiviert|gesperrt|désactivé|suspendu|desactivad|suspendid|disattivat|sospes|desativad|suspens',
  'gedeactiveerd|geblokkeerd|zablokowan|wyłączon|nieaktywn|zablokován|отключен|заблокирован|деактивир|приостановлен',
  'inaktivera|deaktiveret|deaktivert|devre dışı|askıya|απενεργοποι|letiltott|felfüggesztett|dezactivat',
  '停用|冻结|禁用|無効|停止されて|정지|비활성|معطل|موقوف',
  'vorübergehend|temporairement|temporalmente|temporaneamente|temporariamente|tijdelijk|tymczasow|dočasn|временно|тимчасово|tillfällig|midlertidig|geçici|προσωρινά|átmenetileg|暂时|暫時|一時的|일시적|مؤقت',
])

/** What they do not want from us. */
export const spamAbroad = anyWhere([
  'spam|спам|垃圾|スパム|迷惑メール|스팸|مزعج',
  'unerwünscht|indésirable|no deseado|indesiderat|indesejad|ongewenst|niechcian|nevyžádan|нежелательн|istenmeyen|ανεπιθύμητ|kéretlen|nedorit',
  'blockiert|bloqu[ée]|bloccat|拒收|拒否|차단|محظور',
])

const sender =
  'absender|expéditeur|[ée]metteur|remitente|mittente|remetente|afzender|nadawc|odesílatel|odosielateľ|отправител|відправник|подател|avsändare|afsender|avsender|lähettäj|gönderen|αποστολέα|feladó|expeditor|发件人|寄件[人者]|送信者|差出人|보낸 사람|발신자|المرسل'

/** It is our own address that they find fault with. */
export const senderAbroad = anyWhere([
  `(${sender})[^\\n]{0,30}?(${missing})`,
  `(${missing})[^\\n]{0,12}?(${sender})`,
])

/** Somebody who guesses or advises. */
export const adviceAbroad = anyWhere([
  'möglich|vielleicht|könnte|eventuell|bitte|prüfen|falls',
  'se peut|peut[- ]être|pourrait|veuillez|vérifi|possible',
  'puede (que|ser|no)|podría|quizá|por favor|verifi|compruebe|posible',
  'potrebbe|può (darsi|essere)|controlla|possibile',
  'pode (ser|não|ter)|poderia|talvez|possível',
  'mogelijk|misschien|controleer|alstublieft',
  'może|prosimy|proszę|sprawdź|możliw',
  'možná|může|prosím|zkontrolujte',
  'возможно|может|пожалуйста|проверьте|убедитесь|можливо|перевірте',
  'kanske|möjlig|kontrollera|kanskje|muligvis|måske|ehkä|mahdollis',
  'olabilir|lütfen|belki|kontrol edin',
  'ενδέχεται|μπορεί|ίσως|παρακαλ|ελέγξτε',
  'lehet|esetleg|ellenőriz|este posibil|poate|verificați',
  '可能|也许|請|请|かもしれ|可能性|ください|수 있습니다|확인|ربما|قد |يرجى',
])
