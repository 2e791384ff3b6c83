import { expect, test } from 'vitest'

import { openToken, sealPackedToken, sealToken } from '../../secrets/sealed-token.ts'
import { canonicalAddress } from '../canonical-address.ts'
import type { Asked } from './question.ts'
import { MAX_LINK, openQuestion, questionLink } from './question-token.ts'

const now = new Date('2026-11-23T10:00:00Z')
const address = canonicalAddress('amina.al-khatib@mail.example.org') ?? { address: '', canonical: '' }
const asked: Asked = {
  address,
  name: 'Amina',
  question: '',
  locale: 'ar',
  furtherLocales: ['fr', 'en'],
  topicId: '0199c0de-0000-7000-8000-00000000000a',
  countryId: '0199c0de-0000-7000-8000-00000000000b',
}

/** Prose as people write it, without a sentence twice. */
const prose = {
  en: 'I came to Belgium two years ago and would like to open a small bakery together with my brother. We have some savings, but the bank refuses to lend us the rest because neither of us has a permanent permit yet. Is there a microcredit programme that takes people in our situation, and do we have to finish the course in business management before we apply? A neighbour told me that the municipality helps with the papers; another said that one has to pay for it. We found a shop near the station whose owner wants an answer by the end of March. The oven alone costs eleven thousand euros, although a colleague of my cousin in Antwerp might sell us a used one. What permits does food need, who inspects the kitchen, and how long does that take? My brother also works at night in a warehouse: may he keep that job during the first year? Finally, we speak Arabic and French, and only a little Dutch. Could somebody go with us to the first appointment, or at least read through our plan before we hand it in? We would gladly pay for the journey. If there are other bakers who began like us, I should like to talk with them, for numbers are one thing and mornings at three o’clock are another. Please also tell us whether our children may be in the shop after school, since nobody else can look after them, and whether the allowance that we get now ends on the day when we register, or only once we earn something. Thank you for reading all this so patiently!',
  ar: 'جئت إلى بلجيكا منذ سنتين وأود أن أفتح مخبزاً صغيراً مع أخي. لدينا بعض المدخرات لكن البنك يرفض إقراضنا الباقي لأن أحداً منا لا يملك بعد إقامة دائمة. هل يوجد برنامج قروض صغيرة يقبل أشخاصاً في مثل وضعنا، وهل علينا أن ننهي دورة إدارة الأعمال قبل أن نتقدم بالطلب؟ قالت لي جارة إن البلدية تساعد في الأوراق، وقال آخر إن ذلك بأجر. وجدنا محلاً قرب المحطة ويريد صاحبه جواباً قبل نهاية آذار. الفرن وحده يكلف أحد عشر ألف يورو، مع أن زميلاً لابن عمي في أنتويرب قد يبيعنا فرناً مستعملاً. ما التراخيص التي يحتاجها الطعام، ومن يفتش المطبخ، وكم يستغرق ذلك؟ يعمل أخي أيضاً ليلاً في مستودع، فهل يجوز له أن يحتفظ بهذا العمل خلال السنة الأولى؟ وأخيراً نحن نتكلم العربية والفرنسية وقليلاً من الهولندية. هل يمكن أن يرافقنا أحد إلى الموعد الأول أو أن يقرأ خطتنا قبل تسليمها؟ سندفع أجرة السفر بكل سرور. وإن كان هناك خبازون آخرون بدؤوا مثلنا فأحب أن أتحدث معهم، فالأرقام شيء والصباحات عند الثالثة شيء آخر. وأخبرونا من فضلكم هل يجوز أن يكون أطفالنا في المحل بعد المدرسة لأن لا أحد غيرنا يستطيع رعايتهم، وهل تنتهي الإعانة التي نتلقاها الآن يوم نسجل الشركة أم حين نكسب شيئاً فقط. شكراً لأنكم قرأتم كل هذا بصبر كبير.',
} as const

test.for(Object.entries(prose))(
  'a long question in %s fits its link and comes back whole',
  ([, question]) => {
    const link = questionLink({ ...asked, question: question.slice(0, 1500) }, now)
    expect(link?.length).toBeLessThan(MAX_LINK)
    const opened = openQuestion(link?.split('/').at(-1) ?? '', now)
    expect(opened).toMatchObject({ asked: { ...asked, question: question.slice(0, 1500) } })
  },
)

test('another topic and another country come back as such', () => {
  const other = { ...asked, question: 'How?', topicId: null, countryId: null }
  const token = questionLink(other, now)?.split('/').at(-1) ?? ''
  expect(openQuestion(token, now)).toMatchObject({ asked: { topicId: null, countryId: null } })
})

test('what does not fit is refused, not cut off', () => {
  const noise = Array.from({ length: 1500 }, (_, index) =>
    String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
  )
  expect(questionLink({ ...asked, question: noise.join('') }, now)).toBeNull()
})

test('a packed token opens for its own purpose and time only, and is not taken for an unpacked one', () => {
  const later = new Date(now.getTime() + 1000)
  const packed = sealPackedToken('one', { q: 'x' }, later)
  const plain = sealToken('one', { q: 'x' }, later)
  expect(openToken('one', packed, now)).toEqual({ state: 'valid', payload: { q: 'x' } })
  expect(openToken('two', packed, now)).toEqual({ state: 'invalid' })
  expect(openToken('one', packed, later)).toEqual({ state: 'expired' })
  expect(openToken('one', packed.replace('v2', 'v1'), now)).toEqual({ state: 'invalid' })
  expect(openToken('one', plain.replace('v1', 'v2'), now)).toEqual({ state: 'invalid' })
})
