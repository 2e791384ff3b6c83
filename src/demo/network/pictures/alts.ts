import type { EveryLocale } from '../taxonomies/demo-term.ts'

export type PictureKey =
  | 'call'
  | 'kitchen'
  | 'long-table'
  | 'market'
  | 'open-house'
  | 'permit-desk'
  | 'savings-book'

/** What each picture shows, for those who do not see it. */
export const alts: Readonly<Record<PictureKey, EveryLocale<string>>> = {
  call: {
    en: 'Drawing: a video call with six people; three of them are speaking.',
    fr: 'Dessin : un appel vidéo à six ; trois personnes parlent.',
    de: 'Zeichnung: ein Videogespräch mit sechs Menschen, drei von ihnen sprechen.',
    es: 'Dibujo: una videollamada de seis personas; tres están hablando.',
    it: 'Disegno: una videochiamata con sei persone; tre stanno parlando.',
    el: 'Σχέδιο: βιντεοκλήση με έξι ανθρώπους· οι τρεις μιλούν.',
    ar: 'رسم: مكالمة مرئية بين ستة أشخاص، ثلاثة منهم يتكلمون.',
    uk: 'Малюнок: відеодзвінок шістьох людей; троє з них говорять.',
  },
  kitchen: {
    en: 'Drawing: two cooks in a kitchen, two steaming pots on the stove.',
    fr: 'Dessin : deux personnes dans une cuisine, deux marmites fumantes sur le fourneau.',
    de: 'Zeichnung: zwei Menschen in einer Küche, zwei dampfende Töpfe auf dem Herd.',
    es: 'Dibujo: dos personas en una cocina, dos ollas humeantes en los fogones.',
    it: 'Disegno: due persone in una cucina, due pentole fumanti sui fornelli.',
    el: 'Σχέδιο: δύο άνθρωποι σε μια κουζίνα, δύο κατσαρόλες που αχνίζουν στη φωτιά.',
    ar: 'رسم: شخصان في مطبخ، وقدران يتصاعد منهما البخار على الموقد.',
    uk: 'Малюнок: двоє людей на кухні, на плиті парують дві каструлі.',
  },
  'long-table': {
    en: 'Drawing: people on both sides of a long table in a hall hung with lights.',
    fr: 'Dessin : des gens des deux côtés d’une longue table, dans une halle ornée de lampions.',
    de: 'Zeichnung: Menschen zu beiden Seiten eines langen Tisches in einer Halle mit Lichterketten.',
    es: 'Dibujo: gente a ambos lados de una mesa larga, en una nave adornada con luces.',
    it: 'Disegno: persone ai due lati di un lungo tavolo, in una sala con file di luci.',
    el: 'Σχέδιο: άνθρωποι στις δύο πλευρές ενός μακριού τραπεζιού, σε αίθουσα με φωτάκια.',
    ar: 'رسم: أناس على جانبي طاولة طويلة في قاعة مزينة بالأضواء.',
    uk: 'Малюнок: люди обабіч довгого столу в залі, прикрашеному ліхтариками.',
  },
  market: {
    en: 'Drawing: three market stalls with striped awnings; two people are shopping.',
    fr: 'Dessin : trois étals de marché aux auvents rayés ; deux personnes font leurs achats.',
    de: 'Zeichnung: drei Marktstände mit gestreiften Dächern, zwei Menschen kaufen ein.',
    es: 'Dibujo: tres puestos de mercado con toldos a rayas; dos personas compran.',
    it: 'Disegno: tre banchi del mercato con tende a righe; due persone fanno la spesa.',
    el: 'Σχέδιο: τρεις πάγκοι αγοράς με ριγέ τέντες· δύο άνθρωποι ψωνίζουν.',
    ar: 'رسم: ثلاثة أكشاك في سوق بمظلات مخططة، وشخصان يتسوقان.',
    uk: 'Малюнок: три ринкові ятки зі смугастими навісами; двоє людей купують.',
  },
  'open-house': {
    en: 'Drawing: a large house with its door open; one person stands in it, four are arriving.',
    fr: 'Dessin : une grande maison à la porte ouverte ; une personne s’y tient, quatre arrivent.',
    de: 'Zeichnung: ein großes Haus mit offener Tür; jemand steht darin, vier Menschen kommen an.',
    es: 'Dibujo: una casa grande con la puerta abierta; hay una persona en ella y llegan cuatro.',
    it: 'Disegno: una grande casa con la porta aperta; una persona sulla soglia, quattro in arrivo.',
    el: 'Σχέδιο: ένα μεγάλο σπίτι με ανοιχτή πόρτα· ένας στέκεται στο κατώφλι, τέσσερις φτάνουν.',
    ar: 'رسم: بيت كبير بابه مفتوح، يقف فيه شخص ويصل إليه أربعة.',
    uk: 'Малюнок: великий будинок із відчиненими дверима; на порозі одна людина, четверо підходять.',
  },
  'permit-desk': {
    en: 'Drawing: two people at a counter with papers between them, a calendar on the wall.',
    fr: 'Dessin : deux personnes à un guichet, des papiers entre elles, un calendrier au mur.',
    de: 'Zeichnung: zwei Menschen an einem Schalter, Papiere zwischen ihnen, ein Kalender an der Wand.',
    es: 'Dibujo: dos personas en un mostrador con papeles entre ellas y un calendario en la pared.',
    it: 'Disegno: due persone a uno sportello con delle carte tra loro, un calendario alla parete.',
    el: 'Σχέδιο: δύο άνθρωποι σε ένα γκισέ με χαρτιά ανάμεσά τους, ένα ημερολόγιο στον τοίχο.',
    ar: 'رسم: شخصان عند شباك خدمة وبينهما أوراق، وعلى الحائط تقويم.',
    uk: 'Малюнок: двоє людей біля стійки, між ними папери, на стіні календар.',
  },
  'savings-book': {
    en: 'Drawing: an open notebook with entries, twelve coins in a circle around it.',
    fr: 'Dessin : un cahier ouvert avec des écritures, douze pièces en cercle autour.',
    de: 'Zeichnung: ein offenes Heft mit Einträgen, zwölf Münzen im Kreis darum.',
    es: 'Dibujo: un cuaderno abierto con anotaciones y doce monedas en círculo alrededor.',
    it: 'Disegno: un quaderno aperto con delle annotazioni e dodici monete in cerchio.',
    el: 'Σχέδιο: ένα ανοιχτό τετράδιο με εγγραφές και δώδεκα νομίσματα γύρω του σε κύκλο.',
    ar: 'رسم: دفتر مفتوح فيه قيود، وحوله اثنتا عشرة قطعة نقدية في دائرة.',
    uk: 'Малюнок: розгорнутий зошит із записами, довкола нього дванадцять монет колом.',
  },
}
