/** XLIFF 2.0 and 2.1 share it: http://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html */
export const XLIFF_2 = 'urn:oasis:names:tc:xliff:document:2.0'
/** Size and length restriction module of 2.0 and 2.1. */
export const SIZES = 'urn:oasis:names:tc:xliff:sizerestriction:2.0'
/** http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html */
export const XLIFF_1 = 'urn:oasis:names:tc:xliff:document:1.2'
/** Attributes of ours, on files and units; tools hand them back untouched. */
export const OURS = 'urn:emissary:exchange:1'
