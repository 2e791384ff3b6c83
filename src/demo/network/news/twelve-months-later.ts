import type { DemoNews } from '../shapes.ts'

export const twelveMonthsLater: DemoNews = {
  key: 'twelve-months-later',
  sourceLocale: 'en',
  sample: true,
  communities: ['coaching-mentoring'],
  countries: ['ES', 'IT', 'PL'],
  topics: ['impact-measurement', 'mentoring'],
  audiences: ['research', 'regional-authorities', 'civil-society'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [{ collection: 'publications', key: 'asking-again' }],
  type: 'story',
  date: '2026-05-20',
  texts: {
    en: {
      title: 'Nine questions, twelve months later',
      teaser:
        'Ninety founders were called a year after their last advice session. Sixty answered. What they said changed the programme.',
      body: 'The most frequent sentence was not about money. It was: “I would have liked to ask someone in the fourth month.” The programme ended in the third.\n\nSince spring there is a second appointment after four months, half an hour by telephone. Nobody has to take it. Most do.',
    },
    es: {
      title: 'Nueve preguntas, doce meses después',
      teaser:
        'Se llamó a noventa personas un año después de su última asesoría. Contestaron sesenta. Lo que dijeron cambió el programa.',
      body: 'La frase más repetida no hablaba de dinero. Era: «Me habría gustado preguntar a alguien en el cuarto mes». El programa acababa en el tercero.\n\nDesde la primavera hay una segunda cita a los cuatro meses, media hora por teléfono. Nadie está obligado. Casi todos la aceptan.',
    },
    el: {
      title: 'Εννέα ερωτήσεις, δώδεκα μήνες μετά',
      teaser:
        'Ενενήντα άνθρωποι δέχτηκαν ένα τηλεφώνημα έναν χρόνο μετά την τελευταία τους συμβουλευτική συνάντηση. Απάντησαν εξήντα. Όσα είπαν άλλαξαν το πρόγραμμα.',
      body: 'Η πιο συχνή φράση δεν αφορούσε χρήματα. Ήταν: «Θα ήθελα να ρωτήσω κάποιον τον τέταρτο μήνα». Το πρόγραμμα τελείωνε τον τρίτο.\n\nΑπό την άνοιξη υπάρχει δεύτερο ραντεβού στους τέσσερις μήνες, μισή ώρα στο τηλέφωνο. Δεν είναι υποχρεωτικό. Οι περισσότεροι το θέλουν.',
    },
    uk: {
      title: 'Дев’ять запитань через дванадцять місяців',
      teaser:
        'Дев’яноста засновникам зателефонували за рік після останньої консультації. Відповіли шістдесят. Те, що вони сказали, змінило програму.',
      body: 'Найчастіше говорили не про гроші. Казали: «Мені хотілося б когось запитати на четвертому місяці». Програма закінчувалася на третьому.\n\nВід весни є друга зустріч через чотири місяці, пів години телефоном. Ніхто не зобов’язаний. Більшість погоджується.',
    },
  },
}
