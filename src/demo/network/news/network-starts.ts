import type { DemoNews } from '../shapes.ts'

export const networkStarts: DemoNews = {
  key: 'network-starts',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring', 'access-to-finance', 'professionalisation-diversity'],
  countries: [],
  topics: ['networking'],
  audiences: ['civil-society', 'eu-institutions', 'local-authorities'],
  responsible: 'diesis',
  workPackage: 4,
  related: [{ collection: 'events', key: 'launch-brussels' }],
  type: 'announcement',
  date: '2017-10-01',
  texts: {
    en: {
      title: 'Twelve partners, three communities: the network begins',
      teaser:
        'From today twelve organisations from across Europe work together so that support for migrant entrepreneurs gets better and easier to find.',
      body: 'Cooperatives, chambers of commerce, trade unions, cities, a university and associations of migrant entrepreneurs have joined forces for three years. AEIDL coordinates the network, Diesis looks after communication.\n\nThe work is done in three communities of practice: coaching and mentoring, access to finance, and professional associations and diversity management. They are open to every organisation in the field, not only to the partners.\n\nThe working language is English. Other languages are used wherever they help.',
    },
    fr: {
      title: 'Douze partenaires, trois communautés : le réseau commence',
      teaser:
        'À partir d’aujourd’hui, douze organisations de toute l’Europe travaillent ensemble pour que l’appui aux entrepreneurs migrants soit meilleur et plus facile à trouver.',
      body: 'Coopératives, chambres de commerce, syndicats, villes, une université et des associations d’entrepreneurs migrants unissent leurs forces pour trois ans. AEIDL coordonne le réseau, Diesis s’occupe de la communication.\n\nLe travail se fait dans trois communautés de pratique : coaching et mentorat, accès au financement, associations professionnelles et gestion de la diversité. Elles sont ouvertes à toute organisation du domaine, pas seulement aux partenaires.\n\nLa langue de travail est l’anglais. Les autres langues servent partout où elles aident.',
    },
    de: {
      title: 'Zwölf Partner, drei Communities: Das Netzwerk beginnt',
      teaser:
        'Ab heute arbeiten zwölf Organisationen aus ganz Europa zusammen, damit die Unterstützung für migrantische Unternehmen besser wird und leichter zu finden ist.',
      body: 'Genossenschaften, Handelskammern, Gewerkschaften, Städte, eine Hochschule und Verbände migrantischer Unternehmen haben sich für drei Jahre zusammengetan. AEIDL koordiniert das Netzwerk, Diesis kümmert sich um die Kommunikation.\n\nGearbeitet wird in drei Communities of Practice: Coaching und Mentoring, Zugang zu Finanzierung, Berufsverbände und Diversity-Management. Sie stehen jeder Organisation offen, nicht nur den Partnern.\n\nDie Arbeitssprache ist Englisch. Andere Sprachen kommen überall dort hinzu, wo sie helfen.',
    },
    es: {
      title: 'Doce socios, tres comunidades: la red empieza',
      teaser:
        'Desde hoy, doce organizaciones de toda Europa trabajan juntas para que el apoyo a las personas migrantes que emprenden sea mejor y más fácil de encontrar.',
      body: 'Cooperativas, cámaras de comercio, sindicatos, ciudades, una universidad y asociaciones de empresarios migrantes se unen durante tres años. AEIDL coordina la red y Diesis se ocupa de la comunicación.\n\nEl trabajo se hace en tres comunidades de práctica: acompañamiento y mentoría, acceso a la financiación, y asociaciones profesionales y gestión de la diversidad. Están abiertas a cualquier organización del sector, no solo a los socios.\n\nEl idioma de trabajo es el inglés. Los demás se usan siempre que ayuden.',
    },
    it: {
      title: 'Dodici partner, tre comunità: la rete comincia',
      teaser:
        'Da oggi dodici organizzazioni di tutta Europa lavorano insieme perché il sostegno agli imprenditori migranti sia migliore e più facile da trovare.',
      body: 'Cooperative, camere di commercio, sindacati, città, un’università e associazioni di imprenditori migranti uniscono le forze per tre anni. AEIDL coordina la rete, Diesis cura la comunicazione.\n\nIl lavoro si svolge in tre comunità di pratica: coaching e mentoring, accesso al credito, associazioni professionali e gestione della diversità. Sono aperte a ogni organizzazione del settore, non solo ai partner.\n\nLa lingua di lavoro è l’inglese. Le altre lingue si usano ovunque servano.',
    },
    el: {
      title: 'Δώδεκα εταίροι, τρεις κοινότητες: το δίκτυο ξεκινά',
      teaser:
        'Από σήμερα δώδεκα φορείς από όλη την Ευρώπη εργάζονται μαζί, ώστε η στήριξη των μεταναστών επιχειρηματιών να γίνει καλύτερη και να βρίσκεται πιο εύκολα.',
      body: 'Συνεταιρισμοί, επιμελητήρια, συνδικάτα, πόλεις, ένα πανεπιστήμιο και ενώσεις μεταναστών επιχειρηματιών ενώνουν τις δυνάμεις τους για τρία χρόνια. Το AEIDL συντονίζει το δίκτυο και το Diesis φροντίζει την επικοινωνία.\n\nΗ δουλειά γίνεται σε τρεις κοινότητες πρακτικής: καθοδήγηση και μέντορες, πρόσβαση στη χρηματοδότηση, επαγγελματικές ενώσεις και διαχείριση της διαφορετικότητας. Είναι ανοιχτές σε κάθε φορέα του χώρου, όχι μόνο στους εταίρους.\n\nΗ γλώσσα εργασίας είναι τα αγγλικά. Οι άλλες γλώσσες χρησιμοποιούνται όπου βοηθούν.',
    },
  },
}
