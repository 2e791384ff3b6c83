import { expect, test } from 'vitest'

import { glossaryFaults } from './glossary-faults.ts'
import type { GlossaryTerm } from './glossary-terms.ts'
import { termsIn } from './terms-in.ts'

const term = (words: string, facts: Partial<GlossaryTerm> = {}): GlossaryTerm => ({
  id: words,
  term: words,
  doNotTranslate: false,
  caseSensitive: false,
  translation: null,
  avoid: [],
  note: null,
  ...facts,
})
const kept = (words: string, facts: Partial<GlossaryTerm> = {}) =>
  term(words, { doNotTranslate: true, ...facts })

const found = (text: string, terms: readonly GlossaryTerm[]): string[] =>
  termsIn(text, terms).map(({ start, end }) => text.slice(start, end))

test.for<[string, string, GlossaryTerm[], string[]]>([
  ['a word', 'Our mentor helps.', [term('mentor')], ['mentor']],
  ['a word within another', 'A tormentor.', [term('mentor')], []],
  ['a word that goes on', 'A mentorship.', [term('mentor')], []],
  ['the plural', 'Our mentors help.', [term('mentor')], ['mentors']],
  ['the plural of -y', 'Two beneficiaries.', [term('beneficiary')], ['beneficiaries']],
  ['a short word only as it is', 'Cots cost.', [term('cot')], []],
  ['any case', 'MENTOR and Mentor', [term('mentor')], ['MENTOR', 'Mentor']],
  ['the right case', 'COST is no cost.', [term('COST', { caseSensitive: true })], ['COST']],
  ['two words', 'A good practice.', [term('good practice')], ['good practice']],
  ['two words and a hyphen', 'A good-practice guide.', [term('good practice')], ['good-practice']],
  ['two words over a line', 'A good\n practice.', [term('good practice')], ['good\n practice']],
  ['two words in two sentences', 'It is good. Practice!', [term('good practice')], []],
  ['two words after a comma', 'It is good, practice!', [term('good practice')], []],
  [
    'the longest',
    'A good practice guide',
    [term('practice'), term('good practice guide'), term('good practice')],
    ['good practice guide'],
  ],
  [
    'the shorter elsewhere',
    'A guide to a practice',
    [term('practice'), term('good practice guide')],
    ['practice'],
  ],
  ['within formatting', 'A ⟦1⟧good practice⟦/1⟧.', [term('good practice')], ['good practice']],
  ['across formatting', 'A good ⟦1⟧practice⟦/1⟧.', [term('good practice')], ['good ⟦1⟧practice']],
  ['with formatting in a word', 'A ⟦1⟧m⟦/1⟧entor.', [term('mentor')], ['m⟦/1⟧entor']],
  ['not across a line break', 'good⟦1/⟧practice', [term('goodpractice')], []],
  ['with a sign in it', 'For R&D only', [term('R&D')], ['R&D']],
  ['with a number', 'Horizon 2020 and Horizon 20200', [kept('Horizon 2020')], ['Horizon 2020']],
  ['a name with no ending', 'EMENs', [kept('EMEN')], []],
  ['with an apostrophe', 'EMEN’s site', [kept('EMEN')], ['EMEN']],
  ['after an elided article', 'L’entrepreneur', [term('entrepreneur')], ['entrepreneur']],
  ['with accents', 'Une économie', [term('economie')], []],
  ['Greek', 'Η καλή πρακτική', [term('καλή πρακτική')], ['καλή πρακτική']],
  ['Greek capitals without accents', 'ΚΑΛΗ ΠΡΑΚΤΙΚΗ', [term('καλή πρακτική')], ['ΚΑΛΗ ΠΡΑΚΤΙΚΗ']],
  ['Greek final sigma', 'ΣΎΜΒΟΥΛΟΣ', [term('σύμβουλος')], ['ΣΎΜΒΟΥΛΟΣ']],
  ['Cyrillic', 'Наставник допомагає', [term('наставник')], ['Наставник']],
  ['Cyrillic within another word', 'Співнаставник', [term('наставник')], []],
  ['Arabic', 'ريادة الأعمال', [term('ريادة الأعمال')], ['ريادة الأعمال']],
  ['Arabic with and', 'وريادة الأعمال', [term('ريادة الأعمال')], ['وريادة الأعمال']],
  ['Arabic with by', 'بريادة الأعمال', [term('ريادة الأعمال')], ['بريادة الأعمال']],
  ['Arabic with article', 'المرشد', [term('مرشد')], ['المرشد']],
  ['Arabic with for the', 'للمرشد', [term('المرشد')], ['للمرشد']],
  ['Arabic with vowel signs', 'مُرْشِد', [term('مرشد')], ['مُرْشِد']],
  ['Arabic, hamza left out', 'الاعمال', [term('الأعمال')], ['الاعمال']],
  ['Arabic within another word', 'استرشد', [term('رشد')], []],
  ['nothing', '', [term('mentor')], []],
  ['a term of nothing', 'text', [term('…')], []],
  ['more than once', 'mentor, mentor', [term('mentor')], ['mentor', 'mentor']],
])('a term is found in a source: %s', ([, text, terms, expected]) => {
  expect(found(text, terms)).toEqual(expected)
})

const practice = term('good practice', {
  translation: 'bonne pratique',
  avoid: ['meilleure pratique', 'pratique'],
})
const mentorEl = term('mentor', { translation: 'μέντορας', avoid: ['καθοδηγητής'] })
const mentorAr = term('mentor', { translation: 'مرشد', avoid: ['معلم'] })
const emen = kept('EMEN')

test.for<[string, string, string, GlossaryTerm, string[]]>([
  ['the agreed translation', 'A good practice', 'Une bonne pratique', practice, []],
  ['inflected', 'Good practices', 'Des bonnes pratiques', practice, []],
  ['formatted', 'A good practice', 'Une ⟦1⟧bonne⟦/1⟧ pratique', practice, []],
  ['another translation', 'A good practice', 'Un bon exemple', practice, ['missing bonne pratique']],
  [
    'a word to avoid',
    'A good practice',
    'Une bonne pratique, une meilleure pratique',
    practice,
    ['avoided meilleure pratique', 'avoided pratique'],
  ],
  [
    'only a word to avoid',
    'A good practice',
    'Une pratique',
    practice,
    ['missing bonne pratique', 'avoided pratique'],
  ],
  ['no term in the source', 'An example', 'Une pratique', practice, []],
  ['no translation yet', 'A good practice', ' ', practice, []],
  ['Greek, inflected', 'Two mentors', 'Δύο μέντορες', mentorEl, []],
  ['Greek, avoided', 'A mentor', 'Ένας καθοδηγητής', mentorEl, ['missing μέντορας', 'avoided καθοδηγητής']],
  ['Arabic, with article', 'The mentor', 'المرشد يساعد', mentorAr, []],
  ['Arabic, with and', 'And a mentor', 'ومرشد', mentorAr, []],
  ['Arabic, with for the', 'For the mentor', 'للمرشد', mentorAr, []],
  ['Arabic, plural', 'Mentors', 'المرشدين', mentorAr, []],
  ['Arabic, avoided behind clitics', 'For mentors', 'للمرشد وللمعلم', mentorAr, ['avoided معلم']],
  ['a name unchanged', 'EMEN helps', 'EMEN aide', emen, []],
  ['a name in other letters', 'EMEN helps', 'Το ΕΜΕΝ βοηθά', emen, ['translated EMEN']],
  ['a name in lower case', 'EMEN helps', 'emen aide', emen, ['translated EMEN']],
  ['a name as the source writes it', 'emen helps', 'emen aide', emen, []],
  ['a name with a Hungarian ending', 'In EMEN', 'Az EMENben', emen, []],
  ['a name with a hyphen', 'In EMEN', 'Az EMEN-ben', emen, []],
  ['a name behind an Arabic article', 'EMEN helps', 'الـEMEN يساعد', emen, []],
  ['a name within another', 'EMEN helps', 'REEMEN aide', emen, ['translated EMEN']],
  ['a name left out', 'EMEN helps', 'Le réseau aide', emen, ['translated EMEN']],
  ['a fault once', 'EMEN and EMEN', 'Le réseau', emen, ['translated EMEN']],
])('a translation is held against the glossary: %s', ([, source, target, asked, expected]) => {
  const faults = glossaryFaults(source, target, [asked])
  expect(
    faults.map((fault) => `${fault.kind} ${fault.kind === 'avoided' ? fault.found : fault.expected}`),
  ).toEqual(expected)
})

test('a fault names the term and what would be right', () => {
  expect(glossaryFaults('A good practice', 'Une pratique', [practice])).toEqual([
    { kind: 'missing', term: 'good practice', expected: 'bonne pratique' },
    { kind: 'avoided', term: 'good practice', found: 'pratique', expected: 'bonne pratique' },
  ])
})
