import type { ReactNode } from 'react'

interface DownloadFormProps {
  /** @default post */
  readonly method?: 'get' | 'post'
  /** Where the fields go; the answer is a file. */
  readonly action: string
  readonly label: string
  readonly submit: string
  /** Whether its button is the first of its page. @default true */
  readonly isFirst?: boolean
  /** Its fields. */
  readonly children: ReactNode
}

/** No script: the browser writes what may be gigabytes, or a million people, to the disk as it comes. */
export const DownloadForm = ({
  method = 'post',
  action,
  label,
  submit,
  isFirst = true,
  children,
}: DownloadFormProps) => (
  <form className="em-officer-form" method={method} action={action} aria-label={label}>
    {children}
    <div className="em-officer-do">
      <button type="submit" className={isFirst ? 'em-button em-button-first' : 'em-button'}>
        {submit}
      </button>
    </div>
  </form>
)
