import type { DemoNews } from '../shapes.ts'

export const mentorsWanted: DemoNews = {
  key: 'mentors-wanted',
  sourceLocale: 'en',
  sample: true,
  communities: ['coaching-mentoring'],
  countries: ['GR'],
  topics: ['mentoring', 'networking', 'refugee-entrepreneurs'],
  audiences: ['end-users', 'industry', 'civil-society'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [{ collection: 'events', key: 'athens-open-day' }],
  type: 'call',
  date: '2026-11-18',
  texts: {
    en: {
      title: 'Mentors wanted in Thessaloniki and Athens',
      teaser:
        'You run a shop, a workshop or an office, and you have two hours a month? Thirty founders are waiting for someone to ask. Apply by 15 January.',
      body: 'You need no training and no certificate. You need to have run a business for three years, and to be able to say “I do not know, but I know who does”.\n\nWe introduce you to two or three founders; you and they choose. After three months either side may stop without giving a reason.\n\n- Two hours a month, for nine months\n- Greek, English, Arabic, French or Ukrainian\n- First meeting on 18 February 2027, at the open day in Athens',
    },
    el: {
      title: 'Ζητούνται μέντορες σε Θεσσαλονίκη και Αθήνα',
      teaser:
        'Έχετε μαγαζί, εργαστήριο ή γραφείο και δύο ώρες τον μήνα; Τριάντα νέοι επιχειρηματίες περιμένουν κάποιον να ρωτήσουν. Αιτήσεις έως τις 15 Ιανουαρίου.',
      body: 'Δεν χρειάζεται εκπαίδευση ούτε πιστοποιητικό. Χρειάζεται να έχετε επιχείρηση εδώ και τρία χρόνια και να μπορείτε να πείτε «δεν ξέρω, ξέρω όμως ποιος ξέρει».\n\nΣας γνωρίζουμε δύο ή τρεις νέους επιχειρηματίες· διαλέγετε και οι δύο πλευρές. Μετά από τρεις μήνες καθεμία μπορεί να σταματήσει χωρίς εξηγήσεις.\n\n- Δύο ώρες τον μήνα, για εννέα μήνες\n- Ελληνικά, αγγλικά, αραβικά, γαλλικά ή ουκρανικά\n- Πρώτη συνάντηση στις 18 Φεβρουαρίου 2027, στην ανοιχτή μέρα στην Αθήνα',
    },
    ar: {
      title: 'مطلوب مرشدون في سالونيك وأثينا',
      teaser:
        'لديك دكان أو ورشة أو مكتب، ولديك ساعتان في الشهر؟ ثلاثون مؤسسًا ينتظرون من يسألونه. قدّم طلبك حتى 15 يناير.',
      body: 'لا تحتاج إلى تدريب ولا شهادة. يكفي أن تكون قد أدرت عملًا ثلاث سنوات، وأن تستطيع أن تقول: «لا أعرف، لكنني أعرف من يعرف».\n\nنعرّفك على مؤسسين أو ثلاثة، والاختيار للطرفين. وبعد ثلاثة أشهر يستطيع أي منهما أن يتوقف من دون إبداء الأسباب.\n\n- ساعتان في الشهر لمدة تسعة أشهر\n- باليونانية أو الإنجليزية أو العربية أو الفرنسية أو الأوكرانية\n- اللقاء الأول في 18 فبراير 2027، في اليوم المفتوح في أثينا',
    },
    fr: {
      title: 'On cherche des mentors à Thessalonique et à Athènes',
      teaser:
        'Vous tenez une boutique, un atelier ou un bureau, et vous avez deux heures par mois ? Trente entrepreneurs attendent quelqu’un à qui demander. Candidatures jusqu’au 15 janvier.',
      body: 'Il ne faut ni formation ni certificat. Il faut avoir tenu une entreprise pendant trois ans et savoir dire « Je ne sais pas, mais je sais qui sait ».\n\nNous vous présentons deux ou trois personnes ; le choix est des deux côtés. Après trois mois, chacun peut arrêter sans donner de raison.\n\n- Deux heures par mois, pendant neuf mois\n- Grec, anglais, arabe, français ou ukrainien\n- Première rencontre le 18 février 2027, à la journée portes ouvertes d’Athènes',
    },
  },
}
