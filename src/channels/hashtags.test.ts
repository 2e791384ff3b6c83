import { expect, test } from 'vitest'

import type { Locale } from '../i18n/locales.ts'
import { hashtagsOf } from './hashtags.ts'

test.for([
  ['en', ['access to finance', 'mentoring'], ['#AccessToFinance', '#Mentoring']],
  ['en', ['micro-loans (up to €10k)', 'EU funds'], ['#MicroLoansUpTo10k', '#EUFunds']],
  ['fr', ['économie sociale', "l'accès au marché"], ['#ÉconomieSociale', '#LAccèsAuMarché']],
  ['tr', ['işletme', 'iç pazar'], ['#İşletme', '#İçPazar']],
  ['el', ['κοινωνική οικονομία'], ['#ΚοινωνικήΟικονομία']],
  ['uk', ['доступ до фінансів'], ['#ДоступДоФінансів']],
  ['ar', ['ريادة الأعمال'], ['#ريادة_الأعمال']],
  ['fa', ['کسب\u200cوکار نوپا'], ['#کسب\u200cوکار_نوپا']],
  ['ti', ['ንግዲ ምጅማር'], ['#ንግዲ_ምጅማር']],
  ['en', ['2026', '— !', ''], []],
  ['en', ['Mentoring', 'mentoring'], ['#Mentoring']],
  ['en', ['cafe\u0301s'], ['#Cafés']],
] as [Locale, string[], string[]][])('in %s the topics %s are %s', ([locale, topics, expected]) => {
  expect(hashtagsOf(topics, locale)).toEqual(expected)
})
