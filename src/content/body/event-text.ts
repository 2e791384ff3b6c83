import { listOf, longDay, wholeNumber } from '../../i18n/dates.ts'
import type { Event } from '../../payload-types.ts'
import { type Html, html, safeHref } from '../markup/html.ts'
import { prose } from '../markup/prose.ts'
import { richText } from '../markup/rich-text.ts'
import type { BodyContext } from './body-context.ts'
import { type Fact, fileHref, labelsOf, namesOf, row, section } from './facts.ts'

/** All that an event says below its title, summary, time and place. */
export function eventText(context: BodyContext, stored: Event): Html {
  const { t } = context
  return html`${richText(stored.body)}${section(t('event.who'), prose(stored.whoShouldAttend))}${programme(
    context,
    stored,
  )}${section(t('event.accessibility'), prose(stored.venue?.accessibility))}${report(context, stored)}`
}

function programme({ locale, t }: BodyContext, { programme: all, timeZone }: Event): Html | false {
  const clock = new Intl.DateTimeFormat(`${locale}-u-nu-latn`, {
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  })
  return (
    (all ?? []).length > 0 &&
    html`<h2>${t('event.programme')}</h2><div class="scroll" role="region" tabindex="0" aria-label="${t(
      'event.programme',
    )}"><table><tbody>${(all ?? []).map(
      ({ time, title, speakers }) =>
        html`<tr><th scope="row"><time datetime="${time}"><bdi>${clock.format(new Date(time))}</bdi></time></th><td>${title}${
          speakers && html`<br><span>${speakers}</span>`
        }</td></tr>`,
    )}</tbody></table></div>`
  )
}

function report({ locale, t }: BodyContext, { report: given }: Event): Html | false {
  const words = richText(given?.text)
  const links = [
    ...(given?.recordings ?? []).map(({ url, language }) => ({
      href: safeHref(url),
      name: row(language)?.label
        ? t('event.recordingIn', { language: row(language)?.label })
        : t('event.recording'),
    })),
    ...(given?.slides ?? []).map((file) => ({ href: fileHref(file), name: t('event.slides') })),
  ].filter(({ href }) => href !== null)
  const attendance = given?.attendance
    ? html`<p>${t('event.attendance', { count: given.attendance, number: wholeNumber(given.attendance, locale) })} ${given.attendanceNote}</p>`
    : null
  if (words === null && attendance === null && links.length === 0) return false
  return html`<h2>${t('event.report')}</h2>${words}${attendance}${
    links.length > 0 &&
    html`<ul class="files">${links.map(({ href, name }) => html`<li><a href="${href}">${name}</a></li>`)}</ul>`
  }`
}

/** Who holds it, where exactly, in which languages. */
export const eventFacts = ({ locale, t }: BodyContext, stored: Event): readonly Fact[] => [
  [t('fact.type'), row(stored.type)?.label],
  [t('fact.organisers'), listOf(namesOf(stored.organisers), locale)],
  [t('fact.address'), stored.venue?.address],
  [t('fact.room'), stored.venue?.room],
  [t('fact.languages'), listOf(labelsOf(stored.languages), locale)],
  [t('fact.interpretation'), listOf(labelsOf(stored.interpretation), locale)],
  [t('fact.signLanguage'), stored.signLanguage === true && t('fact.yes')],
  [t('fact.fee'), stored.fee],
  [
    t('fact.registration'),
    stored.registration?.closes &&
      t('event.registrationUntil', { date: longDay(new Date(stored.registration.closes), locale) }),
  ],
  [t('fact.topics'), listOf(labelsOf(stored.topics), locale)],
]
