import type { DemoPage } from './demo-page.ts'

export const about: DemoPage = {
  key: 'about',
  texts: {
    en: {
      title: 'About the network',
      body: 'The European Migrant Entrepreneurship Network brings together those who support people with a migration background in starting and growing a business: advisers, lenders, chambers, cities, associations, researchers.\n\nIt began in October 2017 with twelve partners and three years of European funding. By the end more than 150 organisations had joined.\n\n## Three communities\n\nThe work is done in three communities of practice: coaching and mentoring, access to finance, and professional associations and diversity management. Every organisation in the field may take part.\n\n## What you read here\n\nThis site is a demonstration. What it says about the real network comes from public sources. Everything made up is marked as sample content and belongs to an organisation that does not exist.',
    },
    fr: {
      title: 'Le réseau',
      body: 'Le réseau européen de l’entrepreneuriat des migrants réunit celles et ceux qui aident les personnes issues de la migration à créer et à développer une entreprise : conseillers, prêteurs, chambres, villes, associations, chercheurs.\n\nIl a commencé en octobre 2017 avec douze partenaires et trois ans de financement européen. À la fin, plus de 150 organisations l’avaient rejoint.\n\n## Trois communautés\n\nLe travail se fait dans trois communautés de pratique : coaching et mentorat, accès au financement, associations professionnelles et gestion de la diversité. Toute organisation du domaine peut y participer.\n\n## Ce que vous lisez ici\n\nCe site est une démonstration. Ce qu’il dit du réseau réel vient de sources publiques. Tout ce qui est inventé est signalé comme exemple et appartient à une organisation qui n’existe pas.',
    },
    de: {
      title: 'Über das Netzwerk',
      body: 'Das Europäische Netzwerk für migrantisches Unternehmertum verbindet alle, die Menschen mit Migrationsgeschichte beim Gründen und Wachsen begleiten: Beratungsstellen, Kreditgeber, Kammern, Städte, Verbände, Forschung.\n\nEs begann im Oktober 2017 mit zwölf Partnern und drei Jahren europäischer Förderung. Am Ende hatten sich mehr als 150 Organisationen angeschlossen.\n\n## Drei Communities\n\nGearbeitet wird in drei Communities of Practice: Coaching und Mentoring, Zugang zu Finanzierung, Berufsverbände und Diversity-Management. Jede Organisation des Feldes kann mitmachen.\n\n## Was Sie hier lesen\n\nDiese Website ist eine Vorführung. Was sie über das wirkliche Netzwerk sagt, stammt aus öffentlichen Quellen. Alles Erfundene ist als Beispiel gekennzeichnet und gehört einer Organisation, die es nicht gibt.',
    },
    es: {
      title: 'Sobre la red',
      body: 'La Red Europea de Emprendimiento Migrante reúne a quienes ayudan a las personas de origen migrante a crear y hacer crecer una empresa: asesores, prestamistas, cámaras, ciudades, asociaciones, investigadores.\n\nEmpezó en octubre de 2017 con doce socios y tres años de financiación europea. Al final se habían sumado más de 150 organizaciones.\n\n## Tres comunidades\n\nEl trabajo se hace en tres comunidades de práctica: acompañamiento y mentoría, acceso a la financiación, y asociaciones profesionales y gestión de la diversidad. Puede participar cualquier organización del sector.\n\n## Lo que se lee aquí\n\nEste sitio es una demostración. Lo que dice de la red real procede de fuentes públicas. Todo lo inventado está marcado como ejemplo y pertenece a una organización que no existe.',
    },
    it: {
      title: 'La rete',
      body: 'La Rete europea per l’imprenditoria dei migranti riunisce chi aiuta le persone con una storia di migrazione ad aprire e far crescere un’impresa: consulenti, enti di credito, camere di commercio, città, associazioni, ricercatori.\n\nÈ cominciata nell’ottobre 2017 con dodici partner e tre anni di finanziamento europeo. Alla fine si erano unite più di 150 organizzazioni.\n\n## Tre comunità\n\nIl lavoro si svolge in tre comunità di pratica: coaching e mentoring, accesso al credito, associazioni professionali e gestione della diversità. Ogni organizzazione del settore può partecipare.\n\n## Che cosa si legge qui\n\nQuesto sito è una dimostrazione. Ciò che dice della rete reale viene da fonti pubbliche. Tutto ciò che è inventato è segnalato come esempio e appartiene a un’organizzazione che non esiste.',
    },
    el: {
      title: 'Το δίκτυο',
      body: 'Το Ευρωπαϊκό Δίκτυο Επιχειρηματικότητας των Μεταναστών φέρνει κοντά όσους στηρίζουν ανθρώπους με μεταναστευτική ιστορία να ανοίξουν και να μεγαλώσουν μια επιχείρηση: συμβούλους, δανειστές, επιμελητήρια, πόλεις, ενώσεις, ερευνητές.\n\nΞεκίνησε τον Οκτώβριο του 2017 με δώδεκα εταίρους και τρία χρόνια ευρωπαϊκής χρηματοδότησης. Στο τέλος είχαν ενταχθεί περισσότεροι από 150 φορείς.\n\n## Τρεις κοινότητες\n\nΗ δουλειά γίνεται σε τρεις κοινότητες πρακτικής: καθοδήγηση και μέντορες, πρόσβαση στη χρηματοδότηση, επαγγελματικές ενώσεις και διαχείριση της διαφορετικότητας. Κάθε φορέας του χώρου μπορεί να συμμετέχει.\n\n## Τι διαβάζετε εδώ\n\nΟ ιστότοπος είναι επίδειξη. Όσα λέει για το πραγματικό δίκτυο προέρχονται από δημόσιες πηγές. Ό,τι είναι επινοημένο σημειώνεται ως δείγμα και ανήκει σε φορέα που δεν υπάρχει.',
    },
    ar: {
      title: 'عن الشبكة',
      body: 'تجمع الشبكة الأوروبية لريادة أعمال المهاجرين كل من يساند أصحاب تجربة الهجرة في تأسيس أعمالهم وتنميتها: المستشارين والمُقرضين وغرف التجارة والمدن والجمعيات والباحثين.\n\nبدأت في أكتوبر 2017 باثني عشر شريكًا وثلاث سنوات من التمويل الأوروبي. وفي النهاية كانت قد انضمت إليها أكثر من 150 منظمة.\n\n## ثلاثة مجتمعات\n\nيجري العمل في ثلاثة مجتمعات ممارسة: التوجيه والإرشاد، والوصول إلى التمويل، والجمعيات المهنية وإدارة التنوع. ولكل منظمة تعمل في هذا المجال أن تشارك.\n\n## ما تقرؤونه هنا\n\nهذا الموقع عرض تجريبي. ما يقوله عن الشبكة الحقيقية مأخوذ من مصادر عامة. وكل ما هو مختلق معلَّم بوصفه مثالًا، ومنسوب إلى منظمة لا وجود لها.',
    },
    uk: {
      title: 'Про мережу',
      body: 'Європейська мережа підприємництва мігрантів об’єднує тих, хто допомагає людям із досвідом міграції започатковувати й розвивати власну справу: консультантів, кредиторів, торгові палати, міста, об’єднання, дослідників.\n\nВона почалася в жовтні 2017 року з дванадцяти партнерів і трьох років європейського фінансування. Наприкінці до неї долучилися понад 150 організацій.\n\n## Три спільноти\n\nРобота точиться у трьох спільнотах практики: коучинг і менторство, доступ до фінансування, професійні об’єднання та управління різноманіттям. Долучитися може кожна організація в цій сфері.\n\n## Що ви тут читаєте\n\nЦей сайт є демонстрацією. Те, що він каже про справжню мережу, походить із відкритих джерел. Усе вигадане позначено як приклад і належить організації, якої не існує.',
    },
  },
}
