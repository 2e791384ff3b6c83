import type { PartnerState } from '../../demo/partners/kept-state.ts'
import { toolTexts as say } from '../../i18n/tool-texts.ts'
import type { Places } from '../launch-plan.ts'
import type { SentLetter } from './letter.ts'
import { languageName } from './say.ts'
import type { Told } from './told.ts'

/** Something that should be somewhere, looked for where a reader would look. */
export interface Arrival {
  readonly where: string
  readonly language: string
  readonly arrived: boolean
  readonly link: string
}

interface Sources {
  readonly places: Places
  readonly practiceId: string
  readonly report: Told
  readonly letter: SentLetter
}

interface CaughtMail {
  readonly to: unknown
  readonly locale: string | null
  /** ISO 8601. */
  readonly at: string
}

/** Asks the other side of everything: pages, feeds, the API, the partners and the mailboxes. Never the ledger. */
export async function arrivals(sources: Sources): Promise<Arrival[]> {
  return [...(await onSite(sources)), ...(await atPartners(sources)), ...(await inMailboxes(sources))]
}

async function onSite({ places, practiceId, report }: Sources): Promise<Arrival[]> {
  const found: Arrival[] = []
  for (const { locale, title, url } of report.publicLocales) {
    const language = languageName(locale)
    const [feed, api] = [
      `${places.site}/${locale}/feeds/practices/atom.xml`,
      `${places.site}/api/practices/${practiceId}?locale=${locale}`,
    ]
    found.push({
      where: say('story.page'),
      language,
      link: url,
      arrived: (await read(url)).includes(`lang="${locale}"`),
    })
    found.push({ where: say('story.feed'), language, link: feed, arrived: (await read(feed)).includes(url) })
    found.push({
      where: say('story.api'),
      language,
      link: api,
      arrived: (await read(api)).includes(JSON.stringify(title)),
    })
  }
  return found
}

async function atPartners({ places, report }: Sources): Promise<Arrival[]> {
  const url = places.partners ?? ''
  const { mastodon, events } = JSON.parse(await read(`${url}/api/state`)) as PartnerState
  const wanted = report.deliveries.filter(({ state }) => state !== 'skipped')
  return wanted.map(({ service, channelName, locale, remoteUrl, remoteState }) => {
    const page = report.publicLocales.find((each) => each.locale === locale)
    const standing = mastodon.statuses.some(
      ({ text, language, removedAt }) =>
        removedAt === null && language === locale && page !== undefined && text.includes(page.url),
    )
    const told = events.some(({ type, data }) => type === 'item.published' && data.url === page?.url)
    return {
      where: channelName,
      language: languageName(locale),
      arrived: remoteState === 'live' && (service === 'mastodon' ? standing : told),
      link: remoteUrl ?? url,
    }
  })
}

async function inMailboxes({ places, letter }: Sources): Promise<Arrival[]> {
  const byLocale = new Map<string, number>()
  for (const { locale, state, people } of letter.counts)
    if (locale !== null && state !== 'skipped') byLocale.set(locale, (byLocale.get(locale) ?? 0) + people)
  const { mails } = JSON.parse(await read(`${places.mails}/api/mails?limit=5000`)) as {
    mails: readonly CaughtMail[]
  }
  const found: Arrival[] = []
  for (const [locale, people] of byLocale) {
    const edition = `${places.site}/${locale}/newsletters/${letter.slug}/${letter.number}`
    const caught = mails.filter((mail) => mail.locale === locale && Date.parse(mail.at) >= letter.begunAt)
    const readers = new Set(caught.map(({ to }) => String(to)))
    found.push({
      where: say('story.mail', { people }),
      language: languageName(locale),
      arrived: letter.isSent && caught.length === people && readers.size === people,
      link: edition,
    })
  }
  return found
}

/** Empty when it is not there. */
async function read(url: string): Promise<string> {
  const answer = await fetch(url).catch(() => null)
  return answer?.ok ? answer.text() : ''
}
