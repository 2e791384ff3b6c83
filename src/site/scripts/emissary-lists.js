// <emissary-practices locale="el" country="EL,CY" limit="5"> and <emissary-events>: what the network publishes, on any site.
// <emissary-events view="month"> shows a month of them. They ask this server only and keep nothing in the browser; what stands inside shows until the answer has come.
const server = new URL(import.meta.url).origin
// Locale → words and direction. The server fills it in.
const texts = {}

const styles = new CSSStyleSheet()
styles.replaceSync(`
:host { display: block; font-size: 1rem; line-height: 1.5; --on: var(--emissary-accent, #0b5563); container-type: inline-size; }
* { box-sizing: border-box; }
h2, h3, p, ul { margin: 0; padding: 0; }
h2 { font-size: 1.5em; line-height: 1.2; margin-block-end: 1rem; }
h3 { font-size: 1.1em; line-height: 1.3; }
ul { list-style: none; display: grid; gap: 1rem; grid-template-columns: 1fr; }
@container (min-inline-size: 40rem) { ul.cards { grid-template-columns: 1fr 1fr; } }
li { display: flex; gap: 1rem; align-items: flex-start; padding: 1rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 8px; }
li > div { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
img.picture { inline-size: 6rem; block-size: 4.5rem; object-fit: cover; border-radius: 4px; flex: none; }
.day { flex: none; inline-size: 4rem; text-align: center; font-weight: 700; line-height: 1.2; }
.day b { display: block; font-size: 1.75em; }
.note, small { font-size: .875em; opacity: .85; }
.tag { display: inline-block; font-size: .875em; font-weight: 600; border: 1px solid; border-radius: 4px; padding-inline: .4em; }
a { color: var(--on); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid #f2b705; outline-offset: 1px; box-shadow: 0 0 0 1px CanvasText, 0 0 0 5px CanvasText; border-radius: 3px; }
.more { display: inline-block; min-block-size: 2.75rem; padding-block: .6rem; font-weight: 600; }
footer { margin-block-start: 1rem; font-size: .875em; display: grid; gap: .5rem; }
footer img { block-size: 2rem; inline-size: auto; vertical-align: middle; margin-inline-end: .5rem; }
`)

const make = (tag, { attributes = {}, ...properties } = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children.filter((child) => child !== null))
  return element
}

const filters = ['topic', 'country', 'community', 'service', 'target-group', 'type', 'mode']
const fields =
  'locale,title,summary,url,image,countries,event,funding,machineTranslated,sample,licence,attribution'

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
const wholeDay = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }

const directionOf = (locale) => texts[locale]?.direction ?? 'auto'
const dates = (locale, options) =>
  new Intl.DateTimeFormat(`${locale === 'en' ? 'en-GB' : locale}-u-ca-gregory-nu-latn`, options)

/** The language of ours that a reader of the tag reads: `el-GR` and `EL` are `el`. Undefined: none. */
function spokenIn(tag) {
  let whole
  try {
    whole = Intl.getCanonicalLocales(tag)[0] ?? ''
  } catch {
    // A page may say anything of itself. What is no tag names no language.
    return undefined
  }
  const parts = whole.split('-')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-')).find((each) => each in texts)
}

/** On which day a week begins where the tag says that its reader is, from 1, Monday. Undefined: it does not say. */
function firstDayOf(tag) {
  const read = new Intl.Locale(tag)
  // Firefox and older browsers have one of the two, or none.
  return read.region === undefined ? undefined : (read.getWeekInfo?.() ?? read.weekInfo)?.firstDay
}

const marksOf = ({ machineTranslated, sample }, t) =>
  [machineTranslated && t.machine, sample && t.sample]
    .filter(Boolean)
    .map((text) => make('p', {}, make('span', { className: 'tag' }, text)))

const linkOf = ({ title, url }, level) => make(level, {}, make('a', { href: url }, title))

function practiceOf(item, t) {
  const { image, countries, summary } = item
  return make(
    'li',
    {},
    image === null
      ? null
      : make('img', {
          className: 'picture',
          src: image.url,
          alt: image.alt,
          width: image.width,
          height: image.height,
          loading: 'lazy',
        }),
    make(
      'div',
      {},
      linkOf(item, 'h3'),
      countries.length === 0
        ? null
        : make('p', { className: 'note' }, countries.map(({ label }) => label).join(' · ')),
      make('p', {}, summary),
      ...marksOf(item, t),
    ),
  )
}

function eventOf(item, t) {
  const { event, locale, summary } = item
  const { start, end, timeZone, status, mode, venue } = event
  const at = (options) => dates(locale, { timeZone, ...options })
  const [first, last] = [new Date(start), new Date(end)]
  // From midnight to the last minute of a day: its hours are not known.
  const time = new Intl.DateTimeFormat('en-GB', { ...clock, timeZone })
  const isWholeDays = time.format(first) === '00:00' && time.format(last) === '23:59'
  const hours = isWholeDays ? {} : { ...clock, timeZoneName: 'shortGeneric' }
  const when = at({ ...wholeDay, ...hours }).formatRange(first, last)
  return make(
    'li',
    {},
    make(
      'span',
      { className: 'day', attributes: { 'aria-hidden': 'true' } },
      make('b', {}, at({ day: 'numeric' }).format(first)),
      at({ month: 'short' }).format(first),
    ),
    make(
      'div',
      {},
      linkOf(item, 'h3'),
      status === 'as-planned' ? null : make('p', {}, make('span', { className: 'tag' }, t.status[status])),
      make('p', { className: 'note' }, when),
      make('p', { className: 'note' }, venue ?? t.mode[mode]),
      make('p', {}, summary),
      ...marksOf(item, t),
    ),
  )
}

/** Each funding once, and whose the texts are. */
function footerOf(items, locale) {
  const given = new Map(items.flatMap(({ funding }) => funding.map((each) => [each.project, each])))
  const licences = new Map(
    items.flatMap(({ licence }) => (licence === null ? [] : [[licence.url, licence.name]])),
  )
  const sources = [...new Set(items.map(({ attribution }) => attribution))]
  return make(
    'footer',
    {},
    ...[...given.values()].flatMap(({ text, emblemUrl, disclaimer }) => [
      make(
        'p',
        {},
        emblemUrl === null
          ? null
          : make('img', { src: emblemUrl, alt: '', width: 78, height: 52, loading: 'lazy' }),
        text,
      ),
      disclaimer === null
        ? null
        : make(
            'p',
            disclaimer.locale === locale
              ? {}
              : { lang: disclaimer.locale, dir: directionOf(disclaimer.locale) },
            disclaimer.text,
          ),
    ]),
    sources.length === 0
      ? null
      : make(
          'p',
          {},
          sources.join(' · '),
          ...[...licences].flatMap(([href, name]) => [' · ', make('a', { href, rel: 'license' }, name)]),
        ),
  )
}

const moreOf = (collection, locale) =>
  make('a', { className: 'more', href: `${server}/${locale}/${collection}` }, texts[locale].all[collection])

/** A list of one collection. What is wrong with it, if anything, is told to whoever looks at the console of the page. */
const listOf = (collection, { showItem, className, extra = {}, hasMonths = false }) =>
  class extends HTMLElement {
    static observedAttributes = ['locale', 'limit', 'heading', 'view', ...filters]
    /** How often it asked: an answer that was overtaken is not shown. */
    asked = 0

    connectedCallback() {
      if (this.shadowRoot !== null) return
      const root = this.attachShadow({ mode: 'open' })
      root.adoptedStyleSheets = [styles]
      root.append(make('slot'))
      this.refresh()
    }

    attributeChangedCallback(_name, before, now) {
      if (this.shadowRoot !== null && before !== now) this.refresh()
    }

    async refresh() {
      const turn = ++this.asked
      // Attributes that a program sets one after the other lead to one question.
      await null
      if (turn !== this.asked) return
      const tag = this.getAttribute('locale') ?? document.documentElement.lang
      const locale = spokenIn(tag)
      if (locale === undefined) return
      const isCurrent = () => turn === this.asked
      if (hasMonths && this.getAttribute('view') === 'month') return this.showMonth(locale, tag, isCurrent)
      const answer = await this.ask(locale, { limit: this.getAttribute('limit') ?? '6', ...extra })
      if (answer !== null && isCurrent()) this.show(this.shadowRoot, answer, locale)
    }

    async showMonth(locale, tag, isCurrent) {
      const root = this.shadowRoot
      const { monthStyles, showMonth } = await import('./emissary-month.js')
      root.adoptedStyleSheets = [styles, monthStyles]
      await showMonth({
        ...{ root, locale, isCurrent },
        firstDay: firstDayOf(tag) ?? texts[locale].firstDay,
        heading: this.getAttribute('heading') ?? texts[locale][collection],
        words: texts[locale],
        ask: (more) => this.ask(locale, more),
        parts: { make, dates, eventOf, footerOf, moreOf: () => moreOf(collection, locale) },
      })
    }

    /** Null: the server does not answer, or does not speak the language. */
    async ask(locale, more) {
      const url = new URL(`/v1/${collection}`, server)
      for (const [name, value] of Object.entries({ locale, fields, ...more }))
        url.searchParams.set(name, value)
      for (const name of filters) {
        const value = this.getAttribute(name)
        if (value) url.searchParams.set(name, value)
      }
      const answer = await fetch(url, { credentials: 'omit' }).catch(() => null)
      return answer?.ok ? answer.json() : null
    }

    show(root, { data }, locale) {
      const t = texts[locale]
      const heading = this.getAttribute('heading') ?? t[collection]
      const items = data.map((item) => showItem(item, t))
      root.replaceChildren(
        make(
          'section',
          { lang: locale, dir: directionOf(locale), attributes: { 'aria-labelledby': 'heading' } },
          make('h2', { id: 'heading' }, heading),
          items.length === 0 ? make('p', {}, t.none) : make('ul', { className }, ...items),
          moreOf(collection, locale),
          footerOf(data, locale),
        ),
      )
    }
  }

const elements = {
  'emissary-practices': listOf('practices', { showItem: practiceOf, className: 'cards' }),
  'emissary-events': listOf('events', {
    showItem: eventOf,
    className: 'days',
    extra: { upcoming: 'true', sort: 'oldest' },
    hasMonths: true,
  }),
}
for (const [name, element] of Object.entries(elements))
  if (customElements.get(name) === undefined) customElements.define(name, element)
