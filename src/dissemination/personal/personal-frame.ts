import type { Payload } from 'payload'

import type { LetterNetwork } from '../../../emails/letter.ts'
import { networkLanguages } from '../../content/network-languages.ts'
import { siteUrl } from '../../content/site-url.ts'
import { chooseLocale } from '../../i18n/choose-locale.ts'
import { directionOf, type Locale, sourceLocale } from '../../i18n/locales.ts'

/** What a mail to one person says around what it tells. */
export interface PersonalFrame {
  /** The first of the person's languages that the network speaks, or the network's own. */
  readonly locale: Locale
  readonly language: { readonly locale: Locale; readonly direction: 'ltr' | 'rtl' }
  readonly network: LetterNetwork
  readonly postalAddress: string
  readonly emblemUrl: string
  /** The network's languages: its items exist in no others. */
  readonly spoken: readonly Locale[]
}

/** @param wanted the person's languages, in their order. */
export async function personalFrame(payload: Payload, wanted: readonly Locale[]): Promise<PersonalFrame> {
  const { enabled, chain } = await networkLanguages(payload)
  const locale = chooseLocale(wanted, enabled, { whenNone: 'any', chain }).locale ?? sourceLocale
  const { name, postalAddress } = await payload.findGlobal({
    slug: 'network',
    locale,
    fallbackLocale: sourceLocale,
    depth: 0,
  })
  return {
    locale,
    language: { locale, direction: directionOf(locale) },
    network: {
      name,
      url: siteUrl(`/${locale}`),
      privacyUrl: siteUrl(`/${locale}/pages/privacy`),
      logoUrl: siteUrl('/brand/logo.png'),
    },
    postalAddress: postalAddress ?? '',
    emblemUrl: siteUrl('/brand/eu-emblem.png'),
    spoken: enabled,
  }
}
