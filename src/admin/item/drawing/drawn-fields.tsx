import type { Post } from '../../../channels/channel.ts'
import { DrawnText } from './drawn-parts.tsx'

/** A record: each part under the service's own name for it. What is sent as a whole is for programs. */
export function DrawnFields({ post: { text, fields = {} } }: { readonly post: Post }) {
  return (
    <>
      {Object.keys(fields).length === 0 && (
        <div className="em-drawn-text">
          <DrawnText text={text} />
        </div>
      )}
      <dl className="em-drawn-fields">
        {Object.entries(fields)
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt dir="ltr" lang="en">
                {name}
              </dt>
              <dd dir="auto">
                <DrawnText text={value} />
              </dd>
            </div>
          ))}
      </dl>
    </>
  )
}
