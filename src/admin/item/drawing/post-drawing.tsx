import type { Post } from '../../../channels/channel.ts'
import { directionOf } from '../../../i18n/locales.ts'
import type { TextReader } from '../../client-texts.ts'
import type { PostLook } from '../channel-view.ts'
import { DrawnArticle } from './drawn-article.tsx'
import { DrawnFields } from './drawn-fields.tsx'
import {
  AccountLine,
  type DrawnAccount,
  DrawnCard,
  DrawnFiles,
  DrawnPicture,
  DrawnText,
} from './drawn-parts.tsx'

interface PostDrawingProps {
  readonly post: Post
  readonly kind: PostLook['kind']
  readonly account: DrawnAccount
  readonly t: TextReader
}

/** A post as its service shows it, on the service's light paper and in the post's own language and direction. */
export function PostDrawing({ post, kind, account, t }: PostDrawingProps) {
  return (
    <div
      className={`em-drawn em-drawn-${kind}`}
      lang={post.locale}
      dir={kind === 'data' ? 'ltr' : directionOf(post.locale)}
    >
      {drawn({ post, kind, account, t })}
    </div>
  )
}

function drawn({ post, kind, account, t }: PostDrawingProps) {
  switch (kind) {
    case 'post':
      return (
        <>
          <AccountLine account={account} t={t} />
          <p className="em-drawn-text">
            <DrawnText text={post.text} />
          </p>
          <DrawnPicture post={post} t={t} />
          <DrawnCard post={post} />
          <DrawnFiles post={post} />
        </>
      )
    case 'message':
      return (
        <>
          <p className="em-drawn-sender">
            <bdi>{account.name}</bdi>
          </p>
          <DrawnPicture post={post} t={t} />
          <div className="em-drawn-text">
            <DrawnText text={post.fields?.html ?? post.text} />
          </div>
          <DrawnCard post={post} />
          <DrawnFiles post={post} />
          <p className="em-drawn-time">{t('views.item.drawn.now')}</p>
        </>
      )
    case 'article':
    case 'letter':
      return <DrawnArticle post={post} kind={kind} account={account} t={t} />
    case 'record':
      return (
        <>
          <DrawnFields post={post} />
          <DrawnFiles post={post} />
        </>
      )
    case 'data':
      return <pre>{indented(post.text)}</pre>
  }
}

/** Data that a program reads, broken into lines for people. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    // Not every service takes JSON.
    return text
  }
}
