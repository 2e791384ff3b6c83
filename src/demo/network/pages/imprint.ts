import type { DemoPage } from './demo-page.ts'

export const imprint: DemoPage = {
  key: 'imprint',
  texts: {
    en: {
      title: 'Imprint',
      body: 'This is a demonstration that runs on one computer. Nobody publishes it, and nobody can be reached at the addresses it shows.\n\nThe facts about the European Migrant Entrepreneurship Network come from its public record. The partners that are named here have not checked this site and are not responsible for it.\n\nTexts may be used under the licence that stands beside each of them.',
    },
    fr: {
      title: 'Mentions légales',
      body: 'Ceci est une démonstration qui tourne sur un seul ordinateur. Personne ne la publie, et personne ne peut être joint aux adresses indiquées.\n\nLes faits concernant le réseau européen de l’entrepreneuriat des migrants viennent de ses documents publics. Les partenaires nommés n’ont pas relu ce site et n’en sont pas responsables.\n\nLes textes peuvent être réutilisés selon la licence indiquée à côté de chacun.',
    },
    de: {
      title: 'Impressum',
      body: 'Dies ist eine Vorführung, die auf einem einzelnen Rechner läuft. Niemand veröffentlicht sie, und unter den gezeigten Adressen ist niemand zu erreichen.\n\nDie Angaben über das Europäische Netzwerk für migrantisches Unternehmertum stammen aus öffentlichen Unterlagen. Die genannten Partner haben diese Website nicht geprüft und sind nicht für sie verantwortlich.\n\nDie Texte dürfen unter der Lizenz genutzt werden, die jeweils dabeisteht.',
    },
    es: {
      title: 'Aviso legal',
      body: 'Esto es una demostración que funciona en un solo ordenador. Nadie la publica y en las direcciones que muestra no hay nadie.\n\nLos datos sobre la Red Europea de Emprendimiento Migrante proceden de sus documentos públicos. Los socios que se nombran no han revisado este sitio ni son responsables de él.\n\nLos textos pueden usarse con la licencia que figura junto a cada uno.',
    },
    it: {
      title: 'Note legali',
      body: 'Questa è una dimostrazione che gira su un solo computer. Nessuno la pubblica e agli indirizzi che mostra non risponde nessuno.\n\nI fatti sulla Rete europea per l’imprenditoria dei migranti vengono dai suoi documenti pubblici. I partner nominati non hanno controllato questo sito e non ne sono responsabili.\n\nI testi si possono usare secondo la licenza indicata accanto a ciascuno.',
    },
    el: {
      title: 'Νομικά στοιχεία',
      body: 'Πρόκειται για επίδειξη που τρέχει σε έναν μόνο υπολογιστή. Κανείς δεν την εκδίδει και στις διευθύνσεις που δείχνει δεν απαντά κανείς.\n\nΤα στοιχεία για το Ευρωπαϊκό Δίκτυο Επιχειρηματικότητας των Μεταναστών προέρχονται από δημόσια έγγραφα. Οι εταίροι που αναφέρονται δεν έχουν ελέγξει τον ιστότοπο και δεν ευθύνονται γι’ αυτόν.\n\nΤα κείμενα χρησιμοποιούνται με την άδεια που γράφει το καθένα.',
    },
    ar: {
      title: 'بيانات الموقع',
      body: 'هذا عرض تجريبي يعمل على حاسوب واحد. لا ينشره أحد، ولا يمكن الوصول إلى أحد عبر العناوين الظاهرة فيه.\n\nالمعلومات عن الشبكة الأوروبية لريادة أعمال المهاجرين مأخوذة من وثائقها العامة. والشركاء المذكورون لم يراجعوا هذا الموقع وليسوا مسؤولين عنه.\n\nيجوز استعمال النصوص وفق الترخيص المذكور إلى جانب كل منها.',
    },
    uk: {
      title: 'Вихідні дані',
      body: 'Це демонстрація, що працює на одному комп’ютері. Її ніхто не видає, і за вказаними адресами ніхто не відповість.\n\nВідомості про Європейську мережу підприємництва мігрантів узято з її відкритих документів. Названі партнери не перевіряли цей сайт і не відповідають за нього.\n\nТексти можна використовувати на умовах ліцензії, вказаної біля кожного з них.',
    },
  },
}
