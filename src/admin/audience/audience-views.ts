import { view } from '../own-view.ts'

/** Views for those who look after subscribers. Who may open them is each view's own affair. */
export const audienceViews = {
  audienceNumbers: view(
    '/audience',
    '/src/admin/audience/numbers/numbers-view.tsx#NumbersView',
    'nav.numbers',
    'audience',
  ),
  audiencePeople: view(
    '/audience/people',
    '/src/admin/audience/people/people-view.tsx#PeopleView',
    'nav.people',
    'audience',
  ),
  audiencePerson: view(
    '/audience/people/:id',
    '/src/admin/audience/person/person-view.tsx#PersonView',
    'nav.people',
    'audience',
  ),
  audienceImports: view(
    '/audience/imports',
    '/src/admin/audience/imports/imports-view.tsx#ImportsView',
    'nav.imports',
    'audience',
  ),
  audienceImport: view(
    '/audience/imports/:id',
    '/src/admin/audience/imports/import-view.tsx#ImportView',
    'nav.imports',
    'audience',
  ),
  audienceSuppressions: view(
    '/audience/suppressions',
    '/src/admin/audience/suppressions/suppressions-view.tsx#SuppressionsView',
    'nav.suppressions',
    'audience',
  ),
  audienceProof: view(
    '/audience/proof',
    '/src/admin/audience/proof/proof-view.tsx#ProofView',
    'nav.proof',
    'audience',
  ),
  audienceRetention: view(
    '/audience/retention',
    '/src/admin/audience/retention/retention-view.tsx#RetentionView',
    'nav.retention',
    'audience',
  ),
  audienceLooks: view(
    '/audience/looks',
    '/src/admin/audience/looks/looks-view.tsx#LooksView',
    'nav.looks',
    'audience',
  ),
}
