/** What the editor's bits of a formatted text mean, lowest first: https://lexical.dev/docs/concepts/nodes#textnode */
const names = ['bold', 'italic', 'strikethrough', 'underline', 'code', 'subscript', 'superscript'] as const

type FormatName = (typeof names)[number]

/** In English, as formats are named in files: `bold`, `italic`. */
export const formatNames = (bits: number): FormatName[] => names.filter((_name, place) => bits & (1 << place))
