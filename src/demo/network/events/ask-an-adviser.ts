import type { DemoEvent } from '../shapes.ts'

export const askAnAdviser: DemoEvent = {
  key: 'ask-an-adviser',
  sourceLocale: 'en',
  sample: true,
  communities: ['access-to-finance'],
  countries: [],
  topics: ['microfinance', 'language-sensitivity'],
  audiences: ['end-users', 'civil-society', 'investors'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [{ collection: 'publications', key: 'plain-words' }],
  type: 'webinar',
  status: 'as-planned',
  start: '2027-01-21T17:00',
  end: '2027-01-21T18:30',
  previousStart: null,
  timeZone: 'Europe/Brussels',
  mode: 'online',
  city: null,
  languages: ['en', 'fr', 'ar', 'uk', 'es', 'de', 'el'],
  organisers: ['sample-organisation'],
  registrationUrl: 'https://events.sample.example/ask-an-adviser',
  texts: {
    en: {
      title: 'Ask an adviser: your first loan',
      summary:
        'Ninety minutes online with people who decide on small loans. Send your question beforehand in your own language; it is answered in that language, without your name.',
      body: 'Seven rooms, one for each language. In each sit an adviser and a loan officer.\n\n- What a lender wants to see, and what nobody reads\n- What to do without a credit history in this country\n- What to ask before you sign',
    },
    fr: {
      title: 'Une question au conseiller : votre premier prêt',
      summary:
        'Quatre-vingt-dix minutes en ligne avec des personnes qui décident de petits prêts. Envoyez votre question à l’avance dans votre langue ; la réponse vient dans cette langue, sans votre nom.',
      body: 'Sept salles, une par langue. Dans chacune, un conseiller et une chargée de prêts.\n\n- Ce qu’un prêteur veut voir, et ce que personne ne lit\n- Que faire sans historique bancaire dans ce pays\n- Que demander avant de signer',
    },
    de: {
      title: 'Fragen Sie nach: Ihr erster Kredit',
      summary:
        'Neunzig Minuten online mit Menschen, die über kleine Kredite entscheiden. Schicken Sie Ihre Frage vorab in Ihrer Sprache; beantwortet wird sie in dieser Sprache und ohne Ihren Namen.',
      body: 'Sieben Räume, einer je Sprache. In jedem sitzen eine Beraterin und jemand aus der Kreditvergabe.\n\n- Was Geldgeber sehen wollen und was niemand liest\n- Was tun ohne Kreditgeschichte in diesem Land\n- Was vor der Unterschrift zu fragen ist',
    },
    el: {
      title: 'Ρωτήστε έναν σύμβουλο: το πρώτο σας δάνειο',
      summary:
        'Ενενήντα λεπτά στο διαδίκτυο με ανθρώπους που αποφασίζουν για μικρά δάνεια. Στείλτε την ερώτησή σας από πριν στη γλώσσα σας· η απάντηση δίνεται στην ίδια γλώσσα, χωρίς το όνομά σας.',
      body: 'Επτά αίθουσες, μία για κάθε γλώσσα. Σε καθεμία ένας σύμβουλος και ένας υπεύθυνος δανείων.\n\n- Τι θέλει να δει ο δανειστής και τι δεν διαβάζει κανείς\n- Τι γίνεται χωρίς τραπεζικό ιστορικό στη χώρα\n- Τι να ρωτήσετε πριν υπογράψετε',
    },
    ar: {
      title: 'اسأل مستشارًا: قرضك الأول',
      summary:
        'تسعون دقيقة عبر الإنترنت مع من يقررون في القروض الصغيرة. أرسل سؤالك مسبقًا بلغتك، وسيأتيك الجواب باللغة نفسها ومن دون ذكر اسمك.',
      body: 'سبع غرف، واحدة لكل لغة، في كل منها مستشار ومسؤول قروض.\n\n- ما الذي يريد المُقرض أن يراه، وما الذي لا يقرؤه أحد\n- ماذا تفعل من دون سجل ائتماني في هذا البلد\n- ماذا تسأل قبل أن توقّع',
    },
    es: {
      title: 'Pregunta a quien asesora: tu primer préstamo',
      summary:
        'Noventa minutos en línea con personas que deciden sobre préstamos pequeños. Envía tu pregunta antes, en tu idioma; se contesta en ese idioma y sin tu nombre.',
      body: 'Siete salas, una por idioma. En cada una hay una asesora y un responsable de préstamos.\n\n- Qué quiere ver quien presta y qué no lee nadie\n- Qué hacer sin historial de crédito en este país\n- Qué preguntar antes de firmar',
    },
    uk: {
      title: 'Запитайте консультанта: ваша перша позика',
      summary:
        'Дев’яносто хвилин онлайн із тими, хто ухвалює рішення про невеликі позики. Надішліть запитання заздалегідь своєю мовою; відповідь буде тією ж мовою і без вашого імені.',
      body: 'Сім кімнат, по одній на кожну мову. У кожній консультант і фахівець із кредитування.\n\n- Що хоче побачити кредитор і чого ніхто не читає\n- Що робити без кредитної історії в цій країні\n- Про що спитати, перш ніж підписувати',
    },
  },
}
