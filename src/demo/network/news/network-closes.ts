import type { DemoNews } from '../shapes.ts'

export const networkCloses: DemoNews = {
  key: 'network-closes',
  sourceLocale: 'en',
  sample: false,
  communities: ['coaching-mentoring', 'access-to-finance', 'professionalisation-diversity'],
  countries: [],
  topics: ['networking', 'local-policy', 'social-economy'],
  audiences: ['civil-society', 'eu-institutions', 'local-authorities', 'research'],
  responsible: 'diesis',
  workPackage: 4,
  related: [
    { collection: 'publications', key: 'inclusive-ecosystems' },
    { collection: 'events', key: 'final-conference' },
  ],
  type: 'announcement',
  date: '2020-10-01',
  texts: {
    en: {
      title: 'Three years, and a door that stays open',
      teaser:
        'The project has ended, the final report is out, and more than 150 organisations have joined the twelve partners. The website and the social media stay open.',
      body: 'On 30 September the three years of the project came to an end. The final report, “Inclusive Ecosystems”, brings together what the partners learnt, in chapters that several of them have also published on their own sites.\n\nThe network does not close its doors. The website and the social media accounts remain open, and so do the communities of practice to everyone who works in this field.',
    },
    fr: {
      title: 'Trois ans, et une porte qui reste ouverte',
      teaser:
        'Le projet est terminé, le rapport final est paru, et plus de 150 organisations ont rejoint les douze partenaires. Le site et les réseaux sociaux restent ouverts.',
      body: 'Le 30 septembre, les trois ans du projet se sont achevés. Le rapport final, « Inclusive Ecosystems », rassemble ce que les partenaires ont appris, en chapitres que plusieurs d’entre eux ont aussi publiés sur leur propre site.\n\nLe réseau ne ferme pas ses portes. Le site et les comptes sur les réseaux sociaux restent ouverts, et les communautés de pratique accueillent toujours celles et ceux qui travaillent dans ce domaine.',
    },
    de: {
      title: 'Drei Jahre, und eine Tür, die offen bleibt',
      teaser:
        'Das Projekt ist zu Ende, der Abschlussbericht ist da, und mehr als 150 Organisationen haben sich den zwölf Partnern angeschlossen. Website und soziale Medien bleiben offen.',
      body: 'Am 30. September gingen die drei Projektjahre zu Ende. Der Abschlussbericht „Inclusive Ecosystems“ trägt zusammen, was die Partner gelernt haben, in Kapiteln, die einige auch auf ihren eigenen Websites veröffentlicht haben.\n\nDas Netzwerk macht nicht zu. Die Website und die Konten in den sozialen Medien bleiben bestehen, und die Communities of Practice stehen weiter allen offen, die in diesem Feld arbeiten.',
    },
    es: {
      title: 'Tres años y una puerta que sigue abierta',
      teaser:
        'El proyecto ha terminado, el informe final está publicado y más de 150 organizaciones se han sumado a los doce socios. La web y las redes sociales siguen abiertas.',
      body: 'El 30 de septiembre terminaron los tres años del proyecto. El informe final, «Inclusive Ecosystems», reúne lo que han aprendido los socios en capítulos que varios de ellos han publicado también en su propia web.\n\nLa red no cierra sus puertas. La web y las cuentas en redes sociales siguen abiertas, y las comunidades de práctica continúan recibiendo a quienes trabajan en este campo.',
    },
    it: {
      title: 'Tre anni, e una porta che resta aperta',
      teaser:
        'Il progetto è finito, il rapporto finale è uscito e più di 150 organizzazioni si sono unite ai dodici partner. Il sito e i canali social restano aperti.',
      body: 'Il 30 settembre si sono conclusi i tre anni del progetto. Il rapporto finale, «Inclusive Ecosystems», raccoglie ciò che i partner hanno imparato, in capitoli che diversi di loro hanno pubblicato anche sul proprio sito.\n\nLa rete non chiude le porte. Il sito e i canali social restano aperti, e le comunità di pratica accolgono ancora chiunque lavori in questo campo.',
    },
    el: {
      title: 'Τρία χρόνια, και μια πόρτα που μένει ανοιχτή',
      teaser:
        'Το έργο ολοκληρώθηκε, η τελική έκθεση κυκλοφόρησε και περισσότεροι από 150 φορείς πλαισιώνουν τους δώδεκα εταίρους. Ο ιστότοπος και τα κοινωνικά δίκτυα μένουν ανοιχτά.',
      body: 'Στις 30 Σεπτεμβρίου ολοκληρώθηκαν τα τρία χρόνια του έργου. Η τελική έκθεση, «Inclusive Ecosystems», συγκεντρώνει όσα έμαθαν οι εταίροι, σε κεφάλαια που αρκετοί δημοσίευσαν και στον δικό τους ιστότοπο.\n\nΤο δίκτυο δεν κλείνει. Ο ιστότοπος και οι λογαριασμοί στα κοινωνικά δίκτυα παραμένουν, και οι κοινότητες πρακτικής είναι πάντα ανοιχτές σε όσους εργάζονται στον χώρο.',
    },
    ar: {
      title: 'ثلاث سنوات، وباب يبقى مفتوحًا',
      teaser:
        'انتهى المشروع وصدر التقرير الختامي، وانضمت أكثر من 150 منظمة إلى الشركاء الاثني عشر. ويبقى الموقع وحسابات التواصل مفتوحة.',
      body: 'في 30 سبتمبر اكتملت سنوات المشروع الثلاث. يجمع التقرير الختامي «Inclusive Ecosystems» ما تعلّمه الشركاء، في فصول نشر عدد منهم فصله على موقعه أيضًا.\n\nلا تغلق الشبكة أبوابها. يبقى الموقع وحسابات التواصل مفتوحة، وتبقى مجتمعات الممارسة مفتوحة لكل من يعمل في هذا المجال.',
    },
    uk: {
      title: 'Три роки і двері, що лишаються відчиненими',
      teaser:
        'Проєкт завершено, підсумковий звіт вийшов, а до дванадцяти партнерів долучилися понад 150 організацій. Сайт і соціальні мережі залишаються відкритими.',
      body: '30 вересня минули три роки проєкту. Підсумковий звіт «Inclusive Ecosystems» збирає те, чого навчилися партнери, у розділах, які дехто з них опублікував і на власному сайті.\n\nМережа не зачиняє дверей. Сайт і сторінки в соціальних мережах залишаються, а спільноти практики й далі відкриті для всіх, хто працює в цій сфері.',
    },
  },
}
