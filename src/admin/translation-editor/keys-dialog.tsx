import { useEffect, useRef } from 'react'

import { ArrowKey } from './arrow-key.tsx'
import { useSetting } from './editor-setting.ts'

const keys = [
  { name: 'finish', press: ['control', 'enter'] },
  { name: 'next', press: ['control', 'down'] },
  { name: 'previous', press: ['control', 'up'] },
  { name: 'take', press: ['alt', '1–9'] },
  { name: 'changes', press: ['control', 'D'] },
  { name: 'leave', press: ['escape'] },
  { name: 'all', press: ['?'] },
] as const

/** Those that keyboards of each language call otherwise. */
const named: readonly string[] = ['control', 'alt', 'enter', 'escape']

const isNamed = (key: string): boolean => named.includes(key)

/** All keys, in a dialog that Escape closes. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, mayApprove } = useSetting()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="em-te-dialog" aria-labelledby="all-keys" onClose={onClose}>
      <h2 id="all-keys">{t('editor.keys.title')}</h2>
      <dl>
        {keys.map(({ name, press }) => (
          <div key={name}>
            <dt>
              {press.map((key) =>
                key === 'up' || key === 'down' ? (
                  <ArrowKey key={key} to={key} />
                ) : (
                  <kbd key={key}>{isNamed(key) ? t(`editor.key.${key}`) : key}</kbd>
                ),
              )}
            </dt>
            <dd>{t(name === 'finish' && !mayApprove ? 'editor.keys.handIn' : `editor.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="em-button">
          {t('editor.close')}
        </button>
      </form>
    </dialog>
  )
}
