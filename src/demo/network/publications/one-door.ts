import type { DemoPublication } from '../shapes.ts'

/** Written in French first. */
export const oneDoor: DemoPublication = {
  key: 'one-door',
  sourceLocale: 'fr',
  sample: true,
  communities: ['professionalisation-diversity'],
  countries: ['FR', 'BE'],
  topics: ['local-policy', 'legal-advice', 'language-sensitivity'],
  audiences: ['local-authorities', 'regional-authorities', 'civil-society'],
  responsible: 'sample-organisation',
  workPackage: null,
  related: [{ collection: 'publications', key: 'plain-words' }],
  type: 'guide',
  date: '2026-03-19',
  publisher: 'sample-organisation',
  authors: ['Sample Organisation'],
  deliverable: null,
  partOf: null,
  pages: 24,
  texts: {
    fr: {
      title: 'Une seule porte',
      subtitle: 'Ouvrir à la mairie un guichet pour celles et ceux qui créent leur entreprise',
      abstract:
        'Permis, statut, local, compte bancaire : quatre bureaux, quatre rendez-vous, quatre fois la même histoire à raconter. Ce guide montre comment une ville moyenne peut réunir ces démarches à une seule porte, avec deux agents, un interprète le mardi et un calendrier affiché. Il dit aussi ce qui n’a pas marché : le formulaire en ligne, que presque personne n’a ouvert.',
    },
    en: {
      title: 'One door',
      subtitle: 'How a town hall can receive people who start a business',
      abstract:
        'Permit, legal form, premises, bank account: four offices, four appointments, the same story told four times. This guide shows how a mid-sized town can bring these steps to one door, with two staff, an interpreter on Tuesdays and a calendar on the wall. It also says what did not work: the online form, which hardly anyone opened.',
    },
    el: {
      title: 'Μία πόρτα',
      subtitle: 'Πώς ένας δήμος υποδέχεται όσους ανοίγουν επιχείρηση',
      abstract:
        'Άδεια, νομική μορφή, χώρος, τραπεζικός λογαριασμός: τέσσερα γραφεία, τέσσερα ραντεβού, τέσσερις φορές η ίδια ιστορία. Ο οδηγός δείχνει πώς ένας μεσαίος δήμος μπορεί να φέρει τα βήματα αυτά σε μία πόρτα, με δύο υπαλλήλους, έναν διερμηνέα κάθε Τρίτη και ένα ημερολόγιο στον τοίχο. Λέει και τι δεν πέτυχε: τη διαδικτυακή φόρμα, που σχεδόν κανείς δεν άνοιξε.',
    },
    it: {
      title: 'Una porta sola',
      subtitle: 'Come un comune può accogliere chi apre un’impresa',
      abstract:
        'Permesso, forma giuridica, locale, conto in banca: quattro uffici, quattro appuntamenti, quattro volte la stessa storia da raccontare. Questa guida mostra come una città media può riunire questi passi a una sola porta, con due impiegati, un interprete il martedì e un calendario appeso al muro. Dice anche che cosa non ha funzionato: il modulo in rete, che quasi nessuno ha aperto.',
    },
  },
}
