import type { PublicDocument } from '../reading/contract/document.ts'
import { MACHINE_MADE } from '../reading/formats/notes-of.ts'
import { type Xml, xml } from './xml.ts'

/** Of the elements that RSS and Atom have no word for. */
export const SCHEMA_NAMESPACE = 'https://schema.org/'

/** The words by which to name the source, and whether a machine translated the text. Programs read it; people have it in the text. */
export const provenance = ({
  attribution,
  machineTranslated,
}: Pick<PublicDocument, 'attribution' | 'machineTranslated'>): readonly Xml[] => [
  ...(attribution === ''
    ? []
    : [
        xml`
<schema:creditText>${attribution}</schema:creditText>`,
      ]),
  ...(machineTranslated
    ? [
        xml`
<schema:digitalSourceType>${MACHINE_MADE}</schema:digitalSourceType>`,
      ]
    : []),
]
