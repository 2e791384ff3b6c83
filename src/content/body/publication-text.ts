import { languageName, listOf, longDay } from '../../i18n/dates.ts'
import { fileSize } from '../../i18n/file-size.ts'
import { isLocale } from '../../i18n/locales.ts'
import type { Publication } from '../../payload-types.ts'
import { type Html, html, safeHref } from '../markup/html.ts'
import { prose } from '../markup/prose.ts'
import type { PublishedItem } from '../published-item.ts'
import { itemPath } from '../site-url.ts'
import type { BodyContext } from './body-context.ts'
import { type Fact, fileHref, labelsOf, nameOf, row, section } from './facts.ts'

/** All that a publication says below its title and summary, and where its files are. */
export const publicationText = (
  context: BodyContext,
  item: Pick<PublishedItem, 'summary'>,
  stored: Publication,
): Html => html`${abstract(context, item, stored)}${editions(context, stored)}${parts(context, stored)}`

/** Only where there is more of it than stands below the title already. */
const abstract = (
  { t }: BodyContext,
  { summary }: Pick<PublishedItem, 'summary'>,
  stored: Publication,
): Html | null =>
  stored.abstract.replace(/\s+/g, ' ').trim() === summary
    ? null
    : section(t('publication.abstract'), prose(stored.abstract))

/** Every language and format with its own identifiers, since each may have its own. */
function editions(context: BodyContext, { editions: all, accessRight }: Publication): Html | false {
  const { t } = context
  const isOpen = accessRight === 'open'
  return (
    (all ?? []).length > 0 &&
    html`<h2>${t('publication.editions')}</h2><ul class="files">${(all ?? []).map((edition) => editionItem(context, isOpen ? edition : { ...edition, file: null }))}</ul>`
  )
}

function editionItem(
  { locale, t, terms }: BodyContext,
  edition: NonNullable<Publication['editions']>[number],
): Html {
  const href = fileHref(edition.file) ?? (edition.url ? safeHref(edition.url) : null)
  const language = isLocale(edition.locale) ? languageName(edition.locale, locale) : edition.locale
  const name = t('publication.edition', { language, format: terms(`format.${edition.format}`) })
  const { filesize } = row(edition.file) ?? {}
  const details = [
    filesize ? fileSize(filesize, locale) : null,
    edition.pages ? t('publication.pages', { count: edition.pages }) : null,
    edition.accessibleTagged ? t('publication.tagged') : null,
    edition.isbn ? `ISBN ${edition.isbn}` : null,
    edition.issn ? `ISSN ${edition.issn}` : null,
  ].filter((detail) => detail !== null)
  return html`<li>${href === null ? name : html`<a href="${href}" hreflang="${edition.locale}">${name}</a>`}${
    details.length > 0 && html` <span>${details.join(', ')}</span>`
  }${edition.doi && html` <a href="https://doi.org/${edition.doi}">DOI ${edition.doi}</a>`}</li>`
}

function parts({ locale, t }: BodyContext, { parts: all }: Publication): Html | false {
  const known = (all ?? []).flatMap((part) => row(part) ?? []).filter(({ title, slug }) => title && slug)
  return (
    known.length > 0 &&
    html`<h2>${t('publication.parts')}</h2><ul>${known.map(
      ({ title, slug }) =>
        html`<li><a href="${itemPath('publications', slug ?? '', locale)}">${title}</a></li>`,
    )}</ul>`
  )
}

/** Who wrote it, when, and under which number. */
export const publicationFacts = ({ locale, t, terms }: BodyContext, stored: Publication): readonly Fact[] => [
  [t('fact.type'), row(stored.type)?.label],
  [t('fact.date'), longDay(new Date(stored.date), locale)],
  [
    t('fact.authors'),
    listOf(
      (stored.authors ?? []).map(({ name }) => name),
      locale,
    ),
  ],
  [t('fact.publisher'), nameOf(stored.publisher)],
  [t('fact.deliverable'), stored.deliverableNumber],
  [t('fact.version'), stored.version],
  [t('fact.access'), terms(`accessRight.${stored.accessRight}`)],
  [t('fact.topics'), listOf(labelsOf(stored.topics), locale)],
]
