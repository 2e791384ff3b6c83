import { prove } from './prove.js'

// <emissary-sign-up locale="el" newsletter="practice-letter">: the sign-up on any site. It asks this server only, keeps
// nothing in the browser, and brings its own words; what stands inside it shows until they have come.
const server = new URL(import.meta.url).origin

const styles = new CSSStyleSheet()
styles.replaceSync(`
:host { display: block; max-inline-size: 36rem; font-size: 1rem; line-height: 1.5; --on: var(--emissary-accent, #0b5563); --wrong: var(--emissary-error, #a3273a); }
* { box-sizing: border-box; }
h2 { font-size: 1.5em; line-height: 1.2; margin: 0 0 .5rem; }
p { margin: 0 0 1rem; }
fieldset { border: 0; margin: 0 0 1.25rem; padding: 0; min-inline-size: 0; }
legend, .name { display: block; font-weight: 600; padding: 0; margin-block-end: .25rem; }
.hint, small { font-size: .875em; display: block; margin: 0 0 .4rem; opacity: .85; }
.row { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: 1rem; margin-block-end: 1.25rem; }
.field { margin-block-end: 1.25rem; }
input, select { font: inherit; color: inherit; }
input[type="email"], select { inline-size: 100%; min-block-size: 2.75rem; padding: .4rem .7rem; border: 1px solid; border-radius: 6px; background: Field; color: FieldText; }
input[type="checkbox"], input[type="radio"] { inline-size: 1.25rem; block-size: 1.25rem; margin: .15rem 0 0; flex: none; accent-color: var(--on); }
.option { display: flex; gap: .7rem; padding-block: .45rem; min-block-size: 2.75rem; align-items: flex-start; }
.terms { max-block-size: 16rem; overflow-y: auto; }
summary { cursor: pointer; font-weight: 600; padding-block: .6rem; min-block-size: 2.75rem; }
details { margin-block-end: 1rem; }
button { font: inherit; font-weight: 600; min-block-size: 2.75rem; padding: .5rem 1.2rem; border: 1px solid var(--on); border-radius: 6px; background: var(--on); color: var(--emissary-on-accent, #fff); cursor: pointer; }
:focus-visible { outline: 3px solid #f2b705; outline-offset: 1px; box-shadow: 0 0 0 1px CanvasText, 0 0 0 5px CanvasText; border-radius: 3px; }
.error { color: var(--wrong); font-weight: 600; margin: 0 0 .4rem; }
.error:empty, [role="status"]:empty { display: none; }
input[type="email"][aria-invalid], select[aria-invalid] { border-color: var(--wrong); outline-color: var(--wrong); }
.trap { position: absolute; inset-inline-start: -999rem; }
[role="status"] { margin: .75rem 0 0; }
a { color: var(--on); }
`)

const make = (tag, { attributes = {}, ...properties } = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children.filter((child) => child !== null))
  return element
}

const errorFor = (field) => make('p', { className: 'error', id: `${field}-error` })

const option = (type, name, { id, label, hint = '' }, checked) =>
  make(
    'label',
    { className: 'option' },
    make('input', { type, name, value: id, checked, attributes: { 'aria-describedby': `${name}-error` } }),
    make('span', {}, label, hint === '' ? null : make('small', {}, hint)),
  )

const choice = (type, field, legend, options, { chosen = [], hint = '' } = {}) =>
  options.length === 0
    ? null
    : make(
        'fieldset',
        {},
        make('legend', {}, legend),
        hint === '' ? null : make('p', { className: 'hint' }, hint),
        errorFor(field),
        make(
          'div',
          { className: 'terms' },
          ...options.map((each) => option(type, field, each, chosen.includes(each.id))),
        ),
      )

const select = (field, name, languages, chosen, none) =>
  make(
    'div',
    {},
    make('label', { className: 'name', htmlFor: field }, name),
    errorFor(field),
    make(
      'select',
      { id: field, name: field, attributes: { 'aria-describedby': `${field}-error` } },
      none === undefined ? null : make('option', { value: '' }, none),
      ...languages.map(({ locale, name: own, direction }) =>
        make('option', { value: locale, lang: locale, dir: direction, selected: locale === chosen }, own),
      ),
    ),
  )

function formOf(offer, wanted) {
  const { texts, languages, locale, newsletters, topics, countries, frequencies } = offer
  const letters = newsletters.map(({ id, name, description }) => ({ id, label: name, hint: description }))
  const chosen = letters.length === 1 ? letters.map(({ id }) => id) : wanted
  return make(
    'form',
    { noValidate: true },
    make(
      'div',
      { className: 'field' },
      make('label', { className: 'name', htmlFor: 'email' }, texts.email),
      make('p', { className: 'hint', id: 'email-hint' }, texts.emailHint),
      errorFor('email'),
      make('input', {
        id: 'email',
        name: 'email',
        type: 'email',
        autocomplete: 'email',
        dir: 'ltr',
        required: true,
        attributes: { 'aria-describedby': 'email-hint email-error' },
      }),
    ),
    choice('checkbox', 'newsletters', texts.newsletters, letters, { chosen }),
    make(
      'div',
      { className: 'row' },
      select('locale', texts.locale, languages, locale),
      select('further', texts.second, languages, null, texts.noSecond),
    ),
    make(
      'details',
      {},
      make('summary', {}, texts.more),
      choice('radio', 'frequency', texts.frequency, frequencies, { chosen: ['every-issue'] }),
      choice('checkbox', 'topics', texts.topics, topics, { hint: texts.all }),
      choice('checkbox', 'countries', texts.countries, countries, { hint: texts.all }),
    ),
    make(
      'fieldset',
      {},
      errorFor('consent'),
      option('checkbox', 'consent', { id: offer.consent.version, label: offer.consent.text }, false),
      make(
        'p',
        { className: 'hint' },
        `${texts.noTracking} `,
        make('a', { href: offer.privacyUrl, target: '_blank', rel: 'noopener' }, texts.privacy),
      ),
    ),
    make('button', { type: 'submit' }, texts.button),
    make('p', { attributes: { role: 'status' } }),
  )
}

/** What is sent: names are those of /subscribe.json. */
function bodyOf(form, { locale, form: token }, proof) {
  const data = new FormData(form)
  return {
    email: data.get('email'),
    page: locale,
    locale: data.get('locale'),
    further: data.getAll('further'),
    newsletters: data.getAll('newsletters'),
    frequency: data.get('frequency'),
    topics: data.getAll('topics'),
    countries: data.getAll('countries'),
    consent: data.get('consent') ?? '',
    form: token,
    proof: proof ?? '',
  }
}

class EmissarySignUp extends HTMLElement {
  async connectedCallback() {
    if (this.shadowRoot !== null) return
    const root = this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [styles]
    root.append(make('slot'))
    const offer = await this.offer()
    if (offer !== null) this.show(root, offer)
  }

  /** Null: the server does not answer. What stands inside the element goes on standing there. */
  async offer() {
    const url = new URL('/subscribe.json', server)
    const locale = this.getAttribute('locale')
    if (locale !== null) url.searchParams.set('locale', locale)
    const answer = await fetch(url, { credentials: 'omit' }).catch(() => null)
    return answer?.ok ? answer.json() : null
  }

  show(root, offer) {
    const { texts } = offer
    const named = this.getAttribute('newsletter')
    const wanted = offer.newsletters.filter(({ id, slug }) => [id, slug].includes(named)).map(({ id }) => id)
    const form = formOf(offer, wanted)
    const status = form.querySelector('[role="status"]')
    const heading = make('h2', { tabIndex: -1 }, texts.title)
    const box = make(
      'div',
      { lang: offer.locale, dir: offer.direction },
      heading,
      make('p', {}, texts.intro),
      form,
    )
    root.replaceChildren(box)

    let proof
    const begin = () => {
      proof ??= prove(offer.challenge).catch(() => null)
      return proof
    }
    form.addEventListener('input', begin)
    let isSending = false
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      if (isSending) return
      isSending = true
      status.textContent = texts.working
      const answer = await this.send(bodyOf(form, offer, await begin()))
      isSending = false
      status.textContent = ''
      if (answer.status === 202) {
        heading.textContent = texts.sentTitle
        box.replaceChildren(heading, make('p', {}, texts.sent))
        heading.focus()
        return
      }
      if (answer.status === 422 && answer.fields.includes('form')) {
        // The page was open for too long: a new token and challenge, and everything stays filled in.
        const anew = await this.offer()
        if (anew !== null) Object.assign(offer, { form: anew.form, challenge: anew.challenge })
        proof = undefined
        status.textContent = texts.stale
        return
      }
      mark(form, answer.fields, texts.errors)
      if (answer.fields.length === 0)
        status.textContent = answer.status === 429 ? texts.tooMany : texts.failed
    })
  }

  async send(body) {
    try {
      const answer = await fetch(new URL('/subscribe.json', server), {
        method: 'POST',
        credentials: 'omit',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
      const { fields = [] } = await answer.json()
      return { status: answer.status, fields }
    } catch {
      return { status: 0, fields: [] }
    }
  }
}

/** Says beside each field what is wrong with it, and leads to the first. */
function mark(form, fields, texts) {
  for (const error of form.querySelectorAll('.error')) error.textContent = ''
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid')
  for (const field of fields) {
    const error = form.querySelector(`[id="${field}-error"]`)
    if (error !== null) error.textContent = texts[field]
    for (const input of form.querySelectorAll(`[name="${field}"]`)) input.setAttribute('aria-invalid', 'true')
  }
  const [first] = form.querySelectorAll('[aria-invalid]')
  const details = first?.closest('details') ?? null
  if (details !== null) details.open = true
  first?.focus()
}

if (customElements.get('emissary-sign-up') === undefined)
  customElements.define('emissary-sign-up', EmissarySignUp)
