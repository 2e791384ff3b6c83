import type { Post } from '../../../channels/channel.ts'
import type { TextReader } from '../../client-texts.ts'
import { type DrawnAccount, DrawnFiles, DrawnPicture, DrawnText } from './drawn-parts.tsx'

interface DrawnArticleProps {
  readonly post: Post
  readonly kind: 'article' | 'letter'
  readonly account: DrawnAccount
  readonly t: TextReader
}

/** A page on another site, or a mail to one person: its heading, then the body. */
export function DrawnArticle({ post, kind, account, t }: DrawnArticleProps) {
  const { fields = {}, text } = post
  const { title, subject, excerpt } = fields
  const heading = title ?? subject ?? ''
  return (
    <>
      <p className="em-drawn-bar" dir="auto">
        <bdi>{kind === 'letter' ? account.name : account.place}</bdi>
      </p>
      {kind === 'article' && <DrawnPicture post={post} t={t} />}
      <div className="em-drawn-page">
        {heading !== '' && <h4>{heading}</h4>}
        {excerpt !== undefined && excerpt !== '' && <p className="em-drawn-excerpt">{excerpt}</p>}
        <div className="em-drawn-text">
          <DrawnText text={text} />
        </div>
        {kind === 'letter' && <DrawnPicture post={post} t={t} />}
        <DrawnFiles post={post} />
      </div>
    </>
  )
}
