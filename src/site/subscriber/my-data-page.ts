import { preferencesPath } from '../../audience/links.ts'
import type { PersonalData } from '../../audience/personal-data.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { languageName, listOf, longDay } from '../../i18n/dates.ts'
import { directionOf, isLocale } from '../../i18n/locales.ts'
import { quoted } from '../ask/quoted.ts'
import { inOtherLanguage } from '../other-language.ts'
import { document } from '../shell.ts'
import type { SiteContext } from '../site-context.ts'
import type { DataNames } from './load-data-names.ts'
import { consentList, lookList, mailTable, suppressionList } from './my-data-records.ts'

export interface MyData {
  readonly data: PersonalData
  readonly names: DataNames
  readonly subscriberId: string
  /** Where the same can be downloaded. */
  readonly filePath: string
  /** Asked once more. */
  readonly isErasing: boolean
}

/** Everything that is kept about one person, to read, to take away or to erase. */
export function myDataPage(context: SiteContext, shown: MyData): Html {
  const { t } = context
  const { data, names, filePath, subscriberId } = shown
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${t('myData.title')}</h1><p>${t(
    'myData.intro',
  )}</p><p class="actions"><a class="button" href="${filePath}" download>${t('myData.download')}</a><a href="${preferencesPath(
    subscriberId,
  )}">${t('preferences.back')}</a></p></div>
<div>${part('you', t('myData.you'), you(context, data))}
${part('letters', t('preferences.newsletters'), letters(context, data))}
${data.follows.length > 0 && part('follows', t('preferences.follows'), follows(context, data))}
${part('consent', t('myData.consent'), consentList(context, data, names))}
${part('mails', t('myData.mails'), mailTable(context, data, names))}
${data.suppressions.length > 0 && part('suppressions', t('myData.suppressions'), suppressionList(context, data, names))}
${data.imports.length > 0 && part('imports', t('myData.imports'), imports(context, data))}
${data.questions.length > 0 && part('questions', t('myData.questions'), questions(context, data))}
${part('looks', t('myData.looks'), lookList(context, data))}
${part('erase', t('myData.erase'), erasure(context, shown))}</div></main>`
  return document(context, {
    title: t('myData.title'),
    description: null,
    main,
    alternates: {},
    unlisted: true,
  })
}

const part = (id: string, heading: string, body: Html): Html =>
  html`<section class="setting" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2><div>${body}</div></section>`

function you(context: SiteContext, { person }: PersonalData): Html {
  const { locale, t, terms } = context
  const all = t('myData.all')
  const namesOf = (each: PersonalData['person']['topics']): string =>
    each.length === 0
      ? all
      : listOf(
          each.map(({ id, name }) => name ?? id),
          locale,
        )
  const facts: readonly (readonly [string, string | null])[] = [
    [t('preferences.timeZoneLabel'), person.timeZone],
    [t('myData.confirmed'), longDay(new Date(person.confirmedAt), locale)],
    [
      t('preferences.languages'),
      listOf(
        person.languages.map((each) => languageName(each, locale)),
        locale,
      ),
    ],
    [t('preferences.frequency'), terms(`frequency.${person.frequency}`)],
    [t('preferences.topics'), namesOf(person.topics)],
    [t('preferences.countries'), namesOf(person.countries)],
    [t('preferences.role'), person.role?.name ?? t('preferences.notSaid')],
    [t('preferences.organisation'), person.organisation?.name ?? t('preferences.notSaid')],
    [
      t('preferences.pauseUntil'),
      person.pausedUntil === null ? null : longDay(new Date(person.pausedUntil), locale),
    ],
  ]
  return html`<dl class="kept"><div><dt>${t('preferences.address')}</dt><dd><bdi dir="ltr">${person.email}</bdi></dd></div>${facts.map(
    ([name, value]) => value !== null && html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`
}

const letters = (context: SiteContext, { newsletters }: PersonalData): Html =>
  newsletters.length === 0
    ? html`<p>${context.t('myData.none')}</p>`
    : html`<ul class="records">${newsletters.map(
        ({ id, name, language, state, confirmedAt, endedAt, pausedUntil }) =>
          html`<li><b${inOtherLanguage(context, language)}>${name ?? id}</b><p class="hint">${consentKind(context, 'confirmed', confirmedAt)}${
            state === 'ended' && endedAt !== null && html` · ${consentKind(context, 'ended', endedAt)}`
          }${
            pausedUntil !== null &&
            html` · ${context.t('preferences.pauseUntil')} ${longDay(new Date(pausedUntil), context.locale)}`
          }</p></li>`,
      )}</ul>`

const consentKind = ({ locale, terms }: SiteContext, kind: 'confirmed' | 'ended', at: string): Html =>
  html`${terms(`consentKind.${kind}`)} ${longDay(new Date(at), locale)}`

const follows = (context: SiteContext, { follows: all }: PersonalData): Html =>
  html`<ul class="records">${all.map(
    ({ name, language, confirmedAt, reminder }) =>
      html`<li><b${inOtherLanguage(context, language)}>${name ?? context.t('preferences.followGone')}</b><p class="hint">${consentKind(
        context,
        'confirmed',
        confirmedAt,
      )}${reminder && html` · ${context.terms('mailKind.reminder')}`}</p></li>`,
  )}</ul>`

const questions = ({ locale, t }: SiteContext, { questions: all }: PersonalData): Html =>
  html`<ul class="records">${all.map(
    ({ askedAt, question, state, answers }) =>
      html`<li><b>${longDay(new Date(askedAt), locale)}</b>, ${t(`ask.state.${state}`)}${quoted(question)}${answers.map(
        ({ answer, locale: own }) =>
          html`<blockquote class="words" lang="${own}" dir="${directionOf(own)}">${answer}</blockquote>`,
      )}</li>`,
  )}</ul>`

/** As they were read from the list, under the list's own headings. */
const imports = ({ locale, t }: SiteContext, { imports: all }: PersonalData): Html =>
  html`<ul class="records">${all.map(
    ({ at, values }) =>
      html`<li><b>${longDay(new Date(at), locale)}</b>${
        values === null || typeof values !== 'object'
          ? html`<p class="hint">${t('myData.none')}</p>`
          : html`<dl class="kept">${Object.entries(values).map(
              ([name, value]) =>
                html`<div><dt>${name}</dt><dd>${isLocale(value) ? languageName(value, locale) : readable(value)}</dd></div>`,
            )}</dl>`
      }</li>`,
  )}</ul>`

const readable = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

function erasure({ t }: SiteContext, { isErasing }: MyData): Html {
  const button = (action: string, text: string, look: 'bad' | 'quiet'): Html =>
    html`<button class="button ${look}" type="submit" name="action" value="${action}">${text}</button>`
  return html`<form method="post">${
    isErasing
      ? html`<div class="danger" role="alert" tabindex="-1" autofocus><h3>${t('preferences.eraseTitle')}</h3><p>${t(
          'preferences.eraseText',
        )}</p><div class="actions">${button('erase-for-good', t('preferences.eraseYes'), 'bad')}${button(
          'keep',
          t('preferences.eraseNo'),
          'quiet',
        )}</div></div>`
      : html`<p class="hint">${t('preferences.dataHint')}</p><div class="actions">${button('erase', t('preferences.erase'), 'bad')}</div>`
  }</form>`
}
