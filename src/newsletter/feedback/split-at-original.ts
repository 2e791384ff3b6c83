/** Where the copy of our own mail begins, as mail servers of all kinds announce it. */
const originalBegins = [
  /^[-=*_]{2,}[^\n]*\b(original message|copy of (the|your) (message|mail)|header of the original|headers of the (message|original)|returned message|unsent message|message header|text of the (original )?message|below this line is a copy)\b[^\n]*$/im,
  /^[^\n]*\b((message|mail) headers?|(original|unsent|returned|undelivered|failed|your)[^\n]{0,20} (message|mail)) follows?\b[^\n]*$/im,
  /^(Return-Path|Received|DKIM-Signature|X-Received|X-Google-Smtp-Source)\s*:/im,
  /^-{10,}\s*\n\s*From\s*:/im,
]

/** What it says itself, and the copy of our own mail below; empty where there is none. */
export function splitAtOriginal(text: string): [report: string, original: string] {
  const places = originalBegins.map((begin) => text.search(begin)).filter((place) => place > 0)
  if (places.length === 0) return [text, '']
  const place = Math.min(...places)
  return [text.slice(0, place), text.slice(place)]
}
