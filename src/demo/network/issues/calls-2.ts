import type { DemoIssue } from './demo-issue.ts'

/** Asks readers to one event, which comes with it as a file for their calendar. */
export const calls2: DemoIssue = {
  newsletter: 'calls-and-events',
  number: 2,
  design: 'invitation',
  sentAt: null,
  contents: [
    { kind: 'items', items: [{ collection: 'events', key: 'athens-open-day' }] },
    {
      kind: 'items',
      heading: {
        en: 'On the same day',
        fr: 'Le même jour',
        de: 'Am selben Tag',
        es: 'El mismo día',
        it: 'Lo stesso giorno',
        el: 'Την ίδια μέρα',
        ar: 'في اليوم نفسه',
      },
      items: [{ collection: 'news', key: 'mentors-wanted' }],
    },
  ],
  texts: {},
}
