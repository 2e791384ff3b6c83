import type { Texts } from './letter.ts'
import { type MailTemplate, type ShortMailProps, shortMail } from './short-mail.ts'

export interface AlreadySubscribedProps extends ShortMailProps {
  /** Names of the newsletters they get, in the mail's language. */
  readonly newsletters: readonly string[]
  readonly preferencesUrl: string
}

/** Answers by mail what the sign-up page does not tell: that this address is subscribed already. */
export function alreadySubscribed(props: AlreadySubscribedProps, texts: Texts): MailTemplate {
  const { t } = texts
  return shortMail(
    props,
    {
      subject: t('alreadySubscribed.subject'),
      preheader: t('alreadySubscribed.preheader'),
      title: t('alreadySubscribed.title'),
      sentence: t('alreadySubscribed.body', { network: props.network.name }),
      list: props.newsletters,
      button: { text: t('alreadySubscribed.button'), url: props.preferencesUrl },
      linkHint: null,
      after: [t('alreadySubscribed.ignore')],
    },
    texts,
  )
}
