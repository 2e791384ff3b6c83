/** Folders of src/, lowest first. A folder may import only from folders on earlier lines (and its own). */
const layers = [
  ['database'],
  ['i18n', 'secrets', 'queue', 'network'],
  ['access'],
  ['content'],
  ['ledger'],
  ['outbox', 'channels', 'newsletter', 'audience', 'translation', 'reading', 'fediverse'],
  ['feeds'],
  ['dissemination'],
  ['site'],
  ['admin', 'demo'],
  ['app'],
  ['run'],
]
const folder = (names) => `^src/(${names.join('|')})/`
const tests = '(\\.test\\.tsx?$|^src/testing/)'

/**
 * Of the site: previews of drafts, feeds and calendars, letters to people, who may follow what, and where an address that
 * is none any more leads.
 */
const notMadeOfDocuments =
  '^src/site/(preview-item|feed-answer|event-calendar-answer|other-addresses|load-site|follow/.*|subscriber/.*|archive/.*|edition-answer|counted-link|redirects-endpoint)'

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'src-knows-no-collection-file',
      comment: 'Collections use src; src knows them only by slug and generated type.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^collections/' },
    },
    {
      name: 'templates-are-leaves',
      severity: 'error',
      from: { path: '^emails/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(src|collections)/' },
    },
    {
      name: 'tests-stay-in-tests',
      severity: 'error',
      from: { pathNot: `(${tests}|^bench/)` },
      to: { path: '^src/testing/' },
    },
    {
      name: 'pages-are-made-of-documents',
      comment:
        'What readers see on the site, every other consumer can have: pages read what is public from `reading` alone.',
      severity: 'error',
      from: { path: '^src/site/', pathNot: `(${tests}|${notMadeOfDocuments})` },
      to: {
        path: '^src/content/(read-published|whole-item|public-locales|item-corrections|item-ties|topics-of|organisation-names)[.]ts$',
      },
    },
    ...layers.slice(0, -1).map((names, level) => ({
      name: `downward-only-from-${names[0]}`,
      severity: 'error',
      from: { path: folder(names), pathNot: tests },
      to: { path: folder(layers.slice(level + 1).flat()) },
    })),
    ...layers.flat().map((name) => ({
      name: `siblings-apart-${name}`,
      severity: 'error',
      from: { path: `^src/${name}/`, pathNot: tests },
      to: {
        path: folder(
          layers
            .find((names) => names.includes(name))
            .filter((other) => other !== name)
            .concat('-'),
        ),
      },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/(migrations|payload-types)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'] },
  },
}
