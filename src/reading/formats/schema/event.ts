import type { PublicDocument } from '../../contract/document.ts'
import { referencesIn, rowsIn, textIn } from '../details.ts'
import { type Node, node, nodeId, organisationNode, placeNode, workNode } from './node.ts'

/** https://schema.org/EventStatusType */
export const eventStatuses = {
  'as-planned': 'EventScheduled',
  postponed: 'EventPostponed',
  rescheduled: 'EventRescheduled',
  'moved-online': 'EventMovedOnline',
  cancelled: 'EventCancelled',
} as const

/** https://schema.org/EventAttendanceModeEnumeration */
const modes = { onsite: 'Offline', online: 'Online', hybrid: 'Mixed' } as const

/** The event, and the page about it: licence, language and translation are those of the page. */
export function eventNodes(document: PublicDocument): readonly Node[] {
  const { event, details, locale, title, summary, url } = document
  const page: Node = {
    ...workNode(document, 'WebPage', 'page'),
    about: { '@id': nodeId(document, 'event') },
  }
  if (event === null) return [page]
  const [registration, venue, report] = ['registration', 'venue', 'report'].map(
    (name) => rowsIn(details, name)[0],
  )
  const languages = referencesIn(details, 'languages').map(({ code, label }) => code ?? label)
  const capacity = (registration && textIn(registration, 'capacity')) ?? (venue && textIn(venue, 'capacity'))
  const registrationUrl = registration === undefined ? null : textIn(registration, 'url')
  return [
    node({
      '@type': 'Event',
      '@id': nodeId(document, 'event'),
      name: title,
      description: summary,
      url,
      image: document.image?.url,
      startDate: event.start,
      endDate: event.end,
      previousStartDate: event.previousStart,
      eventStatus: `https://schema.org/${eventStatuses[event.status]}`,
      eventAttendanceMode: `https://schema.org/${modes[event.mode]}EventAttendanceMode`,
      inLanguage: languages.length > 0 ? languages : [locale],
      location: locationNodes(document),
      organizer: referencesIn(details, 'organisers').map(organisationNode),
      audience: referencesIn(details, 'audiences').map(({ label }) => ({
        '@type': 'Audience',
        audienceType: label,
      })),
      maximumAttendeeCapacity: capacity ? Number(capacity) : null,
      offers:
        registrationUrl === null || event.status === 'cancelled'
          ? null
          : node({ '@type': 'Offer', url: registrationUrl, description: textIn(details, 'fee') }),
      superEvent: referencesIn(details, 'parent').map(eventReference),
      workFeatured: referencesIn(details, 'outputs').map(({ label, url: address }) =>
        node({ '@type': 'CreativeWork', name: label, url: address }),
      ),
      recordedIn: (report === undefined ? [] : rowsIn(report, 'recordings')).flatMap((recording) => {
        const address = textIn(recording, 'url')
        return address === null ? [] : [{ '@type': 'CreativeWork', url: address }]
      }),
      funding: page.funding,
      keywords: document.topics.map(({ label }) => label),
    }),
    page,
  ]
}

const eventReference = ({ label, url }: { readonly label: string; readonly url: string | null }): Node =>
  node({ '@type': 'Event', name: label, url })

function locationNodes({ event, details }: PublicDocument): readonly Node[] {
  const [venue] = rowsIn(details, 'venue')
  const [online] = rowsIn(details, 'online')
  const address = online === undefined ? null : textIn(online, 'url')
  return [
    ...(event === null || event.venue === null
      ? []
      : [
          node({
            '@type': 'Place',
            name: event.venue,
            address: venue === undefined ? event.venue : (textIn(venue, 'address') ?? event.venue),
            containedInPlace: venue === undefined ? [] : referencesIn(venue, 'country').map(placeNode),
          }),
        ]),
    ...(event === null || event.mode === 'onsite'
      ? []
      : [node({ '@type': 'VirtualLocation', url: address })]),
  ]
}
