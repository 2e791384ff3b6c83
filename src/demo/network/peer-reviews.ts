import type { ItemKey, OrganisationKey, Prose, Texts } from './shapes.ts'

interface ReviewTexts {
  readonly title: string
  readonly summary: string
  readonly questions: Prose
  /** What its host has opened to the public. */
  readonly findings: Prose
  /** One per entry of `recommendations`, in the same order. */
  readonly recommendations: readonly string[]
}

interface DemoReview {
  readonly key: string
  readonly practice: ItemKey
  readonly host: OrganisationKey
  readonly peers: readonly { readonly organisation: OrganisationKey; readonly country: string }[]
  /** `YYYY-MM-DD`. */
  readonly start: string
  readonly end: string
  readonly recommendations: readonly {
    readonly due: string
    readonly state: 'open' | 'under-way' | 'done' | 'dropped'
  }[]
  readonly scores: readonly { readonly dimension: number; readonly before: number; readonly after: number }[]
  /** Candid, and kept among the peers. */
  readonly notes: Prose
  readonly texts: Texts<ReviewTexts>
}

/** Sample: who came, what they found and all figures are made up. */
export const demoReviews: readonly DemoReview[] = [
  {
    key: 'athens-permit-desk-review',
    practice: { collection: 'practices', key: 'athens-permit-desk' },
    host: 'sample-organisation',
    peers: [
      { organisation: 'sample-organisation', country: 'BE' },
      { organisation: 'sample-organisation', country: 'SE' },
      { organisation: 'sample-organisation', country: 'ES' },
    ],
    start: '2025-10-07',
    end: '2025-10-08',
    recommendations: [
      { due: '2026-03-31', state: 'done' },
      { due: '2026-09-30', state: 'under-way' },
      { due: '2027-03-31', state: 'open' },
    ],
    scores: [
      { dimension: 1, before: 6, after: 8 },
      { dimension: 2, before: 3, after: 4 },
      { dimension: 3, before: 8, after: 9 },
      { dimension: 4, before: 8, after: 9 },
      { dimension: 5, before: 3, after: 4 },
      { dimension: 6, before: 1, after: 3 },
      { dimension: 7, before: 2, after: 2 },
      { dimension: 8, before: 1, after: 1 },
      { dimension: 9, before: 5, after: 7 },
    ],
    notes: 'Two of the offices send whoever is free that morning. That must be said to them, not in public.',
    texts: {
      en: {
        title: 'Peer review: the permit desk in Athens',
        summary:
          'Three peers from Brussels, Malmö and Barcelona sat at the desk for two mornings, followed eleven files and spoke with founders who had waited before it existed.',
        questions:
          '- Does the desk still work when one of the four offices stays away?\n- What would it take to open a second morning?\n- Whom does it not reach?',
        findings:
          'The desk saves founders about four months because the four offices see the same paper at the same time. What makes the difference is the adviser who reads every file a week before: without that, a third of the visits would be in vain.\n\nThose who cannot come on a Tuesday morning are not reached. Most of them are women who trade at the market.',
        recommendations: [
          'Write down in one page what each office decides at the table, so that a stand-in can decide it too.',
          'Try an evening once a month, at the market.',
          'Publish the waiting time every quarter.',
        ],
      },
      el: {
        title: 'Αξιολόγηση από ομότιμους: το γραφείο αδειών στην Αθήνα',
        summary:
          'Τρεις ομότιμοι από τις Βρυξέλλες, το Μάλμε και τη Βαρκελώνη κάθισαν δύο πρωινά στο γραφείο, παρακολούθησαν έντεκα φακέλους και μίλησαν με ιδρυτές επιχειρήσεων που περίμεναν πριν αυτό υπάρξει.',
        questions:
          '- Λειτουργεί το γραφείο όταν λείπει μία από τις τέσσερις υπηρεσίες;\n- Τι θα χρειαζόταν για ένα δεύτερο πρωινό;\n- Σε ποιους δεν φτάνει;',
        findings:
          'Το γραφείο γλιτώνει περίπου τέσσερις μήνες, γιατί οι τέσσερις υπηρεσίες βλέπουν το ίδιο έγγραφο την ίδια στιγμή. Τη διαφορά κάνει ο σύμβουλος που διαβάζει κάθε φάκελο μία εβδομάδα πριν.\n\nΔεν φτάνει σε όσους δεν μπορούν να έρθουν Τρίτη πρωί. Οι περισσότερες είναι γυναίκες που δουλεύουν στην αγορά.',
        recommendations: [
          'Να γραφτεί σε μία σελίδα τι αποφασίζει κάθε υπηρεσία στο τραπέζι, ώστε να μπορεί να αποφασίσει και ο αναπληρωτής.',
          'Να δοκιμαστεί ένα βράδυ τον μήνα, στην αγορά.',
          'Να δημοσιεύεται ο χρόνος αναμονής κάθε τρίμηνο.',
        ],
      },
      fr: {
        title: 'Revue par les pairs : le guichet des permis d’Athènes',
        summary:
          'Trois pairs venus de Bruxelles, de Malmö et de Barcelone ont passé deux matinées au guichet, suivi onze dossiers et parlé avec des créateurs d’entreprise qui avaient attendu avant son ouverture.',
        questions:
          '- Le guichet fonctionne-t-il encore quand l’un des quatre services ne vient pas ?\n- Que faudrait-il pour une deuxième matinée ?\n- Qui n’atteint-il pas ?',
        findings:
          'Le guichet fait gagner environ quatre mois, parce que les quatre services voient le même papier au même moment. Ce qui compte, c’est la conseillère qui lit chaque dossier une semaine avant.\n\nIl n’atteint pas les personnes qui ne peuvent pas venir le mardi matin : pour la plupart, des femmes qui tiennent un étal au marché.',
        recommendations: [
          'Écrire en une page ce que chaque service décide à la table, pour qu’un remplaçant puisse aussi le décider.',
          'Essayer une soirée par mois, au marché.',
          'Publier chaque trimestre le délai d’attente.',
        ],
      },
    },
  },
]
