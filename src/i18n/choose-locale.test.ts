import { describe, expect, test } from 'vitest'

import { chooseLocale, type LocalePolicy } from './choose-locale.ts'

const skip: LocalePolicy<string> = { whenNone: 'skip' }
const chain = (...tags: string[]): LocalePolicy<string> => ({ whenNone: 'fallback-chain', chain: tags })
const any = (...tags: string[]): LocalePolicy<string> => ({ whenNone: 'any', chain: tags })

const chosen = (wanted: string, available: string, policy: LocalePolicy<string>): string => {
  const { locale, reason } = chooseLocale(wanted.split(' '), available.split(' '), policy)
  return `${locale} ${reason}`
}

describe('what a reader wants decides, in their order', () => {
  test.for([
    ['fr', 'en fr', 'fr wanted'],
    ['fr en', 'en fr', 'fr wanted'],
    ['de fr', 'en fr', 'fr wanted'],
    ['de it', 'en fr', 'null policy-skip'],
    ['FR', 'en fr', 'fr wanted'],
    ['Fa-aF', 'fa fa-AF', 'fa-AF wanted'],
    ['fr-CA en', 'en fr', 'fr wanted-without-region'],
    ['fr-CA fr', 'en fr', 'fr wanted-without-region'],
    ['fr fr fr', 'en fr', 'fr wanted'],
    ['de de en', 'en fr', 'en wanted'],
  ] as const)('%s of %s: %s', ([wanted, available, expected]) => {
    expect(chosen(wanted, available, skip)).toBe(expected)
  })
})

describe('a tag is served by its language when its region, script or variant is not there', () => {
  test.for([
    ['pt-BR', 'pt en', 'pt wanted-without-region'],
    ['pt-BR', 'pt pt-BR', 'pt-BR wanted'],
    ['pt', 'pt-BR en', 'pt-BR wanted-without-region'],
    ['pt-PT', 'pt-BR pt', 'pt wanted-without-region'],
    ['en-GB', 'fr en', 'en wanted-without-region'],
    ['en-Latn-GB-oxendict', 'en', 'en wanted-without-region'],
    ['de-1996', 'de', 'de wanted-without-region'],
    ['de-Latn-AT', 'de-Latn de', 'de-Latn wanted-without-region'],
    ['de-DE-u-co-phonebk', 'de', 'de wanted-without-region'],
    ['ar-u-nu-latn', 'ar', 'ar wanted'],
    ['ar-EG-x-home', 'ar', 'ar wanted-without-region'],
    ['ar-Latn-EG', 'ar', 'ar wanted-without-region'],
    ['ca-valencia', 'ca', 'ca wanted-without-region'],
    ['uk-Cyrl-UA', 'ru uk', 'uk wanted-without-region'],
  ] as const)('%s of %s: %s', ([wanted, available, expected]) => {
    expect(chosen(wanted, available, skip)).toBe(expected)
  })
})

describe('a language has one name, whichever of its tags is used', () => {
  test.for([
    ['prs', 'fa fa-AF', 'fa-AF wanted'],
    ['prs', 'en fa', 'fa wanted-without-region'],
    ['prs-AF', 'fa fa-AF', 'fa-AF wanted'],
    ['fa-AF', 'fa', 'fa wanted-without-region'],
    ['fa', 'en fa-AF', 'fa-AF wanted-without-region'],
    ['pes', 'fa', 'fa wanted'],
    ['eng', 'en', 'en wanted'],
    ['tir-ER', 'ti', 'ti wanted-without-region'],
    ['iw', 'he', 'he wanted'],
    ['mo', 'ro', 'ro wanted'],
    ['als', 'sq', 'sq wanted'],
    ['arb', 'ar', 'ar wanted'],
    ['arz', 'en ar', 'ar wanted-related'],
    ['ary-MA', 'ar', 'ar wanted-related'],
    ['no', 'no', 'no wanted'],
    ['nb', 'no', 'no wanted-related'],
    ['nb-NO', 'en no', 'no wanted-related'],
    ['no', 'nn nb', 'nb wanted-related'],
    ['nn', 'nb', 'nb wanted-related'],
    ['da', 'nb', 'null policy-skip'],
  ] as const)('%s of %s: %s', ([wanted, available, expected]) => {
    expect(chosen(wanted, available, skip)).toBe(expected)
  })
})

describe('a script that its readers do not read is another language', () => {
  test.for([
    ['ku', 'ckb ku', 'ku wanted'],
    ['kmr', 'ckb ku', 'ku wanted'],
    ['ku-Latn-TR', 'ckb ku', 'ku wanted-without-region'],
    ['ku-Arab', 'ku ckb', 'ckb wanted-related'],
    ['ku-Arab-IQ', 'ku ckb', 'ckb wanted-related'],
    ['ku-Arab', 'ku en', 'null policy-skip'],
    ['ckb', 'ku en', 'null policy-skip'],
    ['ckb-IQ', 'ku ckb', 'ckb wanted-without-region'],
    ['zh-Hans', 'zh', 'zh wanted-without-region'],
    ['zh-Hans-CN', 'zh-Hant zh-Hans', 'zh-Hans wanted-without-region'],
    ['zh-TW', 'zh-Hans zh-Hant', 'zh-Hant wanted-without-region'],
    ['zh-Hant', 'zh', 'null policy-skip'],
    ['zh', 'zh-Hant zh-Hans', 'zh-Hans wanted-without-region'],
    ['sr-Latn', 'sr', 'null policy-skip'],
    ['sh', 'sr sr-Latn', 'sr-Latn wanted'],
  ] as const)('%s of %s: %s', ([wanted, available, expected]) => {
    expect(chosen(wanted, available, skip)).toBe(expected)
  })
})

describe('tags that are none are passed over', () => {
  test.for([
    ['pt_BR', 'pt', 'pt wanted-without-region'],
    ['not!a!tag fr', 'fr', 'fr wanted'],
    ['e fr', 'fr', 'fr wanted'],
    ['x-klingon fr', 'fr', 'fr wanted'],
    ['i-default fr', 'fr', 'fr wanted'],
    ['und fr', 'fr', 'fr wanted'],
    ['en-en-en-en fr', 'en fr', 'fr wanted'],
    ['🦊', 'fr', 'null policy-skip'],
    ['fr-', 'fr', 'null policy-skip'],
  ] as const)('%s of %s: %s', ([wanted, available, expected]) => {
    expect(chosen(wanted, available, skip)).toBe(expected)
  })
})

describe('a reader of none of the languages gets what the policy says', () => {
  test.for([
    ['de', 'en fr', skip, 'null policy-skip'],
    ['de', 'en fr', chain('fr', 'en'), 'fr network-chain'],
    ['de', 'en fr', chain('it', 'en'), 'en network-chain'],
    ['de', 'en fr', chain('it'), 'null chain-exhausted'],
    ['de', 'en fr', chain(), 'null chain-exhausted'],
    ['de', 'en fr', any('fr'), 'fr network-chain'],
    ['de', 'en fr', any('it'), 'en policy-any'],
    ['de', 'fr en', any(), 'fr policy-any'],
    ['fr-BE', 'en fr', chain('en'), 'fr wanted-without-region'],
    ['*', 'en fr', skip, 'en wanted-any'],
    ['*', 'en fr', chain('fr'), 'fr wanted-any'],
    ['de *', 'en fr', chain('fr'), 'fr wanted-any'],
    ['* fr', 'en fr', any('en'), 'fr wanted'],
  ] as const)('%s of %s: %o gives %s', ([wanted, available, policy, expected]) => {
    expect(chosen(wanted, available, policy)).toBe(expected)
  })
})

test('where nothing is wanted the policy decides, and where nothing is there nothing is chosen', () => {
  expect(chooseLocale([], ['en', 'fr'], skip)).toEqual({ locale: null, reason: 'policy-skip' })
  expect(chooseLocale([], ['en', 'fr'], { whenNone: 'any', chain: ['fr'] })).toEqual({
    locale: 'fr',
    reason: 'network-chain',
  })
  expect(chooseLocale<string>(['en'], [], any('en'))).toEqual({ locale: null, reason: 'none-available' })
  expect(chooseLocale([' fr '], ['fr'], skip)).toEqual({ locale: 'fr', reason: 'wanted' })
})
