import type { Post } from '../../../channels/channel.ts'
import type { TextReader } from '../../client-texts.ts'
import { LinkedText } from './linked-text.tsx'
import { isMarkup, SafeMarkup } from './safe-markup.tsx'

/** The account under whose name a post stands. */
export interface DrawnAccount {
  readonly name: string
  /** The service's host, or what the account is called there. */
  readonly place: string
  readonly avatar: 'round' | 'square'
}

interface DrawnAccountProps {
  readonly account: DrawnAccount
  readonly t: TextReader
}

/** First letter of a name, whatever its script. */
const initialOf = (name: string): string => [...name.trim()][0]?.toLocaleUpperCase() ?? ''

export function AccountLine({ account: { name, place, avatar }, t }: DrawnAccountProps) {
  return (
    <div className="em-drawn-who" dir="auto">
      <i className={`em-drawn-avatar em-drawn-${avatar}`} aria-hidden="true">
        {initialOf(name)}
      </i>
      <b>
        <bdi>{name}</bdi>
      </b>
      <span className="em-drawn-time">{t('views.item.drawn.now')}</span>
      <span className="em-drawn-place">
        <bdi>{place}</bdi>
      </span>
    </div>
  )
}

/** The words of a post, with the marks that its service understands. */
export function DrawnText({ text }: { readonly text: string }) {
  return isMarkup(text) ? <SafeMarkup html={text} /> : <LinkedText>{text}</LinkedText>
}

/** The picture, and below it what those hear who do not see it. */
export function DrawnPicture({ post: { image }, t }: { readonly post: Post; readonly t: TextReader }) {
  if (image === null) return null
  return (
    <figure className="em-drawn-picture">
      {/* biome-ignore lint/performance/noImgElement: a drawing shows the file that is sent, not a copy made for our pages. */}
      <img src={image.url} alt={image.alt} />
      <figcaption>
        <span className="em-drawn-alt">{t('views.item.drawn.alt')}</span> {image.alt}
      </figcaption>
    </figure>
  )
}

/** The box that leads to the item's page. */
export function DrawnCard({ post: { card } }: { readonly post: Post }) {
  if (!card) return null
  return (
    <div className="em-drawn-card">
      <small>
        <bdi dir="ltr">{URL.parse(card.url)?.host ?? card.url}</bdi>
      </small>
      <b>{card.title}</b>
      {card.description !== '' && <p>{card.description}</p>}
    </div>
  )
}

/** Documents that go along, by name. */
export function DrawnFiles({ post: { files = [] } }: { readonly post: Post }) {
  if (files.length === 0) return null
  return (
    <ul className="em-drawn-files">
      {files.map(({ url, name }) => (
        <li key={url}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  )
}
