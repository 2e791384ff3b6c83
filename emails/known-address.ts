import type { Texts } from './letter.ts'
import { type MailTemplate, type ShortMailProps, shortMail } from './short-mail.ts'

export interface KnownAddressProps extends ShortMailProps {
  readonly preferencesUrl: string
}

/** Tells the owner of an address, and nobody else, why letters of another one cannot be moved to it. */
export function knownAddress(props: KnownAddressProps, texts: Texts): MailTemplate {
  const { t } = texts
  return shortMail(
    props,
    {
      subject: t('knownAddress.subject'),
      preheader: t('alreadySubscribed.preheader'),
      title: t('knownAddress.subject'),
      sentence: t('knownAddress.body', { network: props.network.name }),
      list: [],
      button: { text: t('alreadySubscribed.button'), url: props.preferencesUrl },
      linkHint: null,
      after: [t('alreadySubscribed.ignore')],
    },
    texts,
  )
}
