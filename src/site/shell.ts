import { type Html, html } from '../content/markup/html.ts'
import { siteUrl } from '../content/site-url.ts'
import { alternateLinks } from './alternate-links.ts'
import { footer } from './footer.ts'
import { masthead } from './masthead.ts'
import type { Page } from './page.ts'
import type { SiteContext } from './site-context.ts'
import { narrowScriptPath, scriptPath, stylesheetPath } from './stylesheet.ts'

/** The whole document. */
export function document(context: SiteContext, page: Page): Html {
  const { locale, direction, t, network } = context
  return html`<!doctype html>
<html lang="${locale}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${t('page.title', { title: page.title, network: network.name })}</title>
${page.description !== null && html`<meta name="description" content="${page.description}">`}
${page.unlisted === true ? html`<meta name="robots" content="noindex">` : listing(context, page)}${(
  page.feeds ?? []
).map(
  (feed) => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.path}">
`,
)}
<link rel="icon" href="/brand/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${stylesheetPath}">
<script src="${scriptPath}" defer></script>
${page.script === 'narrow' && html`<script src="${narrowScriptPath}" type="module"></script>`}
${page.head}
</head>
<body>
<a class="skip" href="#main">${t('page.skip')}</a>
${masthead(context, page)}
${page.main}
${footer(context, page.acknowledgements ?? context.acknowledgements)}
</body>
</html>
`
}

function listing(context: SiteContext, page: Page): Html {
  const { locale, network } = context
  const own = page.alternates[locale]
  return html`${alternateLinks(context, page.alternates, page.defaultPath)}<meta property="og:title" content="${page.title}">
<meta property="og:site_name" content="${network.name}">
<meta property="og:type" content="${page.section === undefined || page.image === undefined ? 'website' : 'article'}">
<meta property="og:locale" content="${locale}">
${own !== undefined && html`<meta property="og:url" content="${siteUrl(own)}">`}
${page.description !== null && html`<meta property="og:description" content="${page.description}">`}
${page.image !== undefined && html`<meta property="og:image" content="${page.image}">`}
<meta name="twitter:card" content="${page.image === undefined ? 'summary' : 'summary_large_image'}">`
}
