import type { DemoPractice } from '../shapes.ts'

/** Sample: the secretariat, its twelve associations and its figures are made up. */
export const brusselsSharedSecretariat: DemoPractice = {
  key: 'brussels-shared-secretariat',
  sourceLocale: 'en',
  sample: true,
  communities: ['professionalisation-diversity'],
  countries: ['BE', 'FR', 'NL'],
  topics: ['networking', 'diversity-management', 'business-training'],
  audiences: ['civil-society', 'industry', 'local-authorities', 'international-organisation'],
  responsible: 'sample-organisation',
  workPackage: 1,
  related: [{ collection: 'practices', key: 'barcelona-small-lots' }],
  provider: 'sample-organisation',
  city: 'Brussels',
  start: '2020-01-15',
  end: '2024-12-31',
  ongoing: false,
  level: 'transnational',
  sector: 'third',
  mainstreaming: 'targeted',
  phases: ['growth'],
  services: ['networking', 'training', 'outreach'],
  targetGroups: ['diaspora', 'migrants'],
  serviceLanguages: ['fr', 'nl', 'en', 'tr', 'ar'],
  evidence: 'monitored',
  results: [
    { baseline: 25, value: 92, unit: 'percent' },
    { baseline: 640, value: 1480, unit: 'people' },
    { baseline: 210, value: 440, unit: 'eur' },
  ],
  scores: [
    { dimension: 1, self: 7, peer: 6 },
    { dimension: 2, self: 9, peer: 8 },
    { dimension: 3, self: 7, peer: 8 },
    { dimension: 4, self: 5, peer: 5 },
    { dimension: 5, self: 6, peer: 5 },
    { dimension: 6, self: 3, peer: 4 },
    { dimension: 7, self: 4, peer: 3 },
    { dimension: 8, self: 5, peer: 6 },
    { dimension: 9, self: 4, peer: 4 },
  ],
  texts: {
    en: {
      title: 'One secretariat for twelve associations of migrant entrepreneurs',
      summary:
        'Twelve associations in Belgium, France and the Netherlands, each run by shopkeepers after closing time, shared one small professional secretariat for five years. It kept their accounts, answered their letters and sat beside them when they met a chamber or a town hall. Membership more than doubled. What the associations did with it stayed their own affair.',
      challenge:
        'Associations of migrant entrepreneurs reach people whom no chamber reaches. They are also tired. One person is chair, treasurer and driver; the statutes lie in a drawer; an application for funds asks for audited accounts that do not exist. When a town hall invites “the communities”, whoever has time goes.\n\nChambers meanwhile look for someone to talk to and find a mobile number that has changed.',
      goals:
        '- Audited accounts and valid statutes for all twelve within three years.\n- A telephone that somebody answers, in five languages.\n- Regular talks with three chambers, on equal terms.',
      howItWorks: [
        'Two secretaries and a bookkeeper, employed jointly, work for all twelve. Every association sees all the hours.',
        'Each pays what it can from a public scale, from €40 to €900 a month.',
        'In the first year they settle statutes, accounts and the list of members; then come letters, premises and applications.',
        'Before each meeting with a chamber or an authority, a secretary prepares one page together with the association, and comes along but does not speak.',
        'Twice a year all twelve boards meet, look at the hours and vote on priorities.',
      ],
      resultIndicators: [
        'Associations with audited accounts and valid statutes',
        'Paying members of all twelve together',
        'Average contribution per association and month',
      ],
      userOpinion:
        'For years I signed letters that I had written at midnight. The first letter that went out at three in the afternoon got an answer.',
      evaluation:
        'Followed with five indicators that the boards chose themselves. Whether members’ businesses did better we do not know and did not ask. Two chambers report that they now renew invitations without being reminded, which the boards regard as the best result.',
      dos: [
        'Let the associations employ the staff, not the funder.',
        'Show all the hours to everyone.',
        'Write the one-page brief together, aloud.',
      ],
      donts: [
        'Speak in the name of “the communities”.',
        'Merge associations because it would be tidier.',
        'Begin with a website.',
      ],
      whatFailed:
        'We hoped that contributions would carry the secretariat after the grant. They covered 38 % of its cost in the last year. Since January 2025 the bookkeeper continues for nine associations, and the two secretaries’ posts are gone. A joint fair in Lille attracted exhibitors and few visitors, since each association had invited its own people and counted on the others for the rest. And one association left in 2022, because in its eyes equal votes for small and large ones were unfair. It may have been right.',
      transferability:
        'Six to twelve associations within an hour’s journey are enough; three countries were one border too many for bookkeeping. Find half of the money for the time after the grant before you begin. Chambers that gain from it should pay towards it: ours were asked too late.',
      resourcesNeeded:
        'Three posts, a room and an auditor: €168,000 a year, of which the associations paid 18 % at first and 38 % at the end.',
    },
    fr: {
      title: 'Un secrétariat pour douze associations d’entrepreneurs immigrés',
      summary:
        'Douze associations de Belgique, de France et des Pays-Bas, toutes animées par des commerçants après la fermeture, ont partagé pendant cinq ans un petit secrétariat professionnel. Il tenait leurs comptes, répondait à leur courrier et s’asseyait à leurs côtés face à une chambre de commerce ou à une mairie. Le nombre d’adhérents a plus que doublé. Ce que les associations en ont fait est resté leur affaire.',
      challenge:
        'Les associations d’entrepreneurs immigrés touchent des personnes qu’aucune chambre n’atteint. Elles sont aussi fatiguées. La même personne est présidente, trésorière et chauffeuse ; les statuts dorment dans un tiroir ; une demande de subvention exige des comptes vérifiés qui n’existent pas. Quand une mairie invite « les communautés », y va qui a le temps.\n\nLes chambres, de leur côté, cherchent à qui parler et trouvent un numéro de portable qui a changé.',
      goals:
        '- Des comptes vérifiés et des statuts valables pour les douze en trois ans.\n- Un téléphone auquel quelqu’un répond, en cinq langues.\n- Des échanges réguliers, d’égal à égal, avec trois chambres.',
      howItWorks: [
        'Deux secrétaires et un comptable, employés en commun, travaillent pour les douze. Chaque association voit toutes les heures.',
        'Chacune paie selon ses moyens, d’après un barème public, de 40 à 900 € par mois.',
        'La première année, on met en ordre les statuts, les comptes et la liste des membres ; viennent ensuite le courrier, les locaux et les demandes de fonds.',
        'Avant chaque rendez-vous avec une chambre ou une administration, une secrétaire prépare une page avec l’association ; elle vient aussi, mais ne prend pas la parole.',
        'Deux fois par an, les douze bureaux se réunissent, regardent les heures et votent les priorités.',
      ],
      resultIndicators: [
        'Associations aux comptes vérifiés et aux statuts valables',
        'Adhérents à jour de cotisation, pour les douze ensemble',
        'Contribution moyenne par association et par mois',
      ],
      userOpinion:
        'Pendant des années, j’ai signé des lettres écrites à minuit. La première qui est partie à trois heures de l’après-midi a reçu une réponse.',
      evaluation:
        'Suivi selon cinq indicateurs choisis par les bureaux eux-mêmes. Nous ne savons pas si les entreprises des membres se portent mieux, et nous ne l’avons pas demandé. Deux chambres disent renouveler désormais leurs invitations sans rappel ; pour les bureaux, c’est le meilleur résultat.',
      dos: [
        'Laisser les associations employer le personnel, et non le financeur.',
        'Montrer toutes les heures à tout le monde.',
        'Écrire la page de préparation ensemble, à voix haute.',
      ],
      donts: [
        'Parler au nom « des communautés ».',
        'Fusionner des associations parce que ce serait plus net.',
        'Commencer par un site web.',
      ],
      whatFailed:
        'Nous espérions que les contributions porteraient le secrétariat après la subvention. La dernière année, elles couvraient 38 % de son coût. Depuis janvier 2025, le comptable continue pour neuf associations et les deux postes de secrétaire ont disparu. Un salon commun à Lille a attiré des exposants et peu de visiteurs : chaque association avait invité les siens et comptait sur les autres pour le reste. Enfin, une association est partie en 2022, jugeant injuste que petites et grandes aient le même nombre de voix. Elle avait peut-être raison.',
      transferability:
        'Six à douze associations à moins d’une heure de trajet suffisent ; trois pays, c’était une frontière de trop pour la comptabilité. Trouvez avant de commencer la moitié de l’argent pour l’après-subvention. Les chambres qui y gagnent devraient y contribuer : les nôtres ont été sollicitées trop tard.',
      resourcesNeeded:
        'Trois postes, un local et un commissaire aux comptes : 168 000 € par an, dont les associations payaient 18 % au début et 38 % à la fin.',
    },
    es: {
      title: 'Una sola secretaría para doce asociaciones de empresarios migrantes',
      summary:
        'Doce asociaciones de Bélgica, Francia y los Países Bajos, llevadas por comerciantes después de cerrar la tienda, compartieron durante cinco años una pequeña secretaría profesional. Llevaba sus cuentas, respondía a sus cartas y se sentaba a su lado ante una cámara de comercio o un ayuntamiento. Los socios pasaron a ser más del doble. Lo que cada asociación hizo con ello fue cosa suya.',
      challenge:
        'Las asociaciones de empresarios migrantes llegan a personas a las que no llega ninguna cámara. También están cansadas. Una misma persona es presidenta, tesorera y conductora; los estatutos duermen en un cajón; una solicitud de fondos pide cuentas auditadas que no existen. Cuando un ayuntamiento invita a «las comunidades», va quien tiene tiempo.\n\nLas cámaras, mientras tanto, buscan con quién hablar y encuentran un móvil que ha cambiado de número.',
      goals:
        '- Cuentas auditadas y estatutos en regla para las doce en tres años.\n- Un teléfono al que alguien responda, en cinco lenguas.\n- Conversaciones regulares, de igual a igual, con tres cámaras.',
      howItWorks: [
        'Dos secretarias y un contable, contratados en común, trabajan para las doce. Cada asociación ve todas las horas.',
        'Cada una paga lo que puede según una tabla pública, de 40 a 900 € al mes.',
        'El primer año se ponen en orden los estatutos, las cuentas y la lista de socios; luego vienen las cartas, los locales y las solicitudes.',
        'Antes de cada reunión con una cámara o una administración, una secretaria prepara una página con la asociación; también va, pero no habla.',
        'Dos veces al año se reúnen las doce juntas directivas, miran las horas y votan las prioridades.',
      ],
      resultIndicators: [
        'Asociaciones con cuentas auditadas y estatutos en regla',
        'Socios al corriente de pago, en las doce',
        'Aportación media por asociación y mes',
      ],
      userOpinion:
        'Durante años firmé cartas escritas a medianoche. La primera que salió a las tres de la tarde tuvo respuesta.',
      evaluation:
        'Se siguió con cinco indicadores elegidos por las propias juntas. Si a los negocios de los socios les fue mejor no lo sabemos, y no lo preguntamos. Dos cámaras cuentan que ahora repiten la invitación sin que nadie se lo recuerde; para las juntas, ese es el mejor resultado.',
      dos: [
        'Que contraten las asociaciones, no quien financia.',
        'Enseñar todas las horas a todos.',
        'Escribir juntos, y en voz alta, la página de preparación.',
      ],
      donts: [
        'Hablar en nombre de «las comunidades».',
        'Fusionar asociaciones porque quedaría más ordenado.',
        'Empezar por una página web.',
      ],
      whatFailed:
        'Esperábamos que las aportaciones sostuvieran la secretaría después de la subvención. El último año cubrieron el 38 % de su coste. Desde enero de 2025 el contable sigue con nueve asociaciones y los dos puestos de secretaria ya no existen. Una feria conjunta en Lille atrajo expositores y pocos visitantes, porque cada asociación había invitado a los suyos y contaba con las demás para el resto. Y una asociación se fue en 2022, porque le parecía injusto que pequeñas y grandes tuvieran los mismos votos. Quizá tenía razón.',
      transferability:
        'Bastan de seis a doce asociaciones a menos de una hora de viaje; tres países fueron una frontera de más para la contabilidad. Busque antes de empezar la mitad del dinero para el tiempo posterior a la subvención. Las cámaras que salen ganando deberían contribuir: a las nuestras se les pidió demasiado tarde.',
      resourcesNeeded:
        'Tres puestos, un local y un auditor: 168.000 € al año, de los que las asociaciones pagaban el 18 % al principio y el 38 % al final.',
    },
  },
}
