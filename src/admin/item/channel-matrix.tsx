import type { ItemReport } from '../../dissemination/item-report.ts'
import { locales as everyLocale } from '../../i18n/locales.ts'
import { LanguageName } from '../language-name.tsx'
import { ScrollArea } from '../scroll-area.tsx'
import type { ViewContext } from '../view-context.ts'
import { DeliveryCell } from './delivery-cell.tsx'

interface ChannelMatrixProps {
  readonly deliveries: ItemReport['deliveries']
  readonly context: ViewContext
}

/** Channels by languages: what came of each. */
export function ChannelMatrix({ deliveries, context }: ChannelMatrixProps) {
  const { t } = context
  const channels = new Map(
    deliveries.map(({ channelId, channelName, service }) => [channelId, { channelName, service }]),
  )
  const locales = everyLocale.filter((locale) => deliveries.some((delivery) => delivery.locale === locale))
  return (
    <section className="em-section" aria-labelledby="em-channels">
      <h3 id="em-channels">{t('views.item.channels')}</h3>
      <ScrollArea label={t('views.item.channels')}>
        <table className="em-matrix">
          <thead>
            <tr>
              <th scope="col">{t('views.item.channel')}</th>
              {locales.map((locale) => (
                <th key={locale} scope="col">
                  <LanguageName locale={locale} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...channels].map(([channelId, { channelName, service }]) => (
              <tr key={channelId}>
                <th scope="row">
                  <bdi>{channelName}</bdi>
                  <small>{t(`views.service.${service}`)}</small>
                </th>
                {locales.map((locale) => (
                  <td key={locale}>
                    <DeliveryCell
                      delivery={deliveries.find(
                        (each) => each.channelId === channelId && each.locale === locale,
                      )}
                      context={context}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}
