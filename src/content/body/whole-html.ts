import { languageName } from '../../i18n/dates.ts'
import { directionOf } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import type { Event, News, Practice, Publication } from '../../payload-types.ts'
import { eventLines } from '../event-lines.ts'
import { type Html, html, safeHref } from '../markup/html.ts'
import { standaloneHtml } from '../markup/standalone-html.ts'
import type { PublishedItem } from '../published-item.ts'
import { acknowledgementBlock } from './acknowledgement-block.ts'
import type { BodyContext } from './body-context.ts'
import { eventFacts, eventText } from './event-text.ts'
import { type Fact, factList, isStated } from './facts.ts'
import { newsFacts, newsText } from './news-text.ts'
import { practiceFacts } from './practice-facts.ts'
import { practiceText } from './practice-text.ts'
import { publicationFacts, publicationText } from './publication-text.ts'

type Stored = Practice | Publication | Event | News

/** All that an item's page says below title and summary, for where our styles and scripts are not. */
export function wholeHtml(item: PublishedItem, stored: Stored, network: BodyContext['network']): string {
  const { locale } = item
  const context = { locale, t: translator(locale, 'site'), terms: translator(locale, 'terms'), network }
  const { lead, text, facts } = partsOf(context, item, stored)
  const { t } = context
  const stated = facts.filter(isStated)
  const body = html`${notes(context, item)}${lead}${text}${
    stated.length > 0 && html`<h2>${t('item.facts')}</h2>${factList(stated)}`
  }${
    item.licence !== null &&
    html`<h2>${t('item.licence')}</h2><p><a href="${item.licence.url}">${item.licence.name}</a></p>`
  }${item.acknowledgements.map((given) => acknowledgementBlock(context, given, '/brand/eu-emblem.png'))}`
  return `<div lang="${locale}" dir="${directionOf(locale)}">${standaloneHtml(body.source, item.url)}</div>`
}

interface Parts {
  /** What stands before the text. */
  readonly lead: Html | null
  readonly text: Html
  readonly facts: readonly Fact[]
}

/** The collection decides which kind of row is stored. */
function partsOf(context: BodyContext, item: PublishedItem, stored: Stored): Parts {
  switch (item.collection) {
    case 'practices': {
      const practice = stored as Practice
      return { lead: null, text: practiceText(context, practice), facts: practiceFacts(context, practice) }
    }
    case 'publications': {
      const publication = stored as Publication
      const { subtitle } = publication
      return {
        lead: subtitle ? html`<p><strong>${subtitle}</strong></p>` : null,
        text: publicationText(context, item, publication),
        facts: publicationFacts(context, publication),
      }
    }
    case 'events': {
      const event = stored as Event
      return {
        lead: appointment(context, item, event),
        text: eventText(context, event),
        facts: eventFacts(context, event),
      }
    }
    case 'news': {
      const news = stored as News
      return { lead: null, text: newsText(context, news), facts: newsFacts(context, news) }
    }
  }
}

/** Says that a machine wrote it, with a way to the original where that is public, and that it is made up. */
function notes(
  { locale, t }: BodyContext,
  { machineTranslated, sample, sourceLocale, alternates }: PublishedItem,
): Html {
  const original = alternates[sourceLocale]
  return html`${
    machineTranslated &&
    html`<p><strong>${t('item.machine')}</strong> ${t('item.machineHint')}${
      original !== undefined &&
      html` <a href="${original}" hreflang="${sourceLocale}">${t('item.machineOriginal', {
        language: languageName(sourceLocale, locale),
      })}</a>`
    }</p>`
  }${sample && html`<p><strong>${t('item.sample')}</strong></p>`}`
}

function appointment({ locale, t }: BodyContext, { event }: PublishedItem, stored: Event): Html | null {
  if (event === null) return null
  const href = stored.registration?.url ? safeHref(stored.registration.url) : null
  const changed = event.status !== 'as-planned' && stored.statusNote
  return html`${eventLines(event, locale).map((line) => html`<p><strong>${line}</strong></p>`)}${
    changed && html`<p>${stored.statusNote}</p>`
  }${
    href !== null && event.status !== 'cancelled' && html`<p><a href="${href}">${t('event.register')}</a></p>`
  }`
}
